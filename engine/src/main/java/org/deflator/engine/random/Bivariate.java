package org.deflator.engine.random;

/**
 * Bivariate normal and Student t distribution functions, by Gauss-Legendre integration of the conditional
 * distribution: for checks of the copula and for closed-form comparisons, not for kernels.
 */
public final class Bivariate {

    /** Positive nodes and weights of the 20-point Gauss-Legendre rule on (-1, 1). */
    private static final double[] NODE = {
            0.9931285991850949, 0.9639719272779138, 0.912234428251326, 0.8391169718222188, 0.7463319064601508,
            0.636053680726515, 0.5108670019508271, 0.37370608871541955, 0.22778585114164507,
            0.07652652113349734
    };
    private static final double[] WEIGHT = {
            0.017614007139152118, 0.04060142980038694, 0.06267204833410907, 0.08327674157670475,
            0.10193011981724044,
            0.11819453196151841, 0.13168863844917664, 0.14209610931838204, 0.14917298647260374,
            0.15275338713072584
    };
    private static final int PANELS = 64;

    /** Below min(x, 0) by this much the normal density has lost a factor of e^-50 and more. */
    private static final double NORMAL_RANGE = 10.0;

    private Bivariate() {
    }

    private interface Integrand {
        double at(double t);
    }

    /**
     * P(X &lt;= x, Y &lt;= y) for standard normals.
     *
     * @param rho correlation, -1 to 1
     */
    public static double normalCdf(double x, double y, double rho) {
        check(rho);
        double low = Math.min(x, y);
        double high = Math.max(x, y);
        if (rho == 1.0) {
            return Normal.cdf(low);
        }
        if (rho == -1.0) {
            return Math.max(0.0, Normal.cdf(low) - Normal.cdf(-high));
        }
        double spread = Math.sqrt((1.0 - rho) * (1.0 + rho));
        return integral(t -> Normal.density(t) * Normal.cdf((high - rho * t) / spread),
                Math.min(low, 0.0) - NORMAL_RANGE, low);
    }

    /**
     * P(X &lt;= x, Y &lt;= y) for Student t numbers with a common chi-square.
     *
     * @param rho correlation, -1 to 1
     * @param nu degrees of freedom, at least 1
     */
    public static double studentCdf(double x, double y, double rho, double nu) {
        check(rho);
        if (!(nu >= 1.0)) {
            throw new IllegalArgumentException("degrees of freedom must be at least 1, not " + nu);
        }
        double low = Math.min(x, y);
        double high = Math.max(x, y);
        if (rho == 1.0) {
            return StudentT.cdfAnyDegrees(low, nu);
        }
        if (rho == -1.0) {
            return Math.max(0.0, StudentT.cdfAnyDegrees(low, nu) - StudentT.cdfAnyDegrees(-high, nu));
        }
        return low <= 0.0
                ? studentBelow(low, high, rho, nu)
                : StudentT.cdfAnyDegrees(high, nu) - studentBelow(-low, high, -rho, nu);
    }

    /**
     * The integral over X up to x &lt;= 0. In s = X / sqrt(nu + X^2) the density is c (1 - s^2)^(nu/2 - 1) on
     * (-1, 1), and the argument of the conditional distribution contains sqrt(1 - s^2); 1 + s = v^2 makes
     * both smooth.
     */
    private static double studentBelow(double x, double y, double rho, double nu) {
        double h = Math.sqrt(nu + x * x);
        double vMax = Math.sqrt(nu / (h * (h - x)));
        double spread = Math.sqrt((nu + 1.0) / ((1.0 - rho) * (1.0 + rho)));
        double yScaled = y / Math.sqrt(nu);
        double c =
                Elementary.exp(SpecialFunction.logGamma(0.5 * nu + 0.5) - SpecialFunction.logGamma(0.5 * nu))
                        / Math.sqrt(Math.PI);
        return integral(v -> {
            double s = v * v - 1.0;
            double cosine = v * Math.sqrt(2.0 - v * v);
            double density = c * Elementary.pow(cosine * cosine, 0.5 * nu - 1.0) * 2.0 * v;
            return density * StudentT.cdfAnyDegrees(spread * (yScaled * cosine - rho * s), nu + 1.0);
        }, 0.0, vMax);
    }

    private static void check(double rho) {
        if (!(Math.abs(rho) <= 1.0)) {
            throw new IllegalArgumentException("correlation must be between -1 and 1, not " + rho);
        }
    }

    private static double integral(Integrand f, double from, double to) {
        double halfWidth = 0.5 * (to - from) / PANELS;
        double sum = 0.0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (2 * panel + 1) * halfWidth;
            for (int k = 0; k < NODE.length; k++) {
                double step = halfWidth * NODE[k];
                sum += WEIGHT[k] * (f.at(middle - step) + f.at(middle + step));
            }
        }
        return sum * halfWidth;
    }
}
