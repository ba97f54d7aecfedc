package org.deflator.engine.study;

import java.util.List;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.UsageModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Site;

/**
 * What the cards of a borrower and its subsidiaries earn and pay today, on all cards once delivered; NaN where there is
 * nothing to average.
 *
 * @param cards cards owned once all are delivered
 * @param averageUsdPerGpuHour rent billed: contract prices, and the market's rent for the rest
 * @param marketUsdPerGpuHour the market's rent for the same cards
 * @param powerUsdPerKwh price of power by power used, mining rigs included
 * @param utilisation share of hours that cards paid by use are let when scarcity is where it stands
 */
public record CardRents(double cards, double averageUsdPerGpuHour, double marketUsdPerGpuHour,
        double powerUsdPerKwh, double utilisation) {
    static CardRents of(GroupCase group, String borrower) {
        List<BorrowerTerms> members = group.below(borrower);
        var market = group.unshocked().market();
        double cards = 0;
        double marketUsd = 0;
        double billedUsd = 0;
        double kw = 0;
        double powerUsd = 0;
        for (BorrowerTerms b : members) {
            Borrower agreed = group.agreed(b.id());
            for (Pool pool : b.pools()) {
                String gpu = group.baseCase().book().plan().gpuIds().get(pool.generation());
                double units = agreed.fleets().stream().filter(f -> f.gpu().equals(gpu))
                        .mapToDouble(Fleet::units).sum();
                double rent = market.snapshot().rent(gpu).orElseThrow().usdPerGpuHour();
                double let = 0;
                for (OfftakeContract c : agreed.contracts()) {
                    if (c.gpu().equals(gpu)) {
                        billedUsd += c.units() * c.priceUsdPerGpuHour();
                        let += c.units();
                    }
                }
                cards += units;
                marketUsd += units * rent;
                billedUsd += Math.max(0, units - let) * rent;
            }
            for (Fleet fleet : agreed.fleets()) {
                Site site = agreed.site(fleet.site()).orElseThrow();
                double used = fleet.units() * site.pue()
                        * market.snapshot().generation(fleet.gpu()).orElseThrow().systemKw();
                kw += used;
                powerUsd += used * site.powerUsdPerKwh();
            }
            for (MiningFleet miner : agreed.miners()) {
                // EH/s times J/TH is MW.
                double used = miner.hashEh() * miner.joulePerTh() * miner.uptime() * 1000;
                kw += used;
                powerUsd += used * miner.powerUsdPerKwh();
            }
        }
        return new CardRents(cards, over(billedUsd, cards), over(marketUsd, cards), over(powerUsd, kw),
                utilisation(market.model().usage(), market.model().rents().scarcityStart()));
    }

    private static double utilisation(UsageModel usage, double scarcity) {
        return usage.utilisationMin() + (usage.utilisationMax() - usage.utilisationMin())
                * Elementary.logistic(usage.utilisationIntercept() + usage.utilisationSlope() * scarcity);
    }

    private static double over(double sum, double count) {
        return count > 0 ? sum / count : Double.NaN;
    }
}
