package org.deflator.engine.random;

/**
 * Student's t distribution, and the t copula that gives the factors a common tail.
 *
 * <p>The engine uses even degrees of freedom only. Then (1 + s)/2 with s = y / sqrt(nu + y^2) has a symmetric
 * beta distribution with the whole number a = nu/2 as both parameters, and the distribution function is a
 * finite sum of positive terms,
 * <pre>
 *   P(T &lt;= y) = p^a sum_{i=0}^{a-1} C(a-1+i, i) (1-p)^i,     p = (1 + s)/2,
 * </pre>
 * exact, and accurate far into the lower tail because nothing cancels. With nu = 4 it is p^2 (3 - 2p).
 */
public final class StudentT {

    /** Largest degrees of freedom of the exact form. */
    public static final int MAX_DEGREES = 20;

    /** BINOMIAL[a][i] = C(a-1+i, i). */
    private static final double[][] BINOMIAL = binomials();

    private StudentT() {
    }

    private static double[][] binomials() {
        double[][] table = new double[MAX_DEGREES / 2 + 1][];
        for (int a = 0; a < table.length; a++) {
            table[a] = new double[a];
            for (int i = 0; i < a; i++) {
                table[a][i] = i == 0 ? 1.0 : table[a][i - 1] * (a - 1 + i) / i;
            }
        }
        return table;
    }

    /**
     * The distribution function for even degrees of freedom.
     *
     * @param y any number
     * @param nu degrees of freedom: 2, 4 .. {@link #MAX_DEGREES}
     * @return P(T &lt;= y), with full relative accuracy in the lower tail
     */
    public static double cdf(double y, int nu) {
        double tail = tail(Math.abs(y), nu, BINOMIAL[halfOf(nu)]);
        return y <= 0.0 ? tail : 1.0 - tail;
    }

    /**
     * The upper tail for even degrees of freedom, P(T > y), as the lower tail at -y.
     */
    public static double tail(double y, int nu) {
        return cdf(-y, nu);
    }

    /** P(T > size) for size >= 0. */
    private static double tail(double size, int nu, double[] binomial) {
        return symmetricBeta(below(size, nu), binomial);
    }

    /** p = (1 - s)/2 for s = size / sqrt(nu + size^2), without the subtraction. */
    private static double below(double size, double nu) {
        double h = Math.sqrt(Math.fma(size, size, nu));
        return nu / (2.0 * h * (h + size));
    }

    private static double symmetricBeta(double p, double[] binomial) {
        double q = 1.0 - p;
        double sum = 0.0;
        double power = 1.0;
        for (int i = binomial.length - 1; i >= 0; i--) {
            sum = Math.fma(sum, q, binomial[i]);
            power *= p;
        }
        return power * sum;
    }

    /** The number of uniforms that {@link #mixing} needs: nu/2. */
    public static int halfOf(int nu) {
        if (nu < 2 || nu > MAX_DEGREES || nu % 2 != 0) {
            throw new IllegalArgumentException(
                    "degrees of freedom must be even, 2 to " + MAX_DEGREES + ", not " + nu);
        }
        return nu / 2;
    }

