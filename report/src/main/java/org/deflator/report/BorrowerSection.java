package org.deflator.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.run.BorrowerMeasure;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.engine.run.RunSummary.CovenantLine;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.LandlordSummary;
import org.deflator.engine.study.CreditReview;

/** One borrower: what it owns and owes, and how its cover, collateral, maturities and liquidity may go. */
final class BorrowerSection {
    private static final Scale.Label PERCENT = (value, decimals) -> Figures.number(value * 100, 0);

    private final Book book;
    private final Html html;
    private final FanChart fans;

    BorrowerSection(Book book, Html html) {
        this.book = book;
        this.html = html;
        this.fans = new FanChart(html, book);
    }

    /** All borrowers, each one collapsible. */
    void writeAll() {
        html.open("section", "id", "borrowers").element("h2", "Borrowers");
        html.element("p",
                "In each fan the line is the median, the dark band the middle half of paths, the light band"
                        + " the 5th to 95th percentile; values beyond the scale are drawn at its"
                        + " edge. Percentiles count only"
                        + " paths on which the measure exists; the strip below shows how many those"
                        + " are, so a fan that improves"
                        + " while its strip thins has lost its weak paths to default. Where less than a"
                        + " tenth is left, no percentile is drawn.",
                "class", "lead");
        for (Book.Member member : book.tree()) {
            write(member.borrower());
        }
        html.close();
    }

    private void write(BorrowerSummary borrower) {
        html.open("details", "class", "borrower", "open", "open", "id", "borrower-" + borrower.id());
        html.open("summary").element("h3", borrower.name()).element("span", headline(borrower)).close();
        html.open("div", "class", "figures");
        new BorrowerFacts(book, html).write(borrower);
        dscr(borrower);
        borrower.landlord().ifPresent(landlord -> interestCover(borrower, landlord));
        new LtvChart(html, book).write(borrower);
        timing(borrower);
        new MaturityWall(html, book).write(borrower);
        liquidity(borrower);
        Optional<CreditReview> review = book.input().reviews().stream()
                .filter(r -> r.borrower().equals(borrower.id())).findFirst();
        review.ifPresent(this::firstLook);
        html.close();
        review.ifPresent(r -> html.open("p").element("a", "Credit memo of " + r.name(), "href",
                CreditMemo.FOLDER + "/" + r.borrower() + ".html").close());
        new TestTable(book, html).write(borrower.id());
        new LedgerTable(book, html).write(borrower.id());
        html.close();
    }

    private void firstLook(CreditReview review) {
        LadderChart.write(html, review.ladder());
        BreakevenTornado.write(html, review);
    }

    private String headline(BorrowerSummary borrower) {
        double exposure = 0;
        double loss = 0;
        for (var instrument : book.instrumentsOf(borrower.id())) {
            exposure += instrument.exposureUsdM();
            loss += instrument.expectedLossUsdM();
        }
        return Figures.usd(exposure) + " owed, expected loss " + Figures.usd(loss)
                + ", defaults on " + Figures.percent(sum(borrower.defaultsByMonth()), 1) + " of paths";
    }

    private void dscr(BorrowerSummary borrower) {
        String title = "Debt service cover (DSCR)";
        if (!FanChart.exists(borrower.dscr())) {
            Figure.empty(html, title,
                    "No debt service falls due within the horizon, so there is no cover to show.");
            return;
        }
        Fan told = FanChart.telling(borrower.dscr());
        if (!FanChart.exists(told)) {
            Figure.empty(html, title, "In no month is cover tested on 10" + Figures.SPACE
                    + "% of paths: no interest or instalment is due but on maturities that were put off.");
            return;
        }
        List<Chart.Label> lines =
                borrower.dscrLines().stream().map(l -> new Chart.Label(l.threshold(), l.label()))
                        .toList();
        fans.write(new FanChart.Words(title, dscrCaption(borrower, told), "x", "of paths tested"), told,
                book.horizon(borrower), BorrowerMeasure.DSCR.histogram(), Figures::number, lines);
    }

    private String dscrCaption(BorrowerSummary borrower, Fan told) {
        double[] median = told.p50();
        List<String> crossings = new ArrayList<>();
        for (CovenantLine line : borrower.dscrLines()) {
            int month = FanChart.firstBelow(median, line.threshold());
            if (month >= 0) {
                crossings.add(Figures.ratio(line.threshold()) + " in " + book.month(month));
            }
        }
        if (!crossings.isEmpty()) {
            return "The median path first falls below " + Figures.list(crossings.stream().distinct().toList())
                    + ".";
        }
        int weak = FanChart.firstBelow(told.p05(), 1);
        String tail = weak < 0
                ? "; even the weakest 5" + Figures.SPACE + "% cover their debt service throughout."
                : "; the weakest 5" + Figures.SPACE + "% no longer cover debt service from "
                        + book.month(weak) + ".";
        return (borrower.dscrLines().isEmpty()
                ? "There is no DSCR covenant; the lowest median is "
                : "The median stays above every covenant line; its lowest value is ")
                + Figures.dscr(FanChart.minimum(median)) + tail;
    }

