package org.deflator.engine.study;

import java.util.List;
import org.deflator.engine.path.Hashprice;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;

/**
 * What a borrower and its subsidiaries depend on in the world of bitcoin, today; NaN where they do not.
 *
 * @param hashpriceUsdPerPhDay what a PH/s earns a day, if they mine
 * @param priceUsd price of a bitcoin, if they mine or hold any, free or pledged
 */
public record BitcoinExposure(double hashpriceUsdPerPhDay, double priceUsd) {
    static BitcoinExposure of(GroupCase group, String borrower) {
        List<Borrower> members = group.below(borrower).stream().map(b -> group.agreed(b.id())).toList();
        MarketSnapshot now = group.unshocked().market().snapshot();
        BitcoinModel model = group.unshocked().market().model().bitcoin();
        double hashprice = Hashprice.usdPerPhDay(model.blocksPerDay(), model.subsidyBtc(),
                now.feeBtcPerBlock(), now.bitcoinUsd(), now.networkHashEh());
        boolean mines = members.stream().flatMap(b -> b.miners().stream()).anyMatch(m -> m.hashEh() > 0);
        boolean holds = members.stream().anyMatch(b -> b.treasury().btc() > 0
                || b.debt().stream().anyMatch(Instrument.BitcoinLoan.class::isInstance));
        return new BitcoinExposure(mines ? hashprice : Double.NaN,
                mines || holds ? now.bitcoinUsd() : Double.NaN);
    }
}
