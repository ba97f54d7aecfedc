package org.deflator.engine.study;

/** What a breakeven is searched in. */
public enum Driver {
    /** All rents, contracted and market, USD per GPU-hour. */
    RENT_LEVEL("rent level", "usd_per_gpu_hour", false),
    /** Annual decline of market rents, a fraction. */
    DECLINE("annual decline", "per_year", true),
    /** Market rent at which cards without a contract are let, USD per GPU-hour. */
    RELEASE_RATE("re-lease rate", "usd_per_gpu_hour", false),
    /** Price of the borrower's power, USD per kWh. */
    POWER_PRICE("power price", "usd_per_kwh", true),
    /** Share of hours that cards paid by use are let. */
    UTILISATION("utilisation", "share", false),
    /** All rents of data centres, under leases and at the market, USD per kW a month. */
    LEASE_RENT("lease rent", "usd_per_kw_month", false),
    /** What mining earns in every month, bitcoin where it stands, USD per PH/s and day at the start. */
    HASH_PRICE("hash price", "usd_per_ph_day", false),
    /** Bitcoin in every month; hash rate and hash price answer as they do in any run, USD at the start. */
    BITCOIN_PRICE("bitcoin price", "usd_per_bitcoin", false);

    private final String label;
    private final String unit;
    private final boolean hurtsWhenHigh;

    Driver(String label, String unit, boolean hurtsWhenHigh) {
        this.label = label;
        this.unit = unit;
        this.hurtsWhenHigh = hurtsWhenHigh;
    }

    /** Words for tables. */
    public String label() {
        return label;
    }

    /** Unit of its levels, as keys spell it. */
    public String unit() {
        return unit;
    }

    /** Whether the lender is worse off the higher it is. */
    public boolean hurtsWhenHigh() {
        return hurtsWhenHigh;
    }
}