    private void interestCover(BorrowerSummary borrower, LandlordSummary landlord) {
        String title = "Interest cover (ICR)";
        Fan told = FanChart.telling(landlord.interestCover());
        if (!FanChart.exists(told)) {
            Figure.empty(html, title, "No interest falls due within the horizon.");
            return;
        }
        double[] yield = FanChart.telling(landlord.debtYield()).p50();
        int first = FanChart.firstBelow(yield, Double.POSITIVE_INFINITY);
        String caption = "EBITDA over interest of the last twelve months; the lowest median is "
                + Figures.ratio(FanChart.minimum(told.p50())) + "."
                + (first < 0
                        ? ""
                        : " The data centres yield " + Figures.percent(yield[first], 1)
                                + " of the debt on them at the median of " + book.month(first)
                                + ", when they are handed over.");
        fans.write(new FanChart.Words(title, caption, "x", "of paths with interest due"), told,
                book.horizon(borrower), BorrowerMeasure.INTEREST_COVER.histogram(), Figures::number,
                List.of());
    }

    private void timing(BorrowerSummary borrower) {
        double[] monthly = borrower.defaultsByMonth();
        double[] cumulative = new double[monthly.length];
        int worst = 0;
        double total = 0;
        for (int m = 0; m < monthly.length; m++) {
            total += monthly[m];
            cumulative[m] = total;
            worst = monthly[m] > monthly[worst] ? m : worst;
        }
        if (total <= 0) {
            Figure.empty(html, "Timing of default", "The borrower defaults on none of the paths.");
            return;
        }
        String caption = "By the end of the horizon " + Figures.percent(total, 1)
                + " of paths have defaulted; the most frequent single month is " + book.month(worst)
                + " with "
                + Figures.percent(monthly[worst], 2) + " of paths.";
        Figure.open(html, "Timing of default");
        Chart.open(html, "Timing of default. " + caption);
        int shown = book.horizon(borrower);
        Scale x = Scale.months(book.time().asOf(), 0, shown);
        double[] months = Book.months(shown);
        new Chart(html, Chart.Box.upper(), x, Scale.linear(0, total, BorrowerSection::percent))
                .yAxis("% of paths, cumulative")
                .band("a half", months, new double[monthly.length], cumulative)
                .line("a median", months, cumulative)
                .xAxis(false);
        double top = monthly[worst];
        Scale strip = new Scale(0, top, false,
                List.of(new Scale.Tick(0, "0"), new Scale.Tick(top, Figures.number(top * 100, 2))));
        new Chart(html, Chart.Box.strip(), x, strip).yEnds()
                .bars("bar", edges(shown), Arrays.copyOf(monthly, shown), 0.2).inside("% each month")
                .xAxis(true);
        html.close();
        Figure.close(html, caption);
    }

    private static String percent(double value, int decimals) {
        return Figures.number(value * 100,
                Math.max(0, decimals - 2) + (value > 0 && value * 100 < 1 ? 1 : 0));
    }

    private void liquidity(BorrowerSummary borrower) {
        Fan fan = FanChart.telling(borrower.liquidity());
        if (!FanChart.exists(fan)) {
            Figure.empty(html, "Liquidity", "There is no debt to measure liquidity against.");
            return;
        }
        int thin = FanChart.firstBelow(fan.p05(), 0.01);
        String caption =
                "Free cash and undrawn revolver over opening debt: " + Figures.percent(fan.p50()[0], 1)
                        + " at the median after the first month; "
                        + (thin < 0
                                ? "the weakest 5" + Figures.SPACE + "% of living paths never fall below 1"
                                        + Figures.SPACE + "%."
                                : "on the weakest 5" + Figures.SPACE + "% of living paths it is below 1"
                                        + Figures.SPACE
                                        + "% in " + book.month(thin) + ".");
        fans.write(new FanChart.Words("Liquidity", caption, "% of opening debt", "of paths alive"), fan,
                book.horizon(borrower), BorrowerMeasure.LIQUIDITY.histogram(), PERCENT, List.of());
    }

    /** Edges of the months of the horizon. */
    private static double[] edges(int months) {
        double[] edges = new double[months + 1];
        for (int m = 0; m <= months; m++) {
            edges[m] = m;
        }
        return edges;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
