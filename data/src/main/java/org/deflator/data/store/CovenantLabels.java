package org.deflator.data.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;

/** Covenants in words, as the engine's covenant tests name them. */
final class CovenantLabels {
    private CovenantLabels() {}

    /** Labels by instrument, in the order agreed. */
    static Map<String, List<String>> of(Portfolio portfolio) {
        Map<String, List<String>> labels = new TreeMap<>();
        for (Borrower borrower : portfolio.borrowers()) {
            for (Instrument instrument : borrower.debt()) {
                labels.put(instrument.id(),
                        covenants(instrument).stream().map(CovenantLabels::label).toList());
            }
        }
        return labels;
    }

    private static List<Covenant> covenants(Instrument instrument) {
        return switch (instrument) {
            case Instrument.TermLoan loan -> loan.covenants();
            case Instrument.Revolver revolver -> revolver.covenants();
            case Instrument.Bond bond -> bond.covenants();
            case Instrument.Convertible _,Instrument.Lease _,Instrument.BitcoinLoan _ -> List.of();
        };
    }

    private static String label(Covenant covenant) {
        return switch (covenant) {
            case Covenant.MinDscr c -> String.format(Locale.ROOT, "DSCR >= %.2fx", c.threshold());
            case Covenant.MinLiquidity c -> String.format(Locale.ROOT, "liquidity >= $%.0fm", c.usdM());
            case Covenant.MaxLtv c -> String.format(Locale.ROOT, "LTV <= %.0f%%", 100 * c.threshold());
            case Covenant.MaxNetLeverage c ->
                    String.format(Locale.ROOT, "net leverage <= %.2fx", c.threshold());
        };
    }
}
