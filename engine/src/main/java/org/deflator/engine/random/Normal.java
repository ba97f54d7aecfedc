package org.deflator.engine.random;

/**
 * The standard normal distribution.
 *
 * <p>All functions keep their relative accuracy in the lower tail; take an upper tail as the lower tail of
 * -x.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as published
public final class Normal {

    private static final double INVERSE_SQRT_2_PI = 0.3989422804014327;

    /** Where Cody's middle approximation begins and ends. */
    private static final double NEAR = 0.67448975;
    private static final double FAR = 5.656854249492380195;

    /** Half-width of the central range of AS 241 in probability, and its square. */
    private static final double CENTRAL = 0.425;
    private static final double CENTRAL_SQUARE = 0.180625;

    private Normal() {
    }

    /** The density at x. */
    public static double density(double x) {
        return INVERSE_SQRT_2_PI * expOfMinusHalfSquare(x);
    }

    /**
     * The distribution function: rational approximations of W. J. Cody, "Rational Chebyshev approximations
     * for the error function", Math. Comp. 23 (1969), in the form of his SPECFUN routine ANORM.
     *
     * @param x any number
     * @return P(Z &lt;= x), within 1e-15 relative where the result is a normal number (x > -37.5)
     */
    public static double cdf(double x) {
        double size = Math.abs(x);
        if (size <= NEAR) {
            return 0.5 + x * near(x * x);
        }
        if (Double.isNaN(x)) {
            return x;
        }
        double tail = size > 39.0 ? 0.0 : expOfMinusHalfSquare(x) * (size <= FAR ? middle(size) : far(size));
        return x < 0.0 ? tail : 1.0 - tail;
    }

    /**
     * e^(-x^2/2). The square is taken exactly, as high + low: half an ulp of x^2 would cost 1e-13 at x = 37.
     */
    private static double expOfMinusHalfSquare(double x) {
        double high = x * x;
        if (high > 2000.0) {
            return 0.0;
        }
        double low = Math.fma(x, x, -high);
        double e = Elementary.exp(-0.5 * high);
        return Math.fma(e, -0.5 * low, e);
    }

    private static double near(double square) {
        double top = 0.065682337918207449113;
        top = Math.fma(top, square, 2.2352520354606839287);
        top = Math.fma(top, square, 161.02823106855587881);
        top = Math.fma(top, square, 1067.6894854603709582);
        top = Math.fma(top, square, 18154.981253343561249);
        double bottom = 1.0;
        bottom = Math.fma(bottom, square, 47.20258190468824187);
        bottom = Math.fma(bottom, square, 976.09855173777669322);
        bottom = Math.fma(bottom, square, 10260.932208618978205);
        bottom = Math.fma(bottom, square, 45507.789335026729956);
        return top / bottom;
    }

    private static double middle(double size) {
        double top = 1.0765576773720192317e-8;
        top = Math.fma(top, size, 0.39894151208813466764);
        top = Math.fma(top, size, 8.8831497943883759412);
        top = Math.fma(top, size, 93.506656132177855979);
        top = Math.fma(top, size, 597.27027639480026226);
        top = Math.fma(top, size, 2494.5375852903726711);
        top = Math.fma(top, size, 6848.1904505362823326);
        top = Math.fma(top, size, 11602.651437647350124);
        top = Math.fma(top, size, 9842.7148383839780218);
        double bottom = 1.0;
        bottom = Math.fma(bottom, size, 22.266688044328115691);
        bottom = Math.fma(bottom, size, 235.38790178262499861);
        bottom = Math.fma(bottom, size, 1519.377599407554805);
        bottom = Math.fma(bottom, size, 6485.558298266760755);
        bottom = Math.fma(bottom, size, 18615.571640885098091);
        bottom = Math.fma(bottom, size, 34900.952721145977266);
        bottom = Math.fma(bottom, size, 38912.003286093271411);
        bottom = Math.fma(bottom, size, 19685.429676859990727);
        return top / bottom;
    }

    private static double far(double size) {
        double z = 1.0 / (size * size);
        double top = 0.02307344176494017303;
        top = Math.fma(top, z, 0.21589853405795699);
        top = Math.fma(top, z, 0.1274011611602473639);
        top = Math.fma(top, z, 0.022235277870649807);
        top = Math.fma(top, z, 0.001421619193227893466);
        top = Math.fma(top, z, 2.9112874951168792e-5);
        double bottom = 1.0;
        bottom = Math.fma(bottom, z, 1.28426009614491121);
        bottom = Math.fma(bottom, z, 0.468238212480865118);
        bottom = Math.fma(bottom, z, 0.0659881378689285515);
        bottom = Math.fma(bottom, z, 0.00378239633202758244);
        bottom = Math.fma(bottom, z, 7.29751555083966205e-5);
        return (INVERSE_SQRT_2_PI - z * top / bottom) / size;
    }

    /**
     * The quantile function: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal
     * distribution", Applied Statistics 37 (1988), routine PPND16.
     *
     * @param u a probability
     * @return z with P(Z &lt;= z) = u, within 1e-15 relative; infinite at 0 and 1, NaN outside
     */
    public static double inverse(double u) {
        double q = u - 0.5;
        return Math.abs(q) <= CENTRAL ? central(q) : outer(u);
    }

    /**
     * Column form of {@link #inverse(double)}: normals from uniforms.
     *
     * <p>The central formula, right for 85 % of the paths, is computed for all of them in a loop without
     * branches; the rest is then overwritten.
     *
     * @param u n probabilities
     * @param z receives n normals; another array than u
     * @param n number of paths
     */
    public static void fromUniforms(double[] u, double[] z, int n) {
        assert !Columns.same(u, z);
        for (int i = 0; i < n; i++) {
            z[i] = central(u[i] - 0.5);
        }
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(u[i] - 0.5) <= CENTRAL)) {
                z[i] = outer(u[i]);
            }
        }
    }

    private static double central(double q) {
        double r = Math.fma(-q, q, CENTRAL_SQUARE);
        double top = 2509.0809287301226727;
        top = Math.fma(top, r, 33430.575583588128105);
        top = Math.fma(top, r, 67265.770927008700853);
        top = Math.fma(top, r, 45921.953931549871457);
        top = Math.fma(top, r, 13731.693765509461125);
        top = Math.fma(top, r, 1971.5909503065514427);
        top = Math.fma(top, r, 133.14166789178437745);
        top = Math.fma(top, r, 3.387132872796366608);
        double bottom = 5226.495278852545925;
        bottom = Math.fma(bottom, r, 28729.085735721942674);
        bottom = Math.fma(bottom, r, 39307.89580009271061);
        bottom = Math.fma(bottom, r, 21213.794301586595867);
        bottom = Math.fma(bottom, r, 5394.1960214247511077);
        bottom = Math.fma(bottom, r, 687.1870074920579083);
        bottom = Math.fma(bottom, r, 42.313330701600911252);
        bottom = Math.fma(bottom, r, 1.0);
        return q * top / bottom;
    }

    private static double outer(double u) {
        if (!(u > 0.0 && u < 1.0)) {
            return u == 0.0 ? Double.NEGATIVE_INFINITY : u == 1.0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double r = Math.sqrt(-Elementary.log(Math.min(u, 1.0 - u)));
        double z = r <= 5.0 ? outerNear(r - 1.6) : outerFar(r - 5.0);
        return u < 0.5 ? -z : z;
    }

    private static double outerNear(double r) {
        double top = 7.7454501427834140764e-4;
        top = Math.fma(top, r, 0.0227238449892691845833);
        top = Math.fma(top, r, 0.24178072517745061177);
        top = Math.fma(top, r, 1.27045825245236838258);
        top = Math.fma(top, r, 3.64784832476320460504);
        top = Math.fma(top, r, 5.7694972214606914055);
        top = Math.fma(top, r, 4.6303378461565452959);
        top = Math.fma(top, r, 1.42343711074968357734);
        double bottom = 1.05075007164441684324e-9;
        bottom = Math.fma(bottom, r, 5.475938084995344946e-4);
        bottom = Math.fma(bottom, r, 0.0151986665636164571966);
        bottom = Math.fma(bottom, r, 0.14810397642748007459);
        bottom = Math.fma(bottom, r, 0.68976733498510000455);
        bottom = Math.fma(bottom, r, 1.6763848301838038494);
        bottom = Math.fma(bottom, r, 2.05319162663775882187);
        bottom = Math.fma(bottom, r, 1.0);
        return top / bottom;
    }

    private static double outerFar(double r) {
        double top = 2.01033439929228813265e-7;
        top = Math.fma(top, r, 2.71155556874348757815e-5);
        top = Math.fma(top, r, 0.0012426609473880784386);
        top = Math.fma(top, r, 0.026532189526576123093);
        top = Math.fma(top, r, 0.29656057182850489123);
        top = Math.fma(top, r, 1.7848265399172913358);
        top = Math.fma(top, r, 5.4637849111641143699);
        top = Math.fma(top, r, 6.6579046435011037772);
        double bottom = 2.04426310338993978564e-15;
        bottom = Math.fma(bottom, r, 1.4215117583164458887e-7);
        bottom = Math.fma(bottom, r, 1.8463183175100546818e-5);
        bottom = Math.fma(bottom, r, 7.868691311456132591e-4);
        bottom = Math.fma(bottom, r, 0.0148753612908506148525);
        bottom = Math.fma(bottom, r, 0.13692988092273580531);
        bottom = Math.fma(bottom, r, 0.59983220655588793769);
        bottom = Math.fma(bottom, r, 1.0);
        return top / bottom;
    }
}
