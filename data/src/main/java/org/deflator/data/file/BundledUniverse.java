package org.deflator.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.portfolio.Perimeter;

/** The portfolio and the markets that come with the program. */
public final class BundledUniverse {
    private static final String ROOT = "/org/deflator/data/";
    private static final String PORTFOLIO = "universe/compute-debt.yaml";
    private static final String MODEL = "market/model.yaml";
    /** Nobody rented cards of these generations earlier. */
    private static final int SNAPSHOT_YEARS_BACK = 10;
    /** No snapshot is bundled of a later year. */
    private static final int LAST_SNAPSHOT_YEAR = 2029;

    private BundledUniverse() {}

    /** The universe of real borrowers within the frozen perimeter. */
    public static Outcome<LoadedPortfolio> portfolio() {
        return portfolio(Perimeter.FROZEN);
    }

    /** The universe of real borrowers. */
    public static Outcome<LoadedPortfolio> portfolio(Perimeter perimeter) {
        return resource(PORTFOLIO, (name, stream) -> PortfolioFile.read(name, stream, parts(), perimeter));
    }

    /** The files that {@link #portfolioFile} names. */
    public static PartSource parts() {
        return path -> {
            String name = PORTFOLIO.substring(0, PORTFOLIO.lastIndexOf('/') + 1) + path;
            if (url(name).isEmpty()) {
                return new PartSource.NoPart("no such file");
            }
            try {
                BundledFile file = file(name);
                return new PartSource.Part(path, file.name(), file.bytes());
            } catch (IOException e) {
                throw unreadable(name, e);
            }
        };
    }

    /** How the world moves, by default. */
    public static Outcome<MarketFile.Loaded<MarketModel>> model() {
        return resource(MODEL, MarketFile::readModel);
    }

    /** The latest market at or before {@code asOf}, with the default model. */
    public static Outcome<LoadedMarket> market(LocalDate asOf) {
        return MarketFile.together(snapshot(asOf), model());
    }

    /** The latest snapshot at or before {@code asOf}. Snapshots are of month ends. */
    public static Outcome<MarketFile.Loaded<MarketSnapshot>> snapshot(LocalDate asOf) {
        YearMonth last = asOf.equals(YearMonth.from(asOf).atEndOfMonth())
                ? YearMonth.from(asOf)
                : YearMonth.from(asOf).minusMonths(1);
        for (int back = 0; back < 12 * SNAPSHOT_YEARS_BACK; back++) {
            String name = "market/snapshot-" + last.minusMonths(back).atEndOfMonth() + ".yaml";
            if (url(name).isPresent()) {
                return resource(name, MarketFile::readSnapshot);
            }
        }
        return new Outcome.Failed<>(List.of(new Problem(ROOT.substring(1) + "market", 0, 0,
                "no bundled market snapshot at or before " + asOf, "one",
                "name a snapshot file of your own")));
    }

    /** A bundled file as it is, for those who keep a copy. */
    public record BundledFile(String name, byte[] bytes) {}

    /** The file of {@link #portfolio}. */
    public static BundledFile portfolioFile() throws IOException {
        return file(PORTFOLIO);
    }

    /** The file of {@link #model}. */
    public static BundledFile modelFile() throws IOException {
        return file(MODEL);
    }

    /** The file of {@link #snapshot}. */
    public static Outcome<BundledFile> snapshotFile(LocalDate asOf) throws IOException {
        return switch (snapshot(asOf)) {
            case Outcome.Failed<MarketFile.Loaded<MarketSnapshot>>(List<Problem> problems) ->
                    new Outcome.Failed<>(problems);
            case Outcome.Done<MarketFile.Loaded<MarketSnapshot>>(MarketFile.Loaded<MarketSnapshot> loaded) ->
                    new Outcome.Done<>(file("market/snapshot-" + loaded.value().asOf() + ".yaml"));
        };
    }

    /** All bundled snapshots, the latest first. */
    public static List<BundledFile> snapshotFiles() throws IOException {
        List<BundledFile> files = new ArrayList<>();
        YearMonth month = YearMonth.of(LAST_SNAPSHOT_YEAR, 12);
        for (int back = 0; back < 12 * SNAPSHOT_YEARS_BACK; back++) {
            String name = "market/snapshot-" + month.minusMonths(back).atEndOfMonth() + ".yaml";
            if (url(name).isPresent()) {
                files.add(file(name));
            }
        }
        return files;
    }

    private static BundledFile file(String name) throws IOException {
        URL url = url(name).orElseThrow(() -> new IOException("no " + name + " in the program's archive"));
        try (InputStream stream = url.openStream()) {
            return new BundledFile(ROOT.substring(1) + name, stream.readAllBytes());
        }
    }

    private interface Reader<T> {
        Outcome<T> read(String name, InputStream stream) throws IOException;
    }

    private static <T> Outcome<T> resource(String name, Reader<T> reader) {
        Optional<URL> url = url(name);
        if (url.isEmpty()) {
            return new Outcome.Failed<>(
                    List.of(new Problem(ROOT.substring(1) + name, 0, 0, "no such resource",
                            "a file in the program's archive", "install the program anew")));
        }
        try (InputStream stream = url.get().openStream()) {
            return reader.read(ROOT.substring(1) + name, stream);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static UncheckedIOException unreadable(String name, IOException e) {
        return new UncheckedIOException("cannot read " + name + " from the program's archive", e);
    }

    private static Optional<URL> url(String name) {
        return Optional.ofNullable(BundledUniverse.class.getResource(ROOT + name));
    }
}
