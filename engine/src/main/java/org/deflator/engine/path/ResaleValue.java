package org.deflator.engine.path;

import java.util.function.DoubleUnaryOperator;
import org.deflator.engine.random.Elementary;
import org.deflator.model.base.Check;

/**
 * Value and life of a card whose rent falls at a constant rate without noise (MODEL 2.1, 2.3): the closed forms.
 *
 * @param rentUsdPerGpuHour rent now
 * @param utilisation share of hours let
 * @param cashUsdPerGpuHour cash cost of running the card
 * @param annualDecline decline of the rent in a year, a fraction
 * @param discountRate required return, continuously compounded
 * @param hoursPerYear hours in a year
 * @param scrapUsd what the card fetches at the end of its life
 */
public record ResaleValue(double rentUsdPerGpuHour, double utilisation, double cashUsdPerGpuHour,
        double annualDecline, double discountRate, double hoursPerYear, double scrapUsd) {
    /** Bisections of the implied decline: each halves the interval, so the last is below 1e-15. */
    private static final int BISECTIONS = 60;

    public ResaleValue {
        Check.that(annualDecline > 0.0 && annualDecline < 1.0,
                "annual_decline is " + annualDecline + "; a closed form needs a number between 0 and 1");
    }

    /** Log rate of decline per year. */
    public double logDecline() {
        return -Elementary.log(1.0 - annualDecline);
    }

    /** Years until the utilised rent meets the cash cost: no shock, no launch. 0 if it never exceeds it. */
    public double lifeYears() {
        return life(utilisation * rentUsdPerGpuHour, cashUsdPerGpuHour, logDecline());
    }

    /** Present value of the remaining rents less cash cost, plus scrap, USD. */
    public double usd() {
        double scrap = scrapUsd == 0.0 ? 0.0 : scrapUsd * Elementary.exp(-discountRate * lifeYears());
        return hoursPerYear * presentValue(utilisation * rentUsdPerGpuHour, cashUsdPerGpuHour, logDecline(),
                discountRate) + scrap;
    }

    /** The same card {@code years} later. */
    public ResaleValue after(double years) {
        double rent = rentUsdPerGpuHour * Elementary.exp(-logDecline() * years);
        return new ResaleValue(rent, utilisation, cashUsdPerGpuHour, annualDecline, discountRate,
                hoursPerYear,
                scrapUsd);
    }

    /** Value with a market floor, such as a share of the card's cost, USD. */
    public double usdFloored(double floorUsd) {
        return Math.max(usd(), floorUsd);
    }

    /** V'/V, per year: a card yields its required return by rent and loss of value together, V' = rV - (uR - c). */
    public double growthPerYear() {
        double value = usd();
        double margin = hoursPerYear * (utilisation * rentUsdPerGpuHour - cashUsdPerGpuHour);
        return (discountRate * value - Math.max(margin, 0.0)) / value;
    }

    /** Mean time of the discounted net rents, years. */
    public double durationYears() {
        double life = lifeYears();
        double rent = utilisation * rentUsdPerGpuHour;
        double income = rent * annuity(discountRate + logDecline(), life)
                - cashUsdPerGpuHour * annuity(discountRate, life);
        double timed = rent * timedAnnuity(discountRate + logDecline(), life)
                - cashUsdPerGpuHour * timedAnnuity(discountRate, life);
        return timed / income;
    }

    /** Straight-line book value less economic value {@code years} from now, USD. */
    public double depreciationGapUsd(double costUsd, double bookLifeYears, double years) {
        return costUsd * Math.max(0.0, 1.0 - years / bookLifeYears) - after(years).usd();
    }

    /** Debt over economic value {@code years} from now. */
    public double economicLtv(double debtUsd, double years) {
        return debtUsd / after(years).usd();
    }

    /**
     * Annual decline at which the card is worth {@code priceUsd}.
     *
     * @return a decline between 0.0001 and 0.9999; the nearer end if the price lies outside
     */
    public double impliedDecline(double priceUsd) {
        DoubleUnaryOperator value =
                decline -> new ResaleValue(rentUsdPerGpuHour, utilisation, cashUsdPerGpuHour,
                        decline, discountRate, hoursPerYear, scrapUsd).usd();
        double low = 1e-4;
        double high = 1.0 - 1e-4;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            if (value.applyAsDouble(middle) > priceUsd) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /**
     * Present value of a falling income less a constant cost until they meet.
     *
     * @param income income per unit of time now
     * @param cost cost per unit of time
     * @param decline log rate of decline of the income
     * @param discountRate continuously compounded
     */
    static double presentValue(double income, double cost, double decline, double discountRate) {
        double life = life(income, cost, decline);
        return income * annuity(discountRate + decline, life) - cost * annuity(discountRate, life);
    }

    private static double life(double income, double cost, double decline) {
        return income <= cost ? 0.0 : Elementary.log(income / cost) / decline;
    }

    /** Integral of e^(-rate s) over s from 0 to {@code years}. */
    private static double annuity(double rate, double years) {
        return rate == 0.0 ? years : -Elementary.expm1(-rate * years) / rate;
    }

    /** Integral of s e^(-rate s) over s from 0 to {@code years}. */
    private static double timedAnnuity(double rate, double years) {
        return rate == 0.0 ? 0.5 * years * years
                : (annuity(rate, years) - years * Elementary.exp(-rate * years)) / rate;
    }
}
