package org.deflator.engine.study;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CovenantTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.covenant.CoverRatios;
import org.deflator.engine.run.BaseCase;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.TestRow;
import org.deflator.model.portfolio.Fleet;

/**
 * How far cash flow covers a borrower's own debt (MODEL 5.5), in the base case with lenders who wait: a default would
 * end the cash flow that is measured. Cash flow includes what vehicles send up; debt includes what will be drawn;
 * balloons are no debt service. Ratios are NaN where they do not exist.
 *
 * @param debtUsd debt outstanding and to be drawn
 * @param ratePerYear its mean rate, by amount
 * @param loanLifeMonths months until the last debt matures
 * @param projectLifeMonths months until the last card is written off and the last lease has ended, at least the loan's
 *            life
 * @param tailMonths months by which the last card's book life or lease outlasts the debt; negative if the debt outlasts it
 * @param nextYearDscr cover of the next twelve months
 * @param averageDscr ADSCR: mean over the years of the loan's life
 * @param minimumDscr least of them
 * @param llcr loan life cover: present value at the debt's rate of the cash flow until the last maturity, with reserve
 *            accounts, over debt
 * @param plcr project life cover: the same to the end of the project's life, without reserves
 * @param debtYield cash flow of the next twelve months over debt
 * @param noiDebtYield net operating income of the pledged data centres over the debt they secure, twelve times that of
 *            the first month in which all are handed over
 * @param icr EBITDA, with what vehicles send up, over interest paid in the next twelve months
 * @param years cover by year
 * @param covenants headroom by covenant
 */
