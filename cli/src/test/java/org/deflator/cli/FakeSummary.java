package org.deflator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.FirstBreach;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.portfolio.Portfolio.Unmodelled;
import org.deflator.model.portfolio.Rank;

/** A made-up summary of two borrowers: ordinary figures, small ones, and ones that do not exist. */
final class FakeSummary {
    private static final double[] NO_MONTHS = {};
    private static final Fan NO_FAN =
            new Fan(NO_MONTHS, NO_MONTHS, NO_MONTHS, NO_MONTHS, NO_MONTHS, NO_MONTHS);

    private FakeSummary() {}

    /** {@code loss} is the expected loss of the first loan. */
    static RunSummary of(RunPlan plan, double loss) {
        InstrumentSummary loan =
                new InstrumentSummary("ddtl-4", "DDTL 4.0", "spv", "term loan", Rank.SENIOR_SECURED,
                        7500, 1000, List.of(pd(DefaultDefinition.PAYMENT, 0.0001, 0.052, 0.1),
                                pd(DefaultDefinition.AGENCY, 0.01, 0.06, 0.12),
                                pd(DefaultDefinition.COVENANT, 0.2, 0.4, 0.9999)),
                        OptionalDouble.of(0.31), loss, 4.2, OptionalDouble.of(0.87), OptionalDouble.of(1.42),
                        OptionalDouble.of(0.702), OptionalDouble.of(1.454), OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.of(new FirstBreach("DSCR >= 1.35x", 0.123)), Optional.of("missed payment"));
        InstrumentSummary bond = new InstrumentSummary("bond-2030", "9.25 % 2030", "parent", "bond",
                Rank.SENIOR_UNSECURED, 2000, 0, List.of(pd(DefaultDefinition.PAYMENT, 0, 0, Double.NaN)),
                OptionalDouble.empty(), 0, 0, OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(),
                Optional.empty());
        return new RunSummary("made-up", LocalDate.of(2026, 6, 30), plan,
                new PortfolioTotals(9500, 1000, loss, 4.2, 812.34, 1020, 0.1, new double[]{0, 1}),
                List.of(borrower("parent", "Parent Inc", Optional.empty()),
                        borrower("spv", "Borrower SPV", Optional.of("parent"))),
                List.of(bond, loan), List.of(), List.of(new Unmodelled("parent", "swap", "Swap", 12,
                        "its terms are not published", "https://example.com")),
                List.of());
    }

    private static BorrowerSummary borrower(String id, String name, Optional<String> parent) {
        return new BorrowerSummary(id, name, parent, NO_FAN, NO_FAN, NO_FAN, NO_FAN, NO_MONTHS, NO_MONTHS,
                NO_MONTHS,
                NO_MONTHS, List.of(), Optional.empty());
    }

    private static Pd pd(DefaultDefinition definition, double... cumulative) {
        return new Pd(definition, cumulative, new double[]{0.001, 0.001, 0.001});
    }
}
