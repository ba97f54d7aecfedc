package org.deflator.report;

import java.util.List;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.PortfolioTotals;
import org.deflator.model.portfolio.Portfolio.LeftOut;

/** What the report is of, its headline figures and its findings. */
final class TitleSection {
    private final Book book;
    private final Html html;

    TitleSection(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    void write() {
        RunSummary summary = book.summary();
        html.open("header", "id", "top");
        html.element("p", "Credit risk of debt secured on computers", "class", "kicker");
        html.element("h1", summary.portfolioId());
        html.open("p", "class", "run").text("As of " + summary.asOf() + ". ");
        html.text(Figures.number(summary.plan().paths(), 0) + " paths of "
                + Figures.count(summary.plan().months(), "month") + ", seed " + summary.plan().seed() + ". "
                + Figures.count(summary.indebted().size(), "borrower") + ", "
                + Figures.count(summary.instruments().size(), "instrument")
                + (summary.unmodelled().isEmpty() ? ""
                        : ", " + summary.unmodelled().size() + " more not modelled")
                + leftOut(summary.leftOut()) + ". " + book.input().generatedBy() + ".");
        html.close();
        headline(summary.portfolio());
        html.open("div", "class", "findings");
        for (Findings.Finding finding : new Findings(book).all()) {
            html.open("p").element("strong", finding.question()).element("span", finding.sentence()).close();
        }
        html.close().close();
    }

    private static String leftOut(List<LeftOut> growth) {
        return growth.isEmpty() ? ""
                : ", growth of " + Figures.usd(growth.stream().mapToDouble(LeftOut::debtUsdM).sum())
                        + " of debt left out";
    }

    private void headline(PortfolioTotals totals) {
        html.open("dl", "class", "headline");
        figure("Exposure", Figures.usd(totals.exposureUsdM()), totals.undrawnUsdM() > 0
                ? "and " + Figures.usd(totals.undrawnUsdM()) + " committed, undrawn"
                : "nothing undrawn");
        figure("Expected loss", Figures.usd(totals.expectedLossUsdM()),
                "± " + Figures.usd(totals.expectedLossSeUsdM())
                        + " standard error, " + share(totals.expectedLossUsdM(), totals));
        figure("VaR 99" + Figures.SPACE + "%", Figures.usd(totals.var99UsdM()),
                "exceeded on 1" + Figures.SPACE + "% of paths, " + share(totals.var99UsdM(), totals));
        figure("ES 99" + Figures.SPACE + "%", Figures.usd(totals.es99UsdM()),
                "mean of the worst 1" + Figures.SPACE + "%, " + share(totals.es99UsdM(), totals));
        boolean short5 = book.time().months() < 60;
        figure("Any payment default", Figures.percent(totals.anyDefault5y(), 1), short5
                ? "of paths within the horizon of " + Figures.count(book.time().months(), "month")
                : "of paths within five years");
        html.close();
    }

    private static String share(double usdM, PortfolioTotals totals) {
        return Figures.percent(usdM / totals.exposureUsdM(), 1) + " of exposure";
    }

    private void figure(String name, String value, String note) {
        html.open("div").element("dt", name).element("dd", value).element("dd", note, "class", "note")
                .close();
    }
}
