package org.deflator.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.model.portfolio.Portfolio.Unmodelled;

/** Every instrument of the book, grouped by who owns whom, and what could not be modelled with its reason. */
final class InstrumentTable {
    private static final int PD_AND_LGD = 10;
    private static final int AFTER_LOSS = 6;

    private final Book book;
    private final Html html;

    InstrumentTable(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "instruments").element("h2", "Instruments");
        html.element("p",
                "Grouped by who owns whom; subsidiaries are indented. Click a column head to sort by it, once"
                        + " more to reverse, a third time to return to the groups. PD is the"
                        + " cumulative probability of default"
                        + " within 1, 3 and 5 years under three definitions: a payment is missed or"
                        + " the lender takes the"
                        + " collateral; default as rating agencies count it, which adds"
                        + " maturities put off under duress;"
                        + " any event of default under the documents, waived or not." + largestError(),
                "class", "lead");
        html.open("table", "class", "instruments sortable");
        head();
        for (Book.Member member : book.tree()) {
            group(member);
        }
        html.open("tfoot").open("tr").element("th", "Book", "class", "left", "scope", "row");
        sums(book.summary().instruments());
        html.close().close().close();
        unmodelled();
        html.close();
    }

    private String largestError() {
        double largest = 0;
        for (InstrumentSummary instrument : book.summary().instruments()) {
            for (Pd pd : instrument.pd()) {
                for (double error : pd.standardError()) {
                    largest = Double.isFinite(error) ? Math.max(largest, error) : largest;
                }
            }
        }
        return " The largest standard error of any PD is " + Figures.number(largest * 100, 1)
                + " percentage points.";
    }

    private void head() {
        html.open("thead").open("tr", "class", "over");
        html.element("th", "").element("th", "");
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            html.element("th", "PD " + definition.label() + ", %", "colspan", "3", "class", "span");
        }
        html.element("th", "").element("th", "Expected loss", "colspan", "2", "class", "span");
        html.element("th", "DSCR, x", "colspan", "2", "class", "span");
        html.element("th", "LTV, %", "colspan", "2", "class", "span");
        html.element("th", "").close();
        html.open("tr");
        column("Instrument", "left");
        column("Exposure $m", "start");
        for (int definition = 0; definition < DefaultDefinition.values().length; definition++) {
            column("1y", "start").column("3y", "").column("5y", "");
        }
        column("LGD %", "start").column("$m", "start").column("± SE", "");
        column("min", "start").column("mid", "");
        column("stated", "start").column("sale", "");
        column("First covenant breached; main cause of default", "left start");
        html.close().close();
    }

    private InstrumentTable column(String name, String css) {
        html.element("th", name, "class", css, "scope", "col");
        return this;
    }

    private void group(Book.Member member) {
        List<InstrumentSummary> instruments = book.instrumentsOf(member.borrower().id());
        String indent = "padding-left:" + (0.3 + 1.1 * member.depth()) + "em";
        html.open("tbody").open("tr", "class", "group");
        html.open("th", "class", "left", "scope", "rowgroup", "style", indent);
        html.element("a", member.borrower().name(), "href", "#borrower-" + member.borrower().id()).close();
        sums(instruments);
        html.close();
        for (InstrumentSummary instrument : instruments) {
            row(instrument, "padding-left:" + (1.4 + 1.1 * member.depth()) + "em");
        }
        html.close();
    }

    /** Exposure and expected loss in their columns, the others empty. */
    private void sums(List<InstrumentSummary> instruments) {
        double exposure = instruments.stream().mapToDouble(InstrumentSummary::exposureUsdM).sum();
        double loss = instruments.stream().mapToDouble(InstrumentSummary::expectedLossUsdM).sum();
        html.element("td", Figures.number(exposure, 0)).element("td", "", "colspan",
                String.valueOf(PD_AND_LGD));
        html.element("td", Figures.number(loss, 1)).element("td", "", "colspan", String.valueOf(AFTER_LOSS));
    }

    private void row(InstrumentSummary instrument, String indent) {
        html.open("tr", "id", "instrument-" + instrument.id());
        html.open("td", "class", "left name", "style", indent).element("span", instrument.name());
        html.leaf("br").element("small", kind(instrument)).close();
        cell(Figures.number(instrument.exposureUsdM(), 0), instrument.exposureUsdM(), "start");
        for (DefaultDefinition definition : DefaultDefinition.values()) {
            probabilities(instrument, definition);
        }
        cell(Figures.percentCell(instrument.lgd()), instrument.lgd(), "start");
        cell(Figures.number(instrument.expectedLossUsdM(), 1), instrument.expectedLossUsdM(), "start");
        cell(Figures.number(instrument.expectedLossSeUsdM(), 1), instrument.expectedLossSeUsdM(), "error");
        cell(Figures.dscrCell(instrument.minDscrMedian()), instrument.minDscrMedian(), "start");
        cell(Figures.dscrCell(instrument.medianDscr()), instrument.medianDscr(), "");
        cell(Figures.percentCell(instrument.statedLtv()), instrument.statedLtv(), "start");
        cell(Figures.percentCell(instrument.liquidationLtv()), instrument.liquidationLtv(), over(instrument));
        html.open("td", "class", "left start words").text(instrument.firstBreach()
                .map(b -> b.covenant() + ", " + Figures.percentCell(b.share()) + Figures.SPACE + "% of paths")
                .orElse(Figures.NONE));
        cover(instrument);
        instrument.dominantCause().ifPresent(cause -> html.leaf("br").element("small", cause));
        html.close().close();
    }

    /** Owners of data centres are measured by interest cover and debt yield. */
    private void cover(InstrumentSummary instrument) {
        if (instrument.interestCover().isPresent()) {
            String yield = instrument.debtYield().isPresent()
                    ? ", debt yield " + Figures.percent(instrument.debtYield().getAsDouble(), 1)
                    : "";
            html.leaf("br").element("small", "interest cover "
                    + Figures.ratio(instrument.interestCover().getAsDouble()) + yield);
        }
    }

    /** A liquidation LTV above 100 % is set in bold. */
    private static String over(InstrumentSummary instrument) {
        return instrument.liquidationLtv().orElse(0) > 1 ? "over" : "";
    }

    private void probabilities(InstrumentSummary instrument, DefaultDefinition definition) {
        double[] cumulative = {Double.NaN, Double.NaN, Double.NaN};
        for (Pd pd : instrument.pd()) {
            if (pd.definition() == definition) {
                cumulative = pd.cumulative();
            }
        }
        for (int i = 0; i < cumulative.length; i++) {
            cell(Figures.percentCell(cumulative[i]), cumulative[i], i == 0 ? "start" : "");
        }
    }

    private void cell(String text, OptionalDouble value, String css) {
        cell(text, value.orElse(Double.NaN), css);
    }

    private void cell(String text, double value, String css) {
        String sort = Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
        html.element("td", text, "class", css, "data-v", sort);
    }

    private static String kind(InstrumentSummary instrument) {
        String rank = switch (instrument.rank()) {
            case SENIOR_SECURED -> "senior secured";
            case SENIOR_UNSECURED -> "senior unsecured";
            case SUBORDINATED -> "subordinated";
        };
        String undrawn = instrument.undrawnUsdM() > 0
                ? ", " + Figures.usd(instrument.undrawnUsdM()) + " undrawn"
                : "";
        return instrument.type() + ", " + rank + undrawn;
    }

    private void unmodelled() {
        List<Unmodelled> rows = book.summary().unmodelled();
        html.element("h3", "Not modelled");
        if (rows.isEmpty()) {
            html.element("p", "Every instrument of the book was simulated.", "class", "lead");
            return;
        }
        double amount = rows.stream().mapToDouble(Unmodelled::amountUsdM).sum();
        html.element("p", Figures.count(rows.size(), "instrument") + " of " + Figures.usd(amount)
                + " known amount could not be simulated. They are in none of the figures of this report.",
                "class", "lead");
        html.open("table", "class", "plain").open("thead").open("tr");
        column("Borrower", "left").column("Instrument", "left").column("$m", "").column("Reason", "left")
                .column("Source", "left");
        html.close().close().open("tbody");
        for (Unmodelled row : rows) {
            html.open("tr").element("td",
                    book.agreed(row.borrower()).map(b -> b.name()).orElse(row.borrower()), "class", "left");
            html.element("td", row.name(), "class", "left");
            html.element("td", row.amountUsdM() > 0 ? Figures.number(row.amountUsdM(), 0) : Figures.NONE);
            html.element("td", row.reason(), "class", "left").open("td", "class", "left source")
                    .source(row.source());
            html.close().close();
        }
        html.close().close();
    }
}
