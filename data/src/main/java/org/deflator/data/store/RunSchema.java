package org.deflator.data.store;

import java.util.List;

/**
 * The tables of a run and what their columns mean: the Parquet files as they are written, and what a query sees
 * besides. Month 0 is the first month after the as-of date.
 */
public final class RunSchema {
    /**
     * A column.
     *
     * @param name its name
     * @param type its type in DuckDB
     * @param unit unit of a number, empty where there is none
     * @param meaning what it says
     * @param key whether it is part of what tells a row from others
     */
    public record Column(String name, String type, String unit, String meaning, boolean key) {}

    /**
     * A table.
     *
     * @param name its name, and that of its Parquet file
     * @param meaning what one row is
     * @param columns columns in order
     */
    public record Table(String name, String meaning, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    private static final Column PATH = key("path", "INTEGER", "", "path, from 0");
    private static final Column MONTH =
            key("month", "SMALLINT", "month", "month after the as-of date, from 0");
    private static final Column BORROWER = key("borrower", "VARCHAR", "", "id of the borrower");
    private static final Column INSTRUMENT = key("instrument", "VARCHAR", "", "id of the instrument");

    private static final Table PATHS = new Table("paths",
            "a path and instrument, where there is a default, an event of default or a loss",
            List.of(PATH, INSTRUMENT,
                    column("payment_month", "SMALLINT", "month", "month of payment default; null: none"),
                    column("agency_month", "SMALLINT", "month",
                            "month of default as agencies count; null: none"),
                    column("covenant_month", "SMALLINT", "month",
                            "month of the first event of default, waived or not; null: none"),
                    column("cause", "VARCHAR", "", "cause of the payment default"),
                    column("first_breach", "VARCHAR", "", "covenant that was breached first"),
                    column("exposure_usd", "DOUBLE", "USD", "claim at default"),
                    column("recovery_usd", "DOUBLE", "USD",
                            "recoveries, discounted to the default at the debt's own rate"),
                    column("loss_usd", "DOUBLE", "USD", "loss, discounted to the as-of date at SOFR"),
                    column("min_dscr", "DOUBLE", "x", "lowest debt service cover while debt was owed")));

    private static final Table MONTHS = new Table("months",
            "a borrower, measure and month: quantiles over the paths on which the measure exists",
            List.of(BORROWER,
                    key("measure", "VARCHAR", "",
                            "dscr, stated_ltv, liquidation_ltv, interest_cover, debt_yield"
                                    + " (each a ratio) or liquidity (over opening debt)"),
                    MONTH, column("p05", "DOUBLE", "ratio", "5th percentile"),
                    column("p25", "DOUBLE", "ratio", "25th percentile"),
                    column("p50", "DOUBLE", "ratio", "median"),
                    column("p75", "DOUBLE", "ratio", "75th percentile"),
                    column("p95", "DOUBLE", "ratio", "95th percentile"),
                    column("share", "DOUBLE", "fraction", "share of paths on which the measure exists")));

    private static final Table TESTS = new Table("tests", "a covenant test on a sampled path",
            List.of(PATH, MONTH, INSTRUMENT, key("covenant", "VARCHAR", "", "what was tested"),
                    column("ratio", "DOUBLE", "ratio", "what was measured"),
                    column("threshold", "DOUBLE", "ratio", "limit as agreed"),
                    column("headroom", "DOUBLE", "ratio", "distance to the limit, positive when kept"),
                    column("effect", "VARCHAR", "", "what followed")));

    private static final Table LEDGER = new Table("ledger", "a cash movement on a sampled path",
            List.of(PATH, MONTH, BORROWER, key("account", "VARCHAR", "", "what the cash was for"),
                    column("usd", "DOUBLE", "USD", "amount, inflows to the borrower positive")));

    private static final Table CASCADES = new Table("cascades", "a default on a sampled path",
            List.of(PATH, MONTH,
                    column("round", "SMALLINT", "",
                            "0: by its own cash; later rounds: pulled down by prices"),
                    BORROWER, column("cause", "VARCHAR", "", "why it fell")));

    private static final Table FIGURES = new Table("figures", "a figure of the inputs",
            List.of(key("figure", "VARCHAR", "",
                    "its path in the files, such as portfolio.borrowers.ID.debt.ID.spread_bp"),
                    column("value", "VARCHAR", "in the name", "as the file spells it"),
                    column("evidence", "VARCHAR", "", "sourced or assumed"),
                    column("note", "VARCHAR", "", "its source, or the reason of the assumption")));

    private static final Table RUN = new Table("run", "the run, the only one",
            List.of(column("portfolio", "VARCHAR", "", "name of the book"),
                    column("as_of", "DATE", "", "date of the opening balances"),
                    column("paths", "INTEGER", "", "number of paths"),
                    column("months", "INTEGER", "month", "horizon"),
                    column("seed", "BIGINT", "", "seed of all random numbers"),
                    column("sampled_paths", "INTEGER", "",
                            "the first so many paths keep ledger, tests and cascades"),
                    column("version", "VARCHAR", "", "version of Deflator that made it")));

    private static final Table BORROWERS = new Table("borrowers", "a borrower",
            List.of(BORROWER, column("name", "VARCHAR", "", "its name"),
                    column("parent", "VARCHAR", "", "id of its parent; null: none")));

    private static final Table INSTRUMENTS = new Table("instruments",
            "an instrument, also one that never defaults",
            List.of(INSTRUMENT, column("name", "VARCHAR", "", "its name"),
                    column("borrower", "VARCHAR", "", "id of the borrower"),
                    column("type", "VARCHAR", "", "term loan, bond and so on"),
                    column("rank", "VARCHAR", "", "rank of the claim"),
                    column("exposure_usd_m", "DOUBLE", "USD m", "balance outstanding on the as-of date"),
                    column("undrawn_usd_m", "DOUBLE", "USD m", "committed and not drawn"),
                    column("lgd", "DOUBLE", "fraction", "mean loss over mean claim; null: no defaults"),
                    column("expected_loss_usd_m", "DOUBLE", "USD m", "mean discounted loss"),
                    column("expected_loss_se_usd_m", "DOUBLE", "USD m", "its standard error"),
                    column("stated_ltv", "DOUBLE", "ratio", "balance over marked collateral"),
                    column("liquidation_ltv", "DOUBLE", "ratio", "balance over proceeds of a sale")));

    private RunSchema() {}

    /** The Parquet files, in the order in which they are compared and written. */
    static List<Table> files() {
        return List.of(FIGURES, PATHS, CASCADES, LEDGER, TESTS, MONTHS);
    }

    /** What a query sees besides the files: the manifest and the summary as tables. */
    static List<Table> fromSummary() {
        return List.of(RUN, BORROWERS, INSTRUMENTS);
    }

    /** All tables that a query sees, in the order in which a reader meets them. */
    public static List<Table> tables() {
        return List.of(RUN, BORROWERS, INSTRUMENTS, PATHS, MONTHS, TESTS, LEDGER, CASCADES, FIGURES);
    }

    /** {@code CREATE TABLE} of a table. */
    static String definition(Table table) {
        List<String> columns =
                table.columns().stream().map(each -> each.name() + " " + each.type()).toList();
        return "CREATE TABLE " + table.name() + " (" + String.join(", ", columns) + ")";
    }

    private static Column key(String name, String type, String unit, String meaning) {
        return new Column(name, type, unit, meaning, true);
    }

    private static Column column(String name, String type, String unit, String meaning) {
        return new Column(name, type, unit, meaning, false);
    }
}