public record Coverage(double debtUsd, double ratePerYear, int loanLifeMonths, int projectLifeMonths,
        int tailMonths, double nextYearDscr, double averageDscr, double minimumDscr, double llcr, double plcr,
        double debtYield, double noiDebtYield, double icr, List<Year> years, List<Headroom> covenants) {
    /**
     * Twelve months from the as-of date or an anniversary of it; the last reaches to the last
     * maturity and may be longer.
     *
     * @param end its last month
     * @param cfadsUsd cash flow available for debt service
     * @param serviceUsd scheduled debt service without balloons
     * @param dscr cover
     */
    public record Year(YearMonth end, double cfadsUsd, double serviceUsd, double dscr) {}

    /**
     * The worst test of a covenant in the base case.
     *
     * @param instrument instrument id
     * @param covenant the covenant in words
     * @param threshold agreed limit
     * @param ratio the ratio at the worst test; NaN if it is never tested
     * @param headroom distance to the limit there, in the ratio's unit, negative in breach
     * @param month month of that test, if there is one
     * @param rentUsdPerGpuHour how far contract prices and market rents may fall together before the first breach;
     *            negative if they must rise; NaN if no fall within the range searched breaks it
     * @param leaseRentUsdPerKwMonth the same of the rents of data centres, under leases and at the market
     */
    public record Headroom(String instrument, String covenant, double threshold, double ratio,
            double headroom,
            Optional<YearMonth> month, double rentUsdPerGpuHour,
            double leaseRentUsdPerKwMonth) {}

    public Coverage {
        years = List.copyOf(years);
        covenants = List.copyOf(covenants);
    }

    static Coverage of(GroupCase group, BaseCase standing, String borrower, List<Breakeven> breakevens) {
        BorrowerTerms b = group.terms(borrower);
        CoverPeriods periods = CoverPeriods.of(standing, borrower, b.debts());
        BaseCase.BorrowerMonths months = standing.borrower(borrower);
        double debt = b.debts().stream().mapToDouble(GroupCase::fullyDrawnUsd).sum();
        double rate = meanRate(group, b);
        double reserves = b.debts().stream().mapToDouble(DebtTerms::reserveUsd).sum();
        int asset = assetMonths(group, b);
        int project = Math.min(periods.cfadsUsd().length, Math.max(periods.loanMonths(), asset));
        double cfads = CoverPeriods.firstYear(periods.cfadsUsd());
        double ebitda = CoverPeriods.firstYear(months.ebitdaUsd())
                + CoverPeriods.firstYear(months.upstreamUsd());
        return new Coverage(debt, rate, periods.loanMonths(), project, asset - periods.loanMonths(),
                CoverRatios.dscr(cfads, CoverPeriods.firstYear(periods.serviceUsd())), periods.averageDscr(),
                periods.minimumDscr(),
                CoverRatios.llcr(periods.cfadsUsd(periods.loanMonths()), rate / 12, reserves, debt),
                CoverRatios.plcr(periods.cfadsUsd(project), rate / 12, debt),
                CoverRatios.debtYield(cfads, debt), noiDebtYield(standing, b),
                CoverRatios.icr(ebitda, interestUsd(standing, b)), years(group, periods),
                headroom(group, b, breakevens));
    }

    /** Rate a year by amount outstanding and to be drawn; 0 without debt. */
    static double meanRate(GroupCase group, BorrowerTerms b) {
        double sofr = group.unshocked().market().snapshot().sofr();
        double sum = 0;
        double weight = 0;
        for (DebtTerms debt : b.debts()) {
            double usd = GroupCase.fullyDrawnUsd(debt);
            sum += usd * debt.ratePerYear(sofr);
            weight += usd;
        }
        return weight > 0 ? sum / weight : 0;
    }

    private static int assetMonths(GroupCase group, BorrowerTerms b) {
        int life = group.unshocked().market().model().underwriting().bookLifeMonths();
        int last = 0;
        for (Fleet fleet : group.agreed(b.id()).fleets()) {
            int full = group.timeline().indexOf(fleet.inService()) + Math.max(0, fleet.rampMonths() - 1);
            last = Math.max(last, full + life);
        }
        for (YearMonth end : GroupCase.leaseEnds(group.agreed(b.id()))) {
            last = Math.max(last, Math.min(group.timeline().months(), group.timeline().indexOf(end) + 1));
        }
        return last;
    }

    private static double interestUsd(BaseCase run, BorrowerTerms b) {
        return -run.ledger().stream().filter(row -> row.borrower().equals(b.id())
                && row.month() < CoverPeriods.YEAR && row.account().startsWith("interest "))
                .mapToDouble(LedgerRow::usd).sum();
    }

    private static List<Year> years(GroupCase group, CoverPeriods periods) {
        List<Year> years = new ArrayList<>();
        for (int y = 0; y < periods.yearCfadsUsd().length; y++) {
            boolean atEnd = y == periods.yearCfadsUsd().length - 1;
            int last = (atEnd ? periods.loanMonths() : (y + 1) * CoverPeriods.YEAR) - 1;
            years.add(new Year(group.month(last), periods.yearCfadsUsd()[y], periods.yearServiceUsd()[y],
                    CoverRatios.dscr(periods.yearCfadsUsd()[y], periods.yearServiceUsd()[y])));
        }
        return years;
    }

    private static List<Headroom> headroom(GroupCase group, BorrowerTerms b, List<Breakeven> breakevens) {
        List<Headroom> rows = new ArrayList<>();
        for (DebtTerms debt : b.debts()) {
            for (CovenantTerms covenant : debt.tests()) {
                Optional<TestRow> worst = group.baseCase().tests().stream()
                        .filter(t -> t.instrument().equals(debt.id())
                                && t.covenant().equals(covenant.label()))
                        .min((one, other) -> Double.compare(one.headroom(), other.headroom()));
                rows.add(new Headroom(debt.id(), covenant.label(), covenant.threshold(),
                        worst.map(TestRow::ratio).orElse(Double.NaN),
                        worst.map(TestRow::headroom).orElse(Double.NaN),
                        worst.map(t -> group.month(t.month())),
                        room(breakevens, Driver.RENT_LEVEL, debt, covenant),
                        room(breakevens, Driver.LEASE_RENT, debt, covenant)));
            }
        }
        return rows;
    }

    private static double room(List<Breakeven> breakevens, Driver driver, DebtTerms debt,
            CovenantTerms covenant) {
        return breakevens.stream()
                .filter(e -> e.driver() == driver && e.target().instrument().equals(debt.id())
                        && e.target().label().equals(covenant.label()))
                .mapToDouble(Breakeven::room).findFirst().orElse(Double.NaN);
    }

    private static double noiDebtYield(BaseCase run, BorrowerTerms b) {
        int whole = 0;
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            int handedOver = run.dataCentres().get(dataCentre.index()).handedOverMonth();
            if (dataCentre.pledged() && handedOver < 0) {
                return Double.NaN;
            }
            whole = dataCentre.pledged() ? Math.max(whole, handedOver) : whole;
        }
        double noi = 0;
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            noi += dataCentre.pledged()
                    ? CoverPeriods.YEAR * run.dataCentres().get(dataCentre.index()).noiUsd()[whole]
                    : 0;
        }
        double debt = b.debts().stream().filter(d -> d.securedByDataCentre(b))
                .mapToDouble(GroupCase::fullyDrawnUsd).sum();
        return CoverRatios.debtYield(noi, debt);
    }
}
