package org.deflator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.MarketFile;
import org.deflator.data.file.MarketFile.Loaded;
import org.deflator.data.file.Quote;
import org.deflator.data.file.QuoteFile;
import org.deflator.data.file.QuotedSnapshot;
import org.deflator.data.store.Json;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.market.MarketSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Makes a market snapshot of the user's quotes, or checks and keeps one that is ready. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = {"Check market data and write a snapshot for `deflator run --market`.",
                "FILE is a CSV file of dated quotes (columns series, gpu, date, value, source, reason),"
                        + " laid over"
                        + " a snapshot, or a whole snapshot (YAML). docs/market-data.md tells more."})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DataImportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(paramLabel = "FILE", description = "Quotes (CSV) or a snapshot (YAML).")
    private Path file;
    @Option(names = "--as-of", paramLabel = "DATE",
            description = "Month end of the snapshot; by default that of the latest quote.")
    private Optional<LocalDate> asOf;
    @Option(names = "--base", paramLabel = "SNAPSHOT",
            description = "Snapshot that has what is not quoted; by default the latest bundled one.")
    private Optional<Path> base;
    @Option(names = "--out", paramLabel = "FILE",
            description = "File to write; by default snapshot-DATE.yaml in markets/.")
    private Optional<Path> out;
    @Option(names = "--json", description = "Tell the result as JSON.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    DataImportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        String name = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new BadInput(name + ": found " + (Files.exists(file) ? "a directory" : "no such file")
                    + ", expected quotes (CSV) or a snapshot (YAML); check the path");
        }
        byte[] bytes = Files.readAllBytes(file);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv" -> quotes(name, bytes);
            case "yaml", "yml" -> snapshot(name, bytes);
            default -> throw new BadInput(name + ": found a file that ends in '" + ending
                    + "', expected .csv (quotes) or .yaml (a snapshot); name it so");
        };
    }

    private int quotes(String name, byte[] bytes) throws IOException {
        List<Quote> quotes = BadInput.require(QuoteFile.read(name, new ByteArrayInputStream(bytes)));
        LocalDate latest = quotes.stream().map(Quote::date).max(Comparator.naturalOrder()).orElseThrow();
        LocalDate date = asOf.orElse(YearMonth.from(latest).atEndOfMonth());
        if (!date.equals(YearMonth.from(date).atEndOfMonth())) {
            throw new BadInput("deflator: --as-of is " + date + "; expected the last day of a month");
        }
        Loaded<MarketSnapshot> under = BadInput.require(base.isPresent()
                ? read(base.get().toString(), base.get())
                : BundledUniverse.snapshot(date));
        if (under.value().asOf().isAfter(date)) {
            throw new BadInput("deflator: the base is of " + under.value().asOf() + ", after the as-of date "
                    + date + "; name an earlier one with --base");
        }
        QuotedSnapshot made = BadInput.require(QuotedSnapshot.of(name, quotes, under, date));
        byte[] text = made.text().getBytes(StandardCharsets.UTF_8);
        keep(text, date, made.used().size(), made.later(),
                "the snapshot of " + under.value().asOf());
        return Deflator.DONE;
    }

    private int snapshot(String name, byte[] bytes) throws IOException {
        if (asOf.isPresent() || base.isPresent()) {
            throw new BadInput("deflator: a snapshot is whole and has its date; leave out "
                    + (asOf.isPresent() ? "--as-of" : "--base"));
        }
        Loaded<MarketSnapshot> read =
                BadInput.require(MarketFile.readSnapshot(name, new ByteArrayInputStream(bytes)));
        keep(bytes, read.value().asOf(), read.provenance().figures().size(), 0, "");
        return Deflator.DONE;
    }

    private static Outcome<Loaded<MarketSnapshot>> read(String name, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new Outcome.Failed<>(List.of(new Problem(name, 0, 0, "no such file", "a snapshot (YAML)",
                    "check --base")));
        }
        return MarketFile.readSnapshot(name, new ByteArrayInputStream(Files.readAllBytes(path)));
    }

    /** Writes a new file that has been read once more, so that what is there can be used. */
    private void keep(byte[] text, LocalDate date, int used, int later, String under) throws IOException {
        Path target = out.orElse(DataCommand.markets(wiring).resolve("snapshot-" + date + ".yaml"));
        BadInput.require(MarketFile.readSnapshot(target.toString(), new ByteArrayInputStream(text)));
        Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
        try {
            Files.write(target, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput("deflator: " + target + " exists; remove it or name another file with --out");
        }
        PrintWriter stdout = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = Json.object();
            node.put("snapshot", target.toString()).put("as_of", date.toString()).put("used", used)
                    .put("later", later);
            stdout.print(Json.text(node));
            return;
        }
        stdout.println(target + ": the market of " + date + ", " + (under.isEmpty()
                ? Numbers.count(used, "figure")
                : Numbers.count(used, "quote") + " over " + under)
                + (later > 0 ? "; " + later + " of later dates left out" : ""));
        stdout.println("Use it: deflator run --market " + target);
    }
}
