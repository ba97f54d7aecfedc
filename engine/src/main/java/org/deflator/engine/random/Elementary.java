package org.deflator.engine.random;

/**
 * The elementary functions of the engine: exponential, logarithm, power and logistic, the same to the last
 * bit on every machine.
 *
 * <p>Each is a polynomial evaluated with {@link Math#fma}, which Java defines exactly; the platform's own
 * functions are only specified to within an ulp and do differ between processors. Square roots need no entry
 * here: {@link Math#sqrt} is correctly rounded everywhere.
 *
 * <p>Accuracy is that measured against {@link StrictMath} in the tests: {@code exp} and {@code log} within
 * 2.5e-16 relative over the whole range of normal results. The column forms apply the scalar form to each
 * element, so they give the same bits; {@code in} and {@code out} may be the same array.
 */
public final class Elementary {

    /** Above this {@link #exp} overflows to infinity; beyond it the argument is clamped. */
    private static final double EXP_MAX = 710.0;

    /** Below this {@link #exp} underflows to zero, past the smallest subnormal number. */
    private static final double EXP_MIN = -746.0;

    private static final double LOG2_E = 1.4426950408889634;

    /** Adding this rounds to the nearest integer and leaves that integer in the low bits. */
    private static final double ROUND = 0x1.8p52;

    /** ln 2 = high + low; the high part has eleven trailing zeros, so exponent times high is exact. */
    private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;
    private static final double LN2_LOW = 0x1.ef35793c76730p-45;

    /** Bits of sqrt(1/2): mantissas are taken between sqrt(1/2) and sqrt(2), so that log(1) is exactly 0. */
    private static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;

    private Elementary() {
    }

    /**
     * The exponential function.
     *
     * <p>Range reduction to |r| &lt;= ln(2)/2, a polynomial of degree 12 (Chebyshev fit, error 2e-19), and a
     * scaling by 2^h twice, so that subnormal results are rounded once and nothing branches.
     *
     * @param x any number
     * @return e^x; 0 for x below -745.2, infinity for x above 709.8, NaN for NaN
     */
    public static double exp(double x) {
        return scaledExp(x, powerOfTwo(halfExponent(x)));
    }

    /**
     * Column form of {@link #exp(double)} on the first n elements.
     *
     * <p>Three loops instead of one because the compiler vectorises a loop of doubles and a loop of bit
     * patterns, but not a mixture: twice as fast.
     */
    public static void exp(double[] in, double[] out, int n) {
        if (Columns.same(in, out)) {
            for (int i = 0; i < n; i++) {
                out[i] = exp(in[i]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            out[i] = halfExponent(in[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = powerOfTwo(out[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = scaledExp(in[i], out[i]);
        }
    }

    private static double clamp(double x) {
        return Math.max(EXP_MIN, Math.min(EXP_MAX, x));
    }

    /** k such that x = k ln 2 + r. */
    private static double exponent(double clamped) {
        return Math.fma(clamped, LOG2_E, ROUND) - ROUND;
    }

    /** The integer h nearest to k/2, plus {@link #ROUND}. */
    private static double halfExponent(double x) {
        return Math.fma(exponent(clamp(x)), 0.5, ROUND);
    }

    /** 2^h from h + {@link #ROUND}: h sits in the low bits and is shifted to where the exponent is. */
    private static double powerOfTwo(double hPlusRound) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(hPlusRound) + 1023L) << 52);
    }

    /** e^x, given 2^h. */
    private static double scaledExp(double x, double scale) {
        double clamped = clamp(x);
        double k = exponent(clamped);
        double h = Math.fma(k, 0.5, ROUND) - ROUND;
        double odd = Math.fma(-2.0, h, k);
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, clamped));
        double q = 0x1.1f730349868cep-29;
        q = Math.fma(q, r, 0x1.af4de97ca4194p-26);
        q = Math.fma(q, r, 0x1.27e4db646b17ep-22);
        q = Math.fma(q, r, 0x1.71de0231960ebp-19);
        q = Math.fma(q, r, 0x1.a01a01a6d889cp-16);
        q = Math.fma(q, r, 0x1.a01a01abe7fe1p-13);
        q = Math.fma(q, r, 0x1.6c16c16c162d4p-10);
        q = Math.fma(q, r, 0x1.11111111100dcp-7);
        q = Math.fma(q, r, 0x1.5555555555556p-5);
        q = Math.fma(q, r, 0x1.5555555555557p-3);
        q = Math.fma(q, r, 0.5);
        double p = 1.0 + Math.fma(q * r, r, r);
        // 2^odd for odd = -1, 0, 1, exactly: 1/2, 1, 2.
        double oddPower = Math.fma(odd, Math.fma(odd, 0.25, 0.75), 1.0);
        return p * oddPower * scale * scale;
    }

    /**
     * The natural logarithm.
     *
     * <p>x = 2^k m with m between sqrt(1/2) and sqrt(2); with s = (m-1)/(m+1), log m = 2 s + s^3 (...), the
     * polynomial of FreeBSD's msun {@code e_log.c}, arranged so that the leading term m - 1 is exact.
     *
     * @param x any number
     * @return ln x; negative infinity for either zero, NaN for negative numbers and NaN, infinity for
     *     infinity
     */
    public static double log(double x) {
        if (x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY) {
            return logOfNormal(x, 0.0);
        }
        if (x > 0.0 && x < Double.MIN_NORMAL) {
            return logOfNormal(x * 0x1p54, -54.0);
        }
        return x == 0.0 ? Double.NEGATIVE_INFINITY : x < 0.0 ? Double.NaN : x;
    }

    @SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as published
    private static double logOfNormal(double x, double exponentShift) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = (bits - SQRT_HALF_BITS) >> 52;
        double k = exponent + exponentShift;
        double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double q = 1.479819860511658591e-01;
        q = Math.fma(q, z, 1.531383769920937332e-01);
        q = Math.fma(q, z, 1.818357216161805012e-01);
        q = Math.fma(q, z, 2.222219843214978396e-01);
        q = Math.fma(q, z, 2.857142874366239149e-01);
        q = Math.fma(q, z, 3.999999999940941908e-01);
        q = Math.fma(q, z, 6.666666666666735130e-01);
        double halfSquare = 0.5 * f * f;
        double small = Math.fma(s, Math.fma(q, z, halfSquare), k * LN2_LOW);
        return Math.fma(k, LN2_HIGH, f - (halfSquare - small));
    }

