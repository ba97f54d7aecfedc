package org.deflator.engine.cashflow;

/** What the holder of a convertible has and chooses (MODEL 5.4(5)). */
public final class ConversionValue {
    private ConversionValue() {}

    /** Value of the shares that {@code faceUsd} of notes converts into, USD. */
    public static double parityUsd(double faceUsd, double conversionPriceUsd, double stockUsd) {
        return faceUsd / conversionPriceUsd * stockUsd;
    }

    /**
     * Whether the holder takes par at a put date (BORR-36): it is more than the shares and more than the
     * note left alone. The issuer must then find the cash.
     */
    public static boolean holderPuts(double parUsd, double parityUsd, double holdUsd) {
        return parUsd > Math.max(parityUsd, holdUsd);
    }
}
