package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.store.Json;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists market snapshots, bundled and the user's own, with what they hold. */
@Command(name = "list", mixinStandardHelpOptions = true,
        description = {"List the market snapshots: the bundled ones, and your own in markets/.",
                "Of each: as-of date, series with the number and dates of their values, sources, SHA-256."})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DataListCommand implements Callable<Integer> {
    private static final String NOTE =
            "Bundled figures are facts, and a few monthly rents for charts, each with the"
                    + " document that states it or the reason why it is assumed. What you import stays"
                    + " with you, and so do the terms under which you have it.";

    private final Wiring wiring;

    @Option(names = "--json", description = "Print JSON, with every source.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    DataListCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        List<SnapshotListing> listings = new ArrayList<>(bundled());
        List<Problem> problems = new ArrayList<>();
        for (Path file : own()) {
            switch (SnapshotListing.of(file.toString(), false, Files.readAllBytes(file))) {
                case Outcome.Done<SnapshotListing>(SnapshotListing listing) -> listings.add(listing);
                case Outcome.Failed<SnapshotListing>(List<Problem> wrong) -> problems.addAll(wrong);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode root = Json.object();
            ArrayNode list = root.putArray("snapshots");
            listings.forEach(each -> each.json(list.addObject()));
            root.put("note", NOTE);
            out.print(Json.text(root));
        } else {
            listings.forEach(each -> print(each, out));
            out.print(Words.wrap(NOTE, wiring.terminal().width()));
        }
        problems.forEach(spec.commandLine().getErr()::println);
        return problems.isEmpty() ? Deflator.DONE : Deflator.BAD_INPUT;
    }

    /** Newest first. */
    private static List<SnapshotListing> bundled() throws IOException {
        List<SnapshotListing> listings = new ArrayList<>();
        for (BundledUniverse.BundledFile file : BundledUniverse.snapshotFiles()) {
            listings.add(BadInput.require(SnapshotListing.of(file.name(), true, file.bytes())));
        }
        return listings;
    }

    private List<Path> own() throws IOException {
        Path folder = DataCommand.markets(wiring);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private void print(SnapshotListing listing, PrintWriter out) {
        out.println(wiring.terminal().bold("Market of " + listing.asOf()) + ", "
                + (listing.bundled() ? "bundled" : listing.file()));
        out.println("SHA-256 " + listing.sha256());
        TextTable table = new TextTable(List.of(Column.text("series"), Column.number("values"),
                Column.text("from"), Column.text("to"), Column.number("sourced"), Column.number("assumed"),
                Column.text("sources")));
        for (SnapshotListing.Series each : listing.series()) {
            table.row(List.of("  " + each.name(), String.valueOf(each.values()), date(each.dates(), true),
                    date(each.dates(), false), String.valueOf(each.sourced()),
                    String.valueOf(each.values() - each.sourced()), String.join(", ", each.hosts())));
        }
        out.println(table.render(new Terminal(Integer.MAX_VALUE, wiring.terminal().colour(), false)));
    }

    private static String date(List<LocalDate> dates, boolean first) {
        return dates.isEmpty() ? Numbers.NONE : (first ? dates.getFirst() : dates.getLast()).toString();
    }
}
