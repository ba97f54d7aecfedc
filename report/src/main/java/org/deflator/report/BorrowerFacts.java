package org.deflator.report;

import java.util.Locale;
import org.deflator.engine.run.RunSummary.BorrowerSummary;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.MiningFleet;
import org.deflator.model.portfolio.OfftakeContract;
import org.deflator.model.portfolio.Offtaker;
import org.deflator.model.portfolio.Rate;

/** What a borrower owns, is promised and owes, as agreed. */
final class BorrowerFacts {
    private final Book book;
    private final Html html;

    BorrowerFacts(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    void write(BorrowerSummary summary) {
        html.open("figure", "class", "facts").element("h4", "As agreed").open("table", "class", "facts")
                .open("tbody");
        book.agreed(summary.id()).ifPresent(borrower -> {
            rows(borrower);
            debts(borrower);
        });
        html.close().close().close();
    }

    /** All but its debt. */
    void business(Borrower borrower) {
        html.open("table", "class", "facts").element("caption", "Borrower, as agreed").open("tbody");
        rows(borrower);
        html.close().close();
    }

    private void rows(Borrower borrower) {
        row("Business", switch (borrower.kind()) {
            case NEOCLOUD -> "rents out cards";
            case MINER -> "mines bitcoin";
            case DATA_CENTRE -> "lets powered buildings";
            case SPV -> "special-purpose vehicle" + borrower.parent().map(p -> " of " + name(p)).orElse("");
        });
        for (Fleet fleet : borrower.fleets()) {
            row("Cards", Figures.number(fleet.units(), 0) + " " + fleet.gpu() + ", in service from "
                    + Figures.month(fleet.inService()) + ", $" + Figures.number(fleet.unitCostUsd(), 0)
                    + " each all in");
        }
        for (MiningFleet fleet : borrower.miners()) {
            row("Mining", Figures.number(fleet.hashEh(), 1) + " EH/s at "
                    + Figures.number(fleet.joulePerTh(), 1) + " J/TH");
        }
        for (DataCentre dataCentre : borrower.dataCentres()) {
            row("Data centre", dataCentre.id() + ": " + Figures.number(dataCentre.criticalItMw(), 0)
                    + " MW, " + Figures.usd(dataCentre.costUsdM()) + ", rent from "
                    + Figures.month(dataCentre.completion()) + ", "
                    + dataCentre.lease().map(this::lease).orElse("not let"));
        }
        for (OfftakeContract contract : borrower.contracts()) {
            row("Contract", contract(contract));
        }
        String bitcoin = borrower.treasury().btc() > 0
                ? ", " + Figures.number(borrower.treasury().btc(), 0) + " bitcoin"
                : "";
        row("Treasury", Figures.usd(borrower.treasury().cashUsdM()) + " free, "
                + Figures.usd(borrower.treasury().restrictedCashUsdM()) + " restricted" + bitcoin);
        for (Guarantee guarantee : borrower.guarantees()) {
            row("Guarantee", switch (guarantee.kind()) {
                case FULL -> "full, by " + name(guarantee.guarantor());
                case COMPLETION -> "of completion, by " + name(guarantee.guarantor());
                case BAD_ACTS ->
                        "for bad acts only, by " + name(guarantee.guarantor()) + ": no credit support";
            });
        }
    }

    private void debts(Borrower borrower) {
        for (Instrument debt : borrower.debt()) {
            row("Debt", debt.terms().name() + ": " + Figures.usd(debt.terms().outstandingUsdM()) + ", "
                    + rate(debt.terms().rate()) + ", due " + debt.terms().maturity());
        }
    }

    private String contract(OfftakeContract contract) {
        String customer = customer(contract.offtaker());
        String type = switch (contract.type()) {
            case TAKE_OR_PAY -> "take-or-pay";
            case USAGE -> "by usage";
        };
        return customer + ": " + Figures.number(contract.units(), 0) + " " + contract.gpu() + " at $"
                + Figures.number(contract.priceUsdPerGpuHour(), 2) + " per card-hour to "
                + Figures.month(contract.end())
                + ", " + type;
    }

    private String lease(DataCentreLease lease) {
        return "let to " + customer(lease.tenant()) + " at $"
                + Figures.number(lease.rentUsdPerKwMonth(), 0) + " per kW and month to "
                + Figures.month(lease.end())
                + lease.backstop().map(b -> ", backstop of " + customer(b.guarantor()) + " up to "
                        + Figures.usd(b.capUsdM())).orElse("");
    }

    private String customer(String id) {
        return book.input().portfolio().offtaker(id).map(o -> o.name() + " (" + rating(o) + ")").orElse(id);
    }

    private static String rating(Offtaker offtaker) {
        return offtaker.rating().toLowerCase(Locale.ROOT).equals("unrated")
                ? "unrated, " + Figures.percent(offtaker.annualDefaultProbability(), 1) + " a year"
                : offtaker.rating();
    }

    static String rate(Rate rate) {
        return switch (rate) {
            case Rate.Floating floating -> "SOFR + " + Figures.number(floating.spreadBp(), 0) + " bp";
            case Rate.Fixed fixed -> Figures.number(fixed.couponPct(), 2) + Figures.SPACE + "%";
        };
    }

    private String name(String borrower) {
        return book.agreed(borrower).map(Borrower::name).orElse(borrower);
    }

    private void row(String head, String text) {
        html.open("tr").element("th", head, "scope", "row").element("td", text).close();
    }
}
