package org.deflator.report;

import java.util.List;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;

/**
 * What the simulation says of each debt of a borrower: probability of default, loss given default, expected
 * loss.
 */
final class MemoOutcome {
    private final Html html;
    private final Book book;

    MemoOutcome(Html html, Book book) {
        this.html = html;
        this.book = book;
    }

    void write(String borrower) {
        List<InstrumentSummary> instruments = book.instrumentsOf(borrower);
        if (instruments.isEmpty()) {
            html.element("p", "The run simulated no debt of this borrower.");
            return;
        }
        MemoTable pds =
                new MemoTable(html, "Probability of default, % ± standard error, cumulative", 2, "Facility",
                        "Definition", "1 year", "3 years", "5 years");
        for (InstrumentSummary instrument : instruments) {
            for (Pd pd : instrument.pd()) {
                pds.row(instrument.id(), pd.definition().label(), pd(pd, 0), pd(pd, 1), pd(pd, 2));
            }
        }
        pds.close();
        MemoTable losses = new MemoTable(html, "Loss", 3, "Facility", "First breach", "Main cause of default",
                "Exposure, USD m", "LGD, %", "EL, USD m", "± s.e.", "EL / exposure");
        for (InstrumentSummary i : instruments) {
            losses.row(i.id(), i.firstBreach().map(b -> b.covenant() + ", "
                    + Figures.percent(b.share(), 0) + " of paths").orElse(Figures.NONE),
                    i.dominantCause().orElse(Figures.NONE), Figures.number(i.exposureUsdM(), 1),
                    Figures.percentCell(i.lgd()), Figures.number(i.expectedLossUsdM(), 2),
                    Figures.number(i.expectedLossSeUsdM(), 2),
                    Figures.percent(i.expectedLossUsdM() / i.exposureUsdM(), 2));
        }
        losses.close();
        RunSummary run = book.summary();
        html.element("p", Figures.number(run.plan().paths(), 0) + " paths of "
                + Figures.count(run.plan().months(), "month") + ", seed " + run.plan().seed()
                + ". Standard errors are of the simulation only, not of the model; a run does not keep"
                + " one for"
                + " LGD, which is mean loss over mean claim at default. The expected loss is discounted"
                + " and counts the"
                + " whole horizon.", "class", "note");
    }

    private static String pd(Pd pd, int i) {
        String value = Figures.percentCell(pd.cumulative()[i]);
        return Double.isFinite(pd.standardError()[i])
                ? value + " ± " + Figures.number(pd.standardError()[i] * 100, 1)
                : value;
    }
}
