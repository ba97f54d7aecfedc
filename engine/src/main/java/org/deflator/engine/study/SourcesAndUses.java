package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.run.BaseCase;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.Fleet;

/**
 * What paid, and will pay, for what a borrower owns: debt drawn and to be drawn, cash in hand, and equity, which is
 * what is missing; against fleets at cost, reserves and fees. Every line is a whole number of dollars, so that both
 * sides agree to the dollar. Where debt and cash exceed the cost of the assets in the model, the difference is a use
 * of its own.
 *
 * @param sources where money comes from
 * @param uses what it buys
 */
public record SourcesAndUses(List<Line> sources, List<Line> uses) {
    /**
     * One line.
     *
     * @param kind what it is
     * @param label name for a table
     * @param usd whole dollars
     */
    public record Line(Kind kind, String label, double usd) {}

    /** Kinds of line. */
    public enum Kind {
        /** Principal outstanding on the as-of date. */
        DEBT_DRAWN,
        /** Draws still to come. */
        DEBT_TO_BE_DRAWN,
        /** Free and restricted cash on the as-of date. */
        CASH,
        /** What is missing on the side of the sources. */
        EQUITY,
        /** Cards at all-in cost, in service or to come. */
        FLEET,
        /** Data centres at all-in cost when complete. */
        DATA_CENTRE,
        /** Mining rigs and bitcoin at today's price: their cost is not in the model. */
        MINING_AND_BITCOIN,
        /** Reserve accounts and what they still lack. */
        RESERVE,
        /** Fees on the undrawn part until it is drawn. */
        FEES,
        /** What debt and cash exceed the assets in the model by. */
        OUTSIDE_MODEL
    }

    public SourcesAndUses {
        sources = List.copyOf(sources);
        uses = List.copyOf(uses);
    }

    /** Sum of the sources, and of the uses, USD. */
    public double totalUsd() {
        return sum(sources);
    }

    /** Equity and earlier cash flow that the lines imply, USD; negative if debt and cash exceed the assets. */
    public double equityUsd() {
        return sum(sources.stream().filter(l -> l.kind() == Kind.EQUITY).toList())
                - sum(uses.stream().filter(l -> l.kind() == Kind.OUTSIDE_MODEL).toList());
    }

    private static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::usd).sum();
    }

    /** Of these borrowers together. */
    static SourcesAndUses of(GroupCase group, List<BorrowerTerms> members) {
        List<Line> sources = new ArrayList<>();
        List<Line> uses = new ArrayList<>();
        for (BorrowerTerms b : members) {
            debts(b, sources);
            add(sources, Kind.CASH, "cash " + b.id(), b.cashUsd() + b.restrictedUsd());
            add(sources, Kind.CASH, "reserve accounts " + b.id(),
                    b.debts().stream().mapToDouble(DebtTerms::reserveUsd).sum());
            assets(group, b, uses);
        }
        for (BorrowerTerms b : members) {
            for (DebtTerms debt : b.debts()) {
                add(uses, Kind.RESERVE, "reserve " + debt.id(), firstReserveUsd(debt));
                add(uses, Kind.FEES, "undrawn fees " + debt.id(), undrawnFeesUsd(debt));
            }
        }
        double missing = sum(uses) - sum(sources);
        add(sources, Kind.EQUITY, "equity and earlier cash flow", Math.max(0, missing));
        add(uses, Kind.OUTSIDE_MODEL, "assets outside the model, losses and cash kept",
                Math.max(0, -missing));
        return new SourcesAndUses(sources, uses);
    }

    private static void debts(BorrowerTerms b, List<Line> sources) {
        for (DebtTerms debt : b.debts()) {
            add(sources, Kind.DEBT_DRAWN, debt.id(), debt.openingUsd());
            add(sources, Kind.DEBT_TO_BE_DRAWN, debt.id() + ", to be drawn",
                    GroupCase.fullyDrawnUsd(debt) - debt.openingUsd());
        }
    }

    private static void assets(GroupCase group, BorrowerTerms b, List<Line> uses) {
        Borrower agreed = group.agreed(b.id());
        for (Fleet fleet : agreed.fleets()) {
            add(uses, Kind.FLEET, fleet.id(), fleet.units() * fleet.unitCostUsd());
        }
        for (DataCentre dataCentre : agreed.dataCentres()) {
            add(uses, Kind.DATA_CENTRE, dataCentre.id(), 1e6 * dataCentre.costUsdM());
        }
        BaseCase.BorrowerMonths months = group.baseCase().borrower(b.id());
        add(uses, Kind.MINING_AND_BITCOIN, "mining rigs " + b.id() + ", at today's price", months.rigsUsd());
        add(uses, Kind.MINING_AND_BITCOIN, "bitcoin " + b.id() + ", at today's price", months.bitcoinUsd());
    }

    /** The reserve that must stand once all is drawn, or what stands there already if that is more. */
    private static double firstReserveUsd(DebtTerms debt) {
        int m = 0;
        for (int k = 0; k < debt.drawUsd().length; k++) {
            m = debt.drawUsd()[k] > 0 ? k : m;
        }
        return Math.max(debt.reserveUsd(), debt.reserveTargetUsd()[m]);
    }

    private static double undrawnFeesUsd(DebtTerms debt) {
        if (debt.revolving()) {
            return 0;
        }
        double undrawn = GroupCase.fullyDrawnUsd(debt) - debt.openingUsd();
        double fees = 0;
        for (int m = 0; m < debt.drawUsd().length; m++) {
            undrawn -= debt.drawUsd()[m];
            fees += Math.max(0, undrawn) * debt.undrawnFee() * debt.yearFraction()[m];
        }
        return fees;
    }

    private static void add(List<Line> lines, Kind kind, String label, double usd) {
        double whole = Math.rint(usd);
        if (whole != 0) {
            lines.add(new Line(kind, label, whole));
        }
    }
}
