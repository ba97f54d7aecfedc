package org.deflator.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;

/** What a summary has figures of. */
public sealed interface SummarySubject {
    /** Id of the whole portfolio among the subjects. */
    String PORTFOLIO = "portfolio";

    /** Its id, unique in its kind. */
    String id();

    /** Its full name. */
    String name();

    /** Its figures, in the order of the summary. */
    List<SummaryFigure> figures();

    /** All subjects: instruments, borrowers, and the portfolio. */
    static List<SummarySubject> of(RunSummary summary) {
        return Stream.<Stream<? extends SummarySubject>>of(
                summary.instruments().stream().map(OfInstrument::new),
                summary.borrowers().stream().map(OfBorrower::new),
                Stream.of(new OfPortfolio(summary))).<SummarySubject>flatMap(each -> each).toList();
    }

    /** The figure with this name, the name in {@code summary.json}, or the name without its unit. */
    default Optional<SummaryFigure> figure(String name) {
        return figures().stream().filter(each -> each.metric().name().equals(name)
                || each.metric().alias().equals(name) || each.metric().name().equals(name + "_usd_m"))
                .findFirst();
    }

    /** An instrument. */
    record OfInstrument(InstrumentSummary instrument) implements SummarySubject {
        @Override
        public String id() {
            return instrument.id();
        }

        @Override
        public String name() {
            return instrument.name();
        }

        @Override
        public List<SummaryFigure> figures() {
            return SummaryMetric.ofInstruments().stream()
                    .map(metric -> SummaryFigure.of(this, metric, instrument)).toList();
        }
    }

    /** A borrower. */
    record OfBorrower(BorrowerSummary borrower) implements SummarySubject {
        @Override
        public String id() {
            return borrower.id();
        }

        @Override
        public String name() {
            return borrower.name();
        }

        @Override
        public List<SummaryFigure> figures() {
            return SummaryMetric.ofBorrowers().stream()
                    .map(metric -> SummaryFigure.of(this, metric, borrower)).toList();
        }
    }

    /** The whole portfolio. */
    record OfPortfolio(RunSummary summary) implements SummarySubject {
        @Override
        public String id() {
            return PORTFOLIO;
        }

        @Override
        public String name() {
            return summary.portfolioId();
        }

        @Override
        public List<SummaryFigure> figures() {
            return SummaryMetric.ofPortfolio().stream()
                    .map(metric -> SummaryFigure.of(this, metric, summary.portfolio())).toList();
        }
    }
}
