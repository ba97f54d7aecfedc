package org.deflator.engine.cashflow;

/** Level payments and their present value; periods are whole numbers, rates are per period. */
public final class Annuity {
    private Annuity() {}

    /** Present value of 1 paid at the end of each of {@code periods} periods: {@code (1-(1+i)^-n)/i}. */
    public static double factor(double rate, int periods) {
        if (rate == 0) {
            return periods;
        }
        return (1 - 1 / growth(rate, periods)) / rate;
    }

    /** Payment that repays {@code principal} in {@code periods} equal parts: {@code P i/(1-(1+i)^-n)} (BORR-01). */
    public static double levelPayment(double principal, double rate, int periods) {
        return principal / factor(rate, periods);
    }

    /** {@code (1+rate)^periods} by repeated squaring. */
    public static double growth(double rate, int periods) {
        double result = 1;
        double power = 1 + rate;
        for (int n = periods; n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                result *= power;
            }
            power *= power;
        }
        return result;
    }
}
