package org.deflator.data.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.data.file.Explanation.Nearness;
import org.deflator.engine.run.Influence;
import org.deflator.engine.run.Influence.Channel;
import org.deflator.engine.run.SummaryMetric;
import org.deflator.model.market.ContagionModel;
import org.deflator.model.market.MarketModel;

/**
 * Whether the figure at a path of the input files can move a result, and how near it is. A part of the files
 * that is not named here is taken to matter: a new figure is explained before anybody thinks of it.
 */
final class FigureReach {
    /** A figure that matters: how near, and whose it is. */
    record Found(Nearness nearness, String owner) {}

    /** What the engine never reads: for tie-outs, prices and charts. */
    private static final List<String> NOT_READ_OF_BORROWER = List.of("reported");
    private static final List<String> NOT_READ_OF_DEBT = List.of("quoted", "conversion_price_usd", "name");
    private static final List<String> NOT_READ_OF_CUSTOMER = List.of("name", "rating");
    private static final List<String> NOT_READ_OF_GENERATION = List.of("site_compatible_share");
    private static final List<String> NOT_READ_OF_RENTS = List.of("weight_algorithms", "weight_software");
    /** Parts of the section on contracts that tenants of data centres share. */
    private static final List<String> TENANTS =
            List.of("offtaker_factor_loading", "offtaker_hazard_multiple");
    /** What is read when new loans are rationed. */
    private static final List<String> SUPPLY =
            List.of("supply_calm", "supply_tight", "supply_months", "sector_debt_usd_m");
    /** What a loan owes on the as-of date, and what it may still draw. */
    private static final List<String> TERMS = List.of("outstanding_usd_m", "commitment_usd_m",
            "draw.commitment_usd_m");

    private final Influence influence;
    private final MarketModel model;
    private final String instrument;
    private final SummaryMetric.Source source;

    FigureReach(Influence influence, MarketModel model, String instrument, SummaryMetric.Source source) {
        this.influence = influence;
        this.model = model;
        this.instrument = instrument;
        this.source = source;
    }

    /** The borrowers that move the result, and by which way; what the file says is moved by nobody else. */
    SortedMap<String, Channel> channels() {
        return source == SummaryMetric.Source.TERMS
                ? new TreeMap<>(Map.of(influence.borrower(), Channel.OWN))
                : influence.channels();
    }

    /** What the figure at {@code path} is to the result; empty if it cannot move it. */
    Optional<Found> of(String path) {
        if (source == SummaryMetric.Source.TERMS) {
            String debt = "portfolio.borrowers." + influence.borrower() + ".debt." + instrument + ".";
            return TERMS.stream().anyMatch(key -> path.equals(debt + key))
                    ? Optional.of(new Found(Nearness.INSTRUMENT, influence.borrower()))
                    : Optional.empty();
        }
        String[] keys = path.split("\\.");
        return switch (keys[0] + "." + keys[1]) {
            case "portfolio.borrowers" -> borrower(keys);
            case "portfolio.offtakers" -> customer(keys);
            case "portfolio.unmodelled" -> Optional.empty();
            case "market.snapshot" -> snapshot(keys) ? market("snapshot") : Optional.empty();
            case "market.model" -> model(keys) ? market("model, " + keys[2]) : Optional.empty();
            default -> market(keys[0]);
        };
    }

    private static Optional<Found> market(String part) {
        return Optional.of(new Found(Nearness.MARKET, part));
    }

    /** {@code portfolio.borrowers.ID.part...} */
    private Optional<Found> borrower(String[] keys) {
        String id = keys[2];
        Channel channel = influence.channels().get(id);
        boolean debt = keys.length > 5 && keys[3].equals("debt");
        if (channel == null || NOT_READ_OF_BORROWER.contains(keys[3])
                || (debt && NOT_READ_OF_DEBT.contains(keys[5]))) {
            return Optional.empty();
        }
        Nearness nearness = switch (channel) {
            case OWN -> debt && keys[4].equals(instrument) ? Nearness.INSTRUMENT : Nearness.BORROWER;
            case GROUP -> Nearness.GROUP;
            case CARD_MARKET, SECTOR_LOSSES, NEW_LOANS, CONTAGION -> Nearness.OTHERS;
        };
        return Optional.of(new Found(nearness, id));
    }

    /** {@code portfolio.offtakers.ID.key} */
    private Optional<Found> customer(String[] keys) {
        String id = keys[2];
        if (NOT_READ_OF_CUSTOMER.contains(keys[3])) {
            return Optional.empty();
        }
        if (influence.ownOfftakers().contains(id)) {
            return Optional.of(new Found(Nearness.CUSTOMERS, id));
        }
        return influence.otherOfftakers().contains(id)
                ? Optional.of(new Found(Nearness.OTHERS, id))
                : Optional.empty();
    }

    /** {@code market.snapshot.part...}: whether the simulation of these borrowers reads it. */
    private boolean snapshot(String[] keys) {
        return switch (keys[2]) {
            case "generations" ->
                    influence.gpus().contains(keys[3]) && !NOT_READ_OF_GENERATION.contains(keys[4]);
            case "rents", "resale" -> influence.gpus().contains(keys[3]) && !keys[4].equals("quoted");
            case "bitcoin_usd", "network_hash_eh", "fee_btc_per_block" -> influence.bitcoin();
            case "data_centre_rent_usd_per_kw_month" -> influence.lets();
            case "histories" -> false;
            default -> true;
        };
    }

    /** {@code market.model.section.key}: whether the simulation of these borrowers reads it. */
    private boolean model(String[] keys) {
        boolean cards = !influence.gpus().isEmpty();
        boolean scarcity = influence.listed() || influence.lets();
        return switch (keys[2]) {
            case "rents" -> !NOT_READ_OF_RENTS.contains(keys[3])
                    && (cards || (scarcity && keys[3].startsWith("scarcity_")));
            case "contracts" -> cards
                    || (influence.lets() && TENANTS.contains(keys[3]));
            case "usage", "launches", "resale", "depth" -> cards;
            case "bitcoin" -> influence.bitcoin();
            case "servicer" -> influence.operated();
            case "data_centres" -> influence.lets();
            case "financing" -> !SUPPLY.contains(keys[3]) || model.financing().rationed();
            case "forbearance" ->
                    !keys[3].equals("extension_months") || model.forbearance().maxExtensions() > 0;
            case "contagion" -> contagion(keys[3]);
            case "underwriting" -> false; // read by the first look alone
            default -> true;
        };
    }

    /** What a channel that is off would read. */
    private boolean contagion(String key) {
        ContagionModel contagion = model.contagion();
        return switch (key) {
            case "remarketing" -> contagion.rents();
            case "bitcoin_market" -> contagion.bitcoin();
            case "lending" -> contagion.lenders();
            case "rejection_probability" -> contagion.offtakers();
            case "last_resort" -> contagion.lastResort().on();
            default -> true;
        };
    }
}