    /**
     * x to the power y, as exp(y ln x).
     *
     * @param x base, not negative
     * @param y exponent
     * @return x^y, with a relative error of about 2e-16 (1 + |y ln x|); 1 for y = 0; NaN for negative x
     */
    public static double pow(double x, double y) {
        return y == 0.0 ? 1.0 : exp(y * log(x));
    }

    /**
     * e^x - 1 without cancellation for small x, by Kahan's quotient (e^x - 1) x / ln(e^x).
     *
     * @param x any number
     * @return e^x - 1, within 1e-15 relative
     */
    public static double expm1(double x) {
        double e = exp(x);
        if (e == 1.0) {
            return x;
        }
        double difference = e - 1.0;
        // Where e is far from 1 nothing cancels; the quotient would only add its own rounding, or inf/inf.
        return e < 0.5 || e > 2.0 || Double.isNaN(e) ? difference : difference * x / log(e);
    }

    /**
     * ln(1 + x) without cancellation for small x: the logarithm of the rounded sum plus the rounding it lost.
     *
     * @param x any number
     * @return ln(1 + x), within 1e-15 relative; negative infinity at -1, NaN below
     */
    public static double log1p(double x) {
        double sum = 1.0 + x;
        if (!(sum > 0.0) || sum == Double.POSITIVE_INFINITY) {
            return log(sum);
        }
        return sum == 1.0 ? x : log(sum) + (x - (sum - 1.0)) / sum;
    }

    /**
     * The logistic function 1 / (1 + e^-x).
     *
     * @param x any number
     * @return a probability, with full relative accuracy in the lower tail
     */
    public static double logistic(double x) {
        double e = exp(-Math.abs(x));
        return (x >= 0.0 ? 1.0 : e) / (1.0 + e);
    }

    /**
     * sin(pi t / 2) by its power series: Java's own sine is not the same on every machine.
     *
     * @param t in quarter turns, -1 to 1
     * @return the sine, within 4e-16
     */
    public static double sineOfQuarterTurns(double t) {
        if (!(Math.abs(t) <= 1.0)) {
            throw new IllegalArgumentException("sineOfQuarterTurns takes -1 to 1, not " + t);
        }
        double x = 0.5 * Math.PI * t;
        double square = x * x;
        // Horner from the 23rd power down: at |x| = pi/2 the first term left out is below 1e-20.
        double sum = 1.0;
        for (int power = 22; power >= 2; power -= 2) {
            sum = Math.fma(-square / (power * (power + 1.0)), sum, 1.0);
        }
        return x * sum;
    }

    /** Column form of {@link #log(double)} on the first n elements. */
    public static void log(double[] in, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = log(in[i]);
        }
    }

    /** Column form of {@link #logistic(double)} on the first n elements. */
    public static void logistic(double[] in, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = logistic(in[i]);
        }
    }
}