    /**
     * The common scale sqrt(nu / W) that turns normals into Student t numbers: W = -2 ln(u_1 .. u_{nu/2}) is
     * exactly chi-square with nu degrees of freedom.
     *
     * @param uniforms at least nu/2 columns of uniforms; only the first nu/2 are read
     * @param nu even degrees of freedom
     * @param scale receives n positive numbers; not one of the uniform columns
     * @param n number of paths
     */
    public static void mixing(double[][] uniforms, int nu, double[] scale, int n) {
        int half = halfOf(nu);
        System.arraycopy(uniforms[0], 0, scale, 0, n);
        for (int k = 1; k < half; k++) {
            double[] u = uniforms[k];
            assert !Columns.same(u, scale);
            for (int i = 0; i < n; i++) {
                scale[i] *= u[i];
            }
        }
        // Ten uniforms of at least 2^-53 give at least 2^-530: the product cannot underflow.
        double minusHalfNu = -0.5 * nu;
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt(minusHalfNu / Elementary.log(scale[i]));
        }
    }

    /**
     * The standard normal number with the same probability as a Student t number: Phi^-1(t_nu(y)), taken in
     * the lower tail, so that it is exactly odd in y and accurate for large |y|.
     *
     * @param y any number
     * @param nu even degrees of freedom
     * @return the normal number; infinite where the tail probability underflows
     */
    public static double toNormal(double y, int nu) {
        return Math.copySign(Normal.inverse(tail(Math.abs(y), nu, BINOMIAL[halfOf(nu)])), y);
    }

    /**
     * Column form of {@link #toNormal(double, int)}.
     *
     * @param y n Student t numbers
     * @param nu even degrees of freedom
     * @param scratch working column
     * @param z receives n normal numbers; the three columns are different arrays
     * @param n number of paths
     */
    public static void toNormal(double[] y, int nu, double[] scratch, double[] z, int n) {
        assert !Columns.same(y, scratch) && !Columns.same(y, z);
        double[] binomial = BINOMIAL[halfOf(nu)];
        for (int i = 0; i < n; i++) {
            scratch[i] = below(Math.abs(y[i]), nu);
        }
        for (int i = 0; i < n; i++) {
            scratch[i] = symmetricBeta(scratch[i], binomial);
        }
        Normal.fromUniforms(scratch, z, n);
        for (int i = 0; i < n; i++) {
            z[i] = Math.copySign(z[i], y[i]);
        }
    }

    /**
     * The distribution function for any degrees of freedom, by the continued fraction of the incomplete beta
     * function: for calibration and for checks, not for kernels.
     *
     * @param y any number
     * @param nu degrees of freedom, positive
     * @return P(T &lt;= y)
     */
    public static double cdfAnyDegrees(double y, double nu) {
        if (!(nu > 0.0)) {
            throw new IllegalArgumentException("degrees of freedom must be positive, not " + nu);
        }
        double square = y * y;
        double tail = square == Double.POSITIVE_INFINITY ? 0.0
                : 0.5 * SpecialFunction.incompleteBeta(
                        nu / (nu + square), square / (nu + square), 0.5 * nu, 0.5);
        return y <= 0.0 ? tail : 1.0 - tail;
    }

    /**
     * The quantile function for any degrees of freedom, by bisection down to neighbouring doubles.
     *
     * @param u probability, strictly between 0 and 1
     * @param nu degrees of freedom, positive
     * @return y with P(T &lt;= y) = u
     */
    public static double quantile(double u, double nu) {
        if (!(u > 0.0 && u < 1.0)) {
            throw new IllegalArgumentException("probability must be strictly between 0 and 1, not " + u);
        }
        if (u > 0.5) {
            return -quantile(1.0 - u, nu);
        }
        double low = -1.0;
        while (cdfAnyDegrees(low, nu) > u && low > -Double.MAX_VALUE) {
            low *= 2.0;
        }
        double high = 0.0;
        // At most 53 bits of mantissa, and up to 1074 halvings where the root is next to zero.
        for (int step = 0; step < 1200; step++) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            if (cdfAnyDegrees(middle, nu) < u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Tail dependence of the t copula, lim P(both below q) / q as q goes to 0:
     * 2 t_{nu+1}(-sqrt((nu+1)(1-rho)/(1+rho))) (Demarta and McNeil, "The t copula and related copulas",
     * 2005).
     *
     * @param nu degrees of freedom, positive
     * @param rho correlation, above -1
     * @return a conditional probability; 1 at rho = 1
     */
    public static double tailDependence(double nu, double rho) {
        if (!(rho > -1.0 && rho <= 1.0)) {
            throw new IllegalArgumentException("correlation must be above -1 and at most 1, not " + rho);
        }
        return 2.0 * cdfAnyDegrees(-Math.sqrt((nu + 1.0) * (1.0 - rho) / (1.0 + rho)), nu + 1.0);
    }

    /**
     * P(both below their q-quantile) under a t copula.
     *
     * @param q probability, strictly between 0 and 1
     * @param rho correlation, -1 to 1
     * @param nu degrees of freedom, at least 1
     */
    public static double jointLowerTail(double q, double rho, double nu) {
        double quantile = quantile(q, nu);
        return Bivariate.studentCdf(quantile, quantile, rho, nu);
    }

    /**
     * P(both below their q-quantile) under a Gaussian copula: what {@link #jointLowerTail} tends to for large
     * nu.
     *
     * @param q probability, strictly between 0 and 1
     * @param rho correlation, -1 to 1
     */
    public static double jointLowerTailGaussian(double q, double rho) {
        double quantile = Normal.inverse(q);
        return Bivariate.normalCdf(quantile, quantile, rho);
    }
}
