package org.deflator.engine.cashflow;

import java.util.List;
import java.util.Optional;
import org.deflator.engine.cashflow.Book.OfftakerTerms;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.UsageModel;

/** Which customers and borrowers the shocks of a market make fail. */
public final class ForcedDefaults {
    private ForcedDefaults() {}

    /** For each shock of the market the index of the customer that it fells; -1 if it fells none. */
    static int[] of(Book book) {
        List<MarketShock> shocks = book.plan().market().shocks();
        int[] felled = new int[shocks.size()];
        for (int k = 0; k < felled.length; k++) {
            felled[k] = shocks.get(k).effect() instanceof Effect.OfftakerFails(Optional<String> id)
                    ? id.map(name -> indexOf(book, name)).orElseGet(() -> largest(book))
                    : -1;
        }
        return felled;
    }

    /** For each shock of the market the index of the borrower that it fells; -1 if it fells none. */
    public static int[] borrowers(Book book) {
        List<String> ids = book.borrowers().stream().map(BorrowerTerms::id).toList();
        return book.plan().market().shocks().stream()
                .mapToInt(shock -> shock.effect() instanceof Effect.BorrowerFails(String id) ? ids.indexOf(id)
                        : -1)
                .toArray();
    }

    private static int indexOf(Book book, String id) {
        return book.offtakers().stream().map(OfftakerTerms::id).toList().indexOf(id);
    }

    /** The customer that owes most, undiscounted and within the horizon, under today's contracts and leases. */
    private static int largest(Book book) {
        double[] owedUsd = new double[book.offtakers().size()];
        UsageModel usage = book.plan().market().model().usage();
        double hours = usage.availability() * usage.hoursPerMonth();
        for (ContractTerms contract : book.contracts()) {
            for (int m = 0; m < Math.min(contract.units().length, contract.endMonth()); m++) {
                owedUsd[contract.offtaker()] += contract.units()[m] * contract.priceUsdPerHour() * hours;
            }
        }
        for (DataCentreTerms dataCentre : book.dataCentres()) {
            dataCentre.lease().ifPresent(lease -> {
                for (int m = 0; m < lease.rentUsd().length; m++) {
                    owedUsd[lease.tenant()] +=
                            lease.rentUsd()[m] * dataCentre.handedOver(m, dataCentre.completion());
                }
            });
        }
        int largest = -1;
        for (int o = 0; o < owedUsd.length; o++) {
            if (owedUsd[o] > 0 && (largest < 0 || owedUsd[o] > owedUsd[largest])) {
                largest = o;
            }
        }
        return largest;
    }
}
