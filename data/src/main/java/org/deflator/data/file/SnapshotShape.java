package org.deflator.data.file;

import static org.deflator.data.file.Shape.atLeastZero;
import static org.deflator.data.file.Shape.between;
import static org.deflator.data.file.Shape.day;
import static org.deflator.data.file.Shape.optional;
import static org.deflator.data.file.Shape.positive;
import static org.deflator.data.file.Shape.required;
import static org.deflator.data.file.Shape.share;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deflator.data.file.Shape.Fields;

/** Keys, kinds and ranges of a market snapshot file. */
final class SnapshotShape {
    private SnapshotShape() {}

    private static final Fields GENERATION = new Fields("generation", List.of(
            required("id", new Shape.Id(), "name in files, such as H100-SXM"),
            required("launched", new Shape.Month(), "month from which it shipped in volume"),
            required("system_kw", positive(), "IT power per card with its share of the server, kW"),
            required("launch_price_usd", positive(), "price of a card at launch, USD"),
            required("scarcity_beta", atLeastZero(), "loading of the log rent on scarcity"),
            required("site_compatible_share", share(), "share of vacant data-centre power that can host it"),
            required("depth_multiple", positive(), "monthly resale depth relative to H100")));

    private static final Fields RENT = new Fields("rent", List.of(
            required("gpu", new Shape.Id(), "generation"),
            required("usd_per_gpu_hour", positive(), "rent, USD per card-hour"),
            required("quoted", day(), "date of the quote")));

    private static final Fields RESALE = new Fields("resale price", List.of(
            required("gpu", new Shape.Id(), "generation"),
            required("used_usd", positive(), "price of a used card, USD"),
            required("quoted", day(), "date of the quote")));

    private static final Fields HISTORY = new Fields("history", List.of(
            required("gpu", new Shape.Id(), "generation"),
            required("label", new Shape.Text(), "what was measured"),
            required("usd_per_gpu_hour", new Shape.Series(positive()), "month to rent")));

    /** A whole snapshot file. */
    static final Fields SNAPSHOT = new Fields("market snapshot", List.of(
            required("as_of", new Shape.Day(true, false), "no value is of a later date"),
            required("generations", new Shape.Items(GENERATION, "id", "generation", 1), "oldest first"),
            required("rents", new Shape.Items(RENT, "gpu", "rent", 1), "rent per generation"),
            optional("resale", new Shape.Items(RESALE, "gpu", "resale price", 0),
                    "used prices; absent: none"),
            required("bitcoin_usd", positive(), "price of a bitcoin"),
            required("network_hash_eh", positive(), "hash rate of the network, EH/s"),
            required("fee_btc_per_block", atLeastZero(), "transaction fees per block"),
            required("sofr", between(-0.02, 0.25), "a fraction per year: 3.7 % is 0.037"),
            required("high_yield_spread_bp", between(1, 5000), "spread of the US high-yield index"),
            required("data_centre_rent_usd_per_kw_month", positive(),
                    "rent of a whole campus on critical IT load, USD per kW a month"),
            optional("histories", new Shape.Items(HISTORY, "", "history", 0), "for charts; absent: none")));

    private static final String RENT_SERIES = "rent_usd_per_gpu_hour";
    private static final String USED_SERIES = "used_usd";

    /** What may be quoted: series per generation, then figures of the whole market. */
    static List<String> series() {
        return Stream.concat(Stream.of(RENT_SERIES, USED_SERIES), marketWide().stream()).toList();
    }

    /** Figures of the whole market, by their keys. */
    static List<String> marketWide() {
        return SNAPSHOT.fields().stream().filter(field -> field.shape() instanceof Shape.Figure)
                .map(Shape.Field::key).toList();
    }

    /** What a value of a series looks like; empty for a series that does not exist. */
    static Optional<Shape.Figure> series(String name) {
        Fields owner = perGeneration(name) ? (name.equals(RENT_SERIES) ? RENT : RESALE) : SNAPSHOT;
        return owner.fields().stream().filter(field -> field.key().equals(keyOf(name)))
                .map(Shape.Field::shape).filter(Shape.Figure.class::isInstance).map(Shape.Figure.class::cast)
                .findFirst();
    }

    /** Whether a series has a value per generation. */
    static boolean perGeneration(String series) {
        return series.equals(RENT_SERIES) || series.equals(USED_SERIES);
    }

    /** The list that a series per generation is kept in. */
    static String listOf(String series) {
        return series.equals(RENT_SERIES) ? "rents" : "resale";
    }

    /** The key that holds the value of a series. */
    static String keyOf(String series) {
        return series.equals(RENT_SERIES) ? "usd_per_gpu_hour" : series;
    }
}
