package org.deflator.engine.random;

/** Gamma and incomplete beta functions, for the cold code of this package. */
final class SpecialFunction {

    private static final double HALF_LOG_2_PI = 0.9189385332046728;

    /** Terms B_2k / (2k (2k-1)) of Stirling's series. */
    private static final double[] STIRLING = {
            1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    /** Enough for parameters up to a million: the fraction needs about sqrt(max(a, b)) terms. */
    private static final int FRACTION_TERMS = 20_000;
    private static final double TINY = 1e-300;

    private SpecialFunction() {
    }

    /**
     * ln Gamma(x) for x > 0: the recurrence up to x >= 15, then Stirling's series, whose next term is 1e-17.
     */
    static double logGamma(double x) {
        double shifted = x;
        double product = 1.0;
        while (shifted < 15.0) {
            product *= shifted;
            shifted += 1.0;
        }
        double inverse = 1.0 / shifted;
        double square = inverse * inverse;
        double series = 0.0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = Math.fma(series, square, STIRLING[k]);
        }
        double stirling =
                (shifted - 0.5) * Elementary.log(shifted) - shifted + HALF_LOG_2_PI + series * inverse;
        return stirling - Elementary.log(product);
    }

    /**
     * The regularised incomplete beta function I_x(a, b).
     *
     * @param x between 0 and 1
     * @param complement 1 - x, passed apart so that neither end loses digits
     * @param a positive
     * @param b positive
     */
    static double incompleteBeta(double x, double complement, double a, double b) {
        if (x <= 0.0 || complement <= 0.0) {
            return x <= 0.0 ? 0.0 : 1.0;
        }
        double logFront = logGamma(a + b) - logGamma(a) - logGamma(b)
                + a * Elementary.log(x) + b * Elementary.log(complement);
        double front = Elementary.exp(logFront);
        return x < (a + 1.0) / (a + b + 2.0)
                ? front * fraction(x, a, b) / a
                : 1.0 - front * fraction(complement, b, a) / b;
    }

    /** The continued fraction of the incomplete beta function, by Lentz's method (DLMF 8.17.22). */
    private static double fraction(double x, double a, double b) {
        double c = 1.0;
        double d = 1.0 / nonZero(1.0 - (a + b) * x / (a + 1.0));
        double value = d;
        for (int m = 1; m <= FRACTION_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
            d = 1.0 / nonZero(1.0 + even * d);
            c = nonZero(1.0 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
            d = 1.0 / nonZero(1.0 + odd * d);
            c = nonZero(1.0 + odd / c);
            double factor = d * c;
            value *= factor;
            if (Math.abs(factor - 1.0) < 2e-16) {
                return value;
            }
        }
        throw new ArithmeticException(
                "incomplete beta did not converge at x = " + x + ", a = " + a + ", b = " + b);
    }

    private static double nonZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }
}
