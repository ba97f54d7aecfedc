package org.deflator.model.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Figures a group reported for the quarter that ends on the as-of date; the base case must start there.
 * Empty: not filed.
 *
 * @param revenueUsdM revenue of the quarter
 * @param ebitdaUsdM EBITDA of the quarter
 * @param cashInterestUsdM contractual interest of the quarter
 * @param debtUsdM principal outstanding of the whole group
 * @param cashUsdM cash including restricted cash of the group
 * @param btc bitcoin held by the group
 * @param earlierBalances debts whose balance was another before
 * @param explained figures that the base case does not meet, each with the reason
 */
public record Reported(Optional<Double> revenueUsdM, Optional<Double> ebitdaUsdM,
        Optional<Double> cashInterestUsdM,
        Optional<Double> debtUsdM, Optional<Double> cashUsdM, Optional<Double> btc,
        List<EarlierBalance> earlierBalances, List<Explained> explained) {
    /**
     * Balance of a debt in the quarter, from which it went evenly to that of the as-of date.
     *
     * @param debt id of the debt
     * @param since first day on which it was outstanding; empty: all the quarter
     * @param usdM balance at that time, USD millions
     */
    public record EarlierBalance(String debt, Optional<LocalDate> since, double usdM) {}

    /** Why the base case does not meet a figure. */
    public record Explained(Figure figure, String reason) {}

    /** What is tied out. */
    public enum Figure {
        REVENUE, EBITDA, INTEREST, DEBT, CASH, BTC
    }

    public Reported {
        earlierBalances = List.copyOf(earlierBalances);
        explained = List.copyOf(explained);
    }
}
