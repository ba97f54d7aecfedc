package org.deflator.engine.run;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.DataCentreLease.Backstop;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Portfolio;

/** A hall of 10 MW and its owner on a still market, and what the months left behind. Amounts in USD millions. */
abstract class OneHall {
    static final double CENT = 1e-8;
    static final double RENT = 1.2;
    static final double MARKET_RENT = 1.5;
    static final double EMPTY_COST = 0.1;
    static final YearMonth FIRST = YearMonth.from(Still.AS_OF).plusMonths(1);

    final MarketExample market = Still.market(0);
    double tenantFails;
    double guarantorFails;
    double renew;
    double capRate = 0.10;
    int delayShape = 2;
    double delayScaleMonths;
    double ltvCap = 0.65;
    double minDebtYield = 0.10;
    BlockResult result = new BlockResult(0, 0, List.of(), new Histogram[0][][], new Histogram[0][],
            new Histogram[0][], new int[0][], List.of(), List.of(), List.of());

    static DataCentre hall(int completion, double toSpendUsdM, Optional<DataCentreLease> lease) {
        return new DataCentre("hall", 10, 100, toSpendUsdM, FIRST.plusMonths(completion), 0, lease);
    }

    static DataCentreLease lease(int lastMonth, Optional<Backstop> backstop) {
        return new DataCentreLease("tenant", 120, 0, 0.8, FIRST.plusMonths(lastMonth), backstop);
    }

    static Still owner(double cashUsdM, DataCentre... dataCentres) {
        Still owner = new Still();
        owner.units = 0;
        owner.cashUsdM = cashUsdM;
        owner.dataCentres = List.of(dataCentres);
        return owner;
    }

    Portfolio book(Borrower... borrowers) {
        return new Portfolio("still", Still.AS_OF, List.of(borrowers),
                List.of(new Offtaker("tenant", "Tenant", "unrated", tenantFails, false),
                        new Offtaker("backer", "Backer", "unrated", guarantorFails, false)),
                List.of());
    }

    Portfolio company(Still owner) {
        return book(owner.borrower("company", Borrower.Kind.DATA_CENTRE));
    }

    double[] trace(Portfolio book, int months, int paths, ToDoubleFunction<BlockRun> measure) {
        market.dataCentres = new DataCentreModel(0, 0, 0, 0.8, 10, renew, 0, 6, 12, 60, 0, 0.10, capRate, 0,
                delayShape, delayScaleMonths, 0.005, 6, 0.10, 0.25, ltvCap, minDebtYield, 350);
        double[] values = new double[months];
        result = new Simulation(book, market.market(), new RunPlan(paths, months, 3, paths))
                .run((run, month, _) -> values[month] = measure.applyAsDouble(run));
        return values;
    }

    double[] run(Portfolio book, int months) {
        return trace(book, months, 1, _ -> 0);
    }

    double[] posted(String account, int months) {
        double[] usdM = new double[months];
        result.ledger().stream().filter(r -> r.account().equals(account))
                .forEach(r -> usdM[r.month()] += 1e-6 * r.usd());
        return usdM;
    }

    static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
