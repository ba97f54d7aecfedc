package org.deflator.report;

import org.deflator.engine.study.Breakeven;
import org.deflator.engine.study.ContractLadder;
import org.deflator.engine.study.Coverage;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.DebtCapacity;
import org.deflator.engine.study.Driver;
import org.deflator.engine.study.RatingCase;
import org.deflator.model.portfolio.Borrower;

/** How far cash flow carries the debt: cover, headroom, contracts, breakevens, rating case, debt capacity. */
record MemoCover(Html html, CreditReview review, Borrower borrower) {
    void coverage() {
        Coverage c = review.coverage();
        MemoTable ratios = new MemoTable(html, "Coverage", 0, "Debt, USD m", "Mean rate", "DSCR next year",
                "DSCR least", "ADSCR", "LLCR", "PLCR", "Debt yield", "ICR", "Tail, months");
        ratios.row(MemoFigures.millions(c.debtUsd()), Figures.percent(c.ratePerYear(), 2),
                Figures.ratio(c.nextYearDscr()), Figures.ratio(c.minimumDscr()),
                Figures.ratio(c.averageDscr()), Figures.ratio(c.llcr()), Figures.ratio(c.plcr()),
                Figures.percent(c.debtYield(), 1), Figures.ratio(c.icr()),
                tail(c));
        ratios.close();
        html.element("p",
                "Debt outstanding and to be drawn. ADSCR, LLCR and PLCR are the average, loan life and"
                        + " project life cover; debt yield and interest cover (ICR) are of the next"
                        + " twelve months; the tail"
                        + " is by how much the last card's book life or lease outlasts the debt. A dash:"
                        + " the ratio does not exist.",
                "class", "note");
        MemoTable years = new MemoTable(html, "Projected debt service cover, base case, USD m", 1, "Year to",
                "CFADS", "Debt service without balloons", "DSCR");
        c.years().forEach(y -> years.row(Figures.month(y.end()), MemoFigures.millions(y.cfadsUsd()),
                MemoFigures.millions(y.serviceUsd()), Figures.ratio(y.dscr())));
        years.close();
        headroom(c);
    }

    private String tail(Coverage c) {
        return borrower.fleets().isEmpty() && borrower.dataCentres().isEmpty() ? Figures.NONE
                : Figures.number((double) c.tailMonths(), 0);
    }

    private void headroom(Coverage c) {
        if (c.covenants().isEmpty()) {
            html.element("p", "No maintenance covenant of the borrower is tested in the model.");
            return;
        }
        MemoTable table = new MemoTable(html, "Covenant headroom at the worst test of the base case", 3,
                "Facility", "Covenant", "Month", "Ratio", "Headroom", "Rent may fall, $/GPU-hour",
                "Rent may fall, $/kW-month");
        for (Coverage.Headroom h : c.covenants()) {
            table.row(h.instrument(), h.covenant(), h.month().map(Figures::month).orElse("not tested"),
                    MemoFigures.measured(h.covenant(), h.ratio()),
                    MemoFigures.measured(h.covenant(), h.headroom()),
                    Figures.number(h.rentUsdPerGpuHour(), 2), Figures.number(h.leaseRentUsdPerKwMonth(), 2));
        }
        table.close();
        html.element("p",
                "Negative headroom is a breach; a negative fall is a rise that is needed. Headroom in"
                        + " rent by the GPU-hour moves contract prices and market rents together; by the"
                        + " kW and month, rents under leases and at the market. A dash: not measured, or"
                        + " nothing breaks in the range searched.",
                "class", "note");
    }

    void ladder() {
        LadderChart.write(html, review.ladder());
        ladder(review.ladder(), "Ladder of the borrower alone, USD m");
        review.groupLadder().ifPresent(all -> {
            ladder(all, "Ladder with all it owns, USD m");
            html.element("p", "With all it owns: " + LadderChart.caption(all), "class", "note");
        });
    }

    private void ladder(ContractLadder ladder, String title) {
        MemoTable table = new MemoTable(html, title, 1, "Year", "Drawn", "Repaid", "Debt at end",
                "Contracted revenue", "Contracted, still to bill");
        for (ContractLadder.Year y : ladder.years()) {
            table.row(String.valueOf(y.year()), MemoFigures.millions(y.drawnUsd()),
                    MemoFigures.millions(y.repaidUsd()), MemoFigures.millions(y.debtUsd()),
                    MemoFigures.millions(y.contractedUsd()), MemoFigures.millions(y.contractedLeftUsd()));
        }
        table.close();
    }

    void breakevens() {
        BreakevenTornado.write(html, review);
        if (review.breakevens().isEmpty()) {
            return;
        }
        MemoTable table = new MemoTable(html, "Breakevens, all else as in the base case", 2, "Facility",
                "Promise", "Base", "Breaks at", "Change");
        for (Driver driver : Driver.values()) {
            var own = review.breakevens().stream().filter(b -> b.driver() == driver).toList();
            if (!own.isEmpty()) {
                table.heading(driver.label() + ", " + MemoFigures.unit(driver));
            }
            for (Breakeven b : own) {
                table.row(b.target().instrument(), b.target().label(),
                        MemoFigures.level(driver, b.baseLevel()), MemoFigures.outcome(b),
                        MemoFigures.change(b.change()));
            }
        }
        table.close();
        html.element("p",
                "Par: paid in full from cash flow and the sale of collateral, without new lenders, new"
                        + " equity or support from outside what the borrower owns.",
                "class", "note");
    }

    void ratingCase() {
        RatingCase r = review.ratingCase();
        html.open("div", "class", "pair").open("div");
        MemoTable table = new MemoTable(html, "Rating case", 1, "Case", "Least DSCR", "ADSCR");
        cover(table, "Base case", r.base());
        cover(table, "Utilisation " + Figures.percent(r.utilisation(), 0) + ", PUE "
                + Figures.number(r.pue(), 2), r.rating());
        cover(table, "and re-lease rents " + Figures.percent(r.releaseHaircut(), 0) + " lower", r.haircut());
        table.close();
        html.close().open("div");
        DebtCapacity c = review.capacity();
        MemoTable most = new MemoTable(html, "Maximum debt at a DSCR of " + Figures.ratio(c.targetDscr())
                + ", USD m", 1, "Repaid from", "Maximum", "Actual less it");
        most.row("Contracted cash flow", MemoFigures.millions(c.contractedUsd()),
                MemoFigures.millions(c.beyondContractedUsd()));
        most.row("All cash flow", MemoFigures.millions(c.totalUsd()),
                MemoFigures.millions(c.beyondTotalUsd()));
        most.total("Actual debt", MemoFigures.millions(c.actualUsd()), "");
        most.close();
        html.close().close();
    }

    private static void cover(MemoTable table, String name, RatingCase.Cover cover) {
        table.row(name, Figures.ratio(cover.minimumDscr()), Figures.ratio(cover.averageDscr()));
    }
}
