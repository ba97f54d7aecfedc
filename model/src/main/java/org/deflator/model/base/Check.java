package org.deflator.model.base;

/** Argument checks of record constructors: each returns its argument or throws with the offending value. */
public final class Check {
    private Check() {}

    /** {@code value} if it is finite and at least zero. */
    public static double atLeastZero(double value, String name) {
        return between(value, 0, Double.MAX_VALUE, name);
    }

    /** {@code value} if it is finite and greater than zero. */
    public static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + "; expected a number greater than 0");
        }
        return value;
    }

    /** {@code value} if it lies in {@code [low, high]}. */
    public static double between(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " is " + value + "; expected " + low + " to " + high);
        }
        return value;
    }

    /** {@code value} if it lies in {@code [low, high]}. */
    public static int between(int value, int low, int high, String name) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " is " + value + "; expected " + low + " to " + high);
        }
        return value;
    }

    /** {@code text} if it has a character that is not white space. */
    public static String notBlank(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return text;
    }

    /** Throws with {@code message} unless {@code holds}. */
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
