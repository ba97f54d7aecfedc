package org.deflator.engine.distress;

import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * The sale of one lot of cards after default, in equal monthly parts (MODEL 6.4).
 *
 * <p>Conventions: sale month j happens at the price of its start, {@code (lag + j)/12} years after default;
 * its cash, proceeds less removal and carry of the stock held at its start, comes at its end. Carry is paid
 * in the months of the lag too. Discounting is continuous at the funding rate.
 */
public final class Liquidation {
    private Liquidation() {}

    private interface Sink {
        void month(int month, double soldUnits, double averageFactor, double grossUsd, double costsUsd,
                double discountedNetUsd);
    }

    /** The sale in {@code months} equal parts. */
    public static SalePlan plan(SaleTerms terms, int months) {
        List<SalePlan.Month> rows = new ArrayList<>(terms.lagMonths() + months);
        double net = sell(terms, months, (month, sold, factor, gross, costs, discounted) -> rows
                .add(new SalePlan.Month(month, sold, factor, gross, costs, discounted)));
        return new SalePlan(months, net, net / (terms.units() * terms.markUsd()), rows);
    }

    /**
     * The plan of 1 to {@code maxMonths} months with the highest net proceeds; the shorter of two equal ones.
     */
    public static SalePlan best(SaleTerms terms, int maxMonths) {
        return plan(terms, bestMonths(terms, 1, maxMonths));
    }

    /**
     * Length of the sale with the highest net proceeds.
     *
     * @param minMonths shortest sale that the sites of the buyers can take, see {@link SiteCapacity}
     * @param maxMonths longest sale that the estate plans
     */
    public static int bestMonths(SaleTerms terms, int minMonths, int maxMonths) {
        Check.between(minMonths, 1, maxMonths, "min_months");
        int best = minMonths;
        double bestUsd = Double.NEGATIVE_INFINITY;
        for (int months = minMonths; months <= maxMonths; months++) {
            double usd = netProceedsUsd(terms, months);
            if (usd > bestUsd) {
                bestUsd = usd;
                best = months;
            }
        }
        return best;
    }

    /**
     * Net proceeds of the sale in {@code months} equal parts, discounted to default, USD; allocates nothing.
     */
    public static double netProceedsUsd(SaleTerms terms, int months) {
        return sell(terms, months, (month, sold, factor, gross, costs, discounted) -> {});
    }

    private static double sell(SaleTerms terms, int months, Sink sink) {
        Check.between(months, 1, Integer.MAX_VALUE, "months");
        double floor = terms.depth().priceFloor();
        double fade = Elementary.exp(-terms.depth().resiliencePerMonth());
        double decline = Elementary.exp(-terms.declineLogPerYear() / 12.0);
        double discountMonth = Elementary.exp(-terms.fundingRate() / 12.0);
        double partUnits = terms.units() / months;
        double partOverDepth = partUnits / terms.depth().unitsPerMonth();
        double partSlide = PriceImpact.slide(partOverDepth);

        double impact = terms.impact();
        double priceUsd = terms.markUsd();
        double discount = 1.0;
        double net = 0.0;
        int lag = terms.lagMonths();
        for (int month = 0; month < lag + months; month++) {
            boolean selling = month >= lag;
            double sold = selling ? partUnits : 0.0;
            double stock = selling ? terms.units() - (month - lag) * partUnits : terms.units();
            double overDepth = selling ? partOverDepth : 0.0;
            double factor = PriceImpact.averageFactorOf(selling ? partSlide : 1.0, impact, floor);
            double gross = sold * priceUsd * factor * (1.0 - terms.yieldLoss());
            double costs = gross * terms.costShare() + sold * terms.deinstallUsdPerGpu()
                    + stock * terms.carryUsdPerGpuMonth();
            discount *= discountMonth;
            double discounted = (gross - costs) * discount;
            sink.month(month, sold, factor, gross, costs, discounted);
            net += discounted;
            impact = (impact + overDepth) * fade;
            priceUsd *= decline;
        }
        return net;
    }
}
