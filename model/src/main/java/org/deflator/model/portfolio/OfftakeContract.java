package org.deflator.model.portfolio;

import java.time.YearMonth;
import org.deflator.model.base.Check;

/**
 * A customer's promise to rent cards.
 *
 * @param id name
 * @param offtaker customer id
 * @param gpu generation
 * @param units cards under contract
 * @param priceUsdPerGpuHour price, USD per card-hour
 * @param start first month
 * @param rampMonths months over which the units are delivered, from {@code start}
 * @param end last month
 * @param type whether idle hours are paid
 * @param prepaidShare share of each invoice already paid in advance, 0 to 1
 */
public record OfftakeContract(String id, String offtaker, String gpu, double units, double priceUsdPerGpuHour,
        YearMonth start, int rampMonths, YearMonth end, Type type, double prepaidShare) {
    /** Kinds of promise. */
    public enum Type {
        /** All hours are paid, used or not. */
        TAKE_OR_PAY,
        /** Hours used are paid. */
        USAGE
    }

    public OfftakeContract {
        Check.positive(units, "units");
        Check.positive(priceUsdPerGpuHour, "price_usd_per_gpu_hour");
        Check.that(!end.isBefore(start), "end " + end + " is before start " + start);
        Check.between(prepaidShare, 0.0, 1.0, "prepaid_share");
    }
}
