package org.deflator.engine.random;

/** What the kernels ask about the arrays they are given. */
final class Columns {

    private Columns() {
    }

    /** Whether two columns are one array: identity matters here, not contents. */
    @SuppressWarnings("ReferenceEquality")
    static boolean same(double[] a, double[] b) {
        return a == b;
    }
}
