package org.deflator.model.market;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.deflator.model.base.Check;

/**
 * Something that befalls the market at a known time, or once a condition holds on a path, in addition to what chance
 * brings (MODEL 12). A shock on a driver that chance moves shifts its median and leaves its noise.
 *
 * <p>In its {@code k}-th month, counted from 1, a shock has the weight {@code min(1, k / rampMonths)}; without a ramp it
 * is there in full at once. Factors act in logs, so that half the weight of a factor f multiplies by sqrt(f).
 *
 * @param start when it begins
 * @param effect what it does
 * @param rampMonths months over which it comes in equal steps; 0 and 1 mean at once
 * @param months months it lasts, the first included; empty: for good
 */
public record MarketShock(Start start, Effect effect, int rampMonths, OptionalInt months) {
    /** When a shock begins. */
    public sealed interface Start {
        /** In this month of the calendar. */
        record At(YearMonth month) implements Start {}

        /** So many months after the as-of date; 0 is the first month simulated. */
        record After(int months) implements Start {
            public After {
                Check.between(months, 0, 600, "after_months");
            }
        }

        /**
         * In the month after the condition has held at the ends of so many months in a row; once on each path.
         *
         * @param gauge what is watched
         * @param above whether it must exceed the level, rather than be below it
         * @param level in the unit of the gauge
         * @param forMonths months in a row, at least 1
         */
        record When(Gauge gauge, boolean above, double level, int forMonths) implements Start {
            public When {
                Check.between(forMonths, 1, 600, "months in a row");
            }
        }
    }

    /** A column of the market that a condition watches. */
    public sealed interface Gauge {
        /** Spread of the high-yield index, basis points. */
        record CreditSpreadBp() implements Gauge {}

        /** Price of a bitcoin, USD. */
        record BitcoinUsd() implements Gauge {}

        /** Mining revenue per PH/s and day, USD. */
        record HashpriceUsdPerPhDay() implements Gauge {}

        /** Scarcity factor X of cards: 0 is normal, in logs of the rent of a generation with beta 1. */
        record Scarcity() implements Gauge {}

        /** Index of funding conditions: 0 is normal, below is tight. */
        record Funding() implements Gauge {}

        /** Market rent of a generation. */
        record RentUsdPerGpuHour(String gpu) implements Gauge {}
    }

    /** What a shock does. */
    public sealed interface Effect {
        /** Multiplies the market rent of a generation, or of all. */
        record RentTimes(Optional<String> gpu, double factor) implements Effect {
            public RentTimes {
                Check.positive(factor, "multiply_by");
            }
        }

        /** Multiplies the price of bitcoin; hash rate and hash price follow as they do after any move. */
        record BitcoinTimes(double factor) implements Effect {
            public BitcoinTimes {
                Check.positive(factor, "multiply_by");
            }
        }

        /** Multiplies the spread of the high-yield index. */
        record SpreadTimes(double factor) implements Effect {
            public SpreadTimes {
                Check.positive(factor, "multiply_by");
            }
        }

        /** Adds to the spread of the high-yield index, a fraction per year. */
        record SpreadPlus(double perYear) implements Effect {
            public SpreadPlus {
                Check.atLeastZero(perYear, "add_bp");
            }
        }

        /** Multiplies the number of used cards that the market takes in a month; may go below the crisis depth. */
        record DepthTimes(double factor) implements Effect {
            public DepthTimes {
                Check.positive(factor, "multiply_by");
            }
        }

        /** Multiplies the market rent of whole data centres. */
        record DataCentreRentTimes(double factor) implements Effect {
            public DataCentreRentTimes {
                Check.positive(factor, "multiply_by");
            }
        }

        /**
         * A customer fails for good.
         *
         * @param id the customer; empty: the one that owes most under today's contracts and leases
         */
        record OfftakerFails(Optional<String> id) implements Effect {}

        /** A borrower defaults on all that it owes. */
        record BorrowerFails(String id) implements Effect {}

        /** No lender is found for a balance that falls due. */
        record RefinancingCloses() implements Effect {}
    }

    public MarketShock {
        Check.between(rampMonths, 0, 600, "ramp_months");
        months.ifPresent(n -> Check.between(n, 1, 600, "months"));
    }
}
