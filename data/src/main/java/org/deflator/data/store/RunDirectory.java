package org.deflator.data.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deflator.data.store.Manifest.InputCopy;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;
import tools.jackson.core.JacksonException;

/**
 * The folder of one run. {@code manifest.json} and {@code inputs/} say what went in; {@code blocks/} holds
 * finished blocks while the run is under way; the Parquet tables and {@code summary.json} are the results. A
 * folder with a summary is finished; one without can be resumed. Safe for use by several threads, but by one
 * process only.
 */
public final class RunDirectory {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'")
            .withZone(ZoneOffset.UTC);

    /**
     * A file that goes into a run.
     *
     * @param role what it is: {@code portfolio}, {@code part}, {@code market}, {@code model} or {@code scenario}
     * @param name its file name; of a part, the path by which the portfolio names it
     * @param bytes its content
     */
    public record InputFile(String role, String name, byte[] bytes) {}

    private final Path path;
    private final Manifest manifest;

    private RunDirectory(Path path, Manifest manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    /** A folder in {@code runs} named after the time, which no other run has. */
    public static Path fresh(Path runs, Instant now) {
        Path path = runs.resolve(STAMP.format(now));
        for (int i = 2; Files.exists(path); i++) {
            path = runs.resolve(STAMP.format(now) + "-" + i);
        }
        return path;
    }

    /** Starts a run in a new or empty folder. */
    public static Outcome<RunDirectory> create(Path path, String version, RunPlan plan, Perimeter perimeter,
            Instant now, List<InputFile> inputs) throws IOException {
        if (Files.exists(path) && !isEmptyFolder(path)) {
            return failed(path, "a file or a folder that is not empty", "a new or empty folder",
                    "name another folder, or continue the run in it with --resume");
        }
        Path copies = path.resolve("inputs");
        try {
            Files.createDirectories(copies);
        } catch (FileSystemException e) {
            return failed(path, "a folder that cannot be made", "a place that may be written to",
                    "name another folder");
        }
        Files.createDirectories(path.resolve("blocks"));
        List<InputCopy> entries = new ArrayList<>();
        for (InputFile input : inputs.stream()
                .sorted(Comparator.comparing(InputFile::role).thenComparing(InputFile::name)).toList()) {
            InputCopy entry = InputCopy.of(input.role(), input.name(), input.bytes());
            Path copy = path.resolve(entry.path());
            Files.createDirectories(copy.resolveSibling(""));
            AtomicFile.write(copy, input.bytes());
            entries.add(entry);
        }
        Manifest manifest =
                new Manifest(version, System.getProperty("java.runtime.version", "unknown"), now, plan,
                        perimeter, entries);
        AtomicFile.write(path.resolve("manifest.json"), manifest.toJson());
        return new Outcome.Done<>(new RunDirectory(path, manifest));
    }

    /** An existing run, finished or not, whose inputs are still what they were. */
    public static Outcome<RunDirectory> open(Path path) throws IOException {
        Path file = path.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            return failed(path, "no manifest.json", "the folder of a run",
                    "name a folder that `deflator run` made");
        }
        Manifest manifest;
        try {
            manifest = Manifest.parse(Files.readString(file));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            return failed(file, "something else", "the manifest that `deflator run` wrote",
                    "start the run anew");
        }
        List<Problem> problems = new ArrayList<>();
        for (InputCopy input : manifest.inputs()) {
            Path copy = path.resolve(input.path());
            if (!Files.isRegularFile(copy)
                    || !InputCopy.of(input.role(), input.name(), Files.readAllBytes(copy)).equals(input)) {
                problems.add(new Problem(copy.toString(), 0, 0, "a file that changed since the run started",
                        "SHA-256 " + input.sha256(), "put the copy back or start the run anew"));
            }
        }
        return problems.isEmpty()
                ? new Outcome.Done<>(new RunDirectory(path, manifest))
                : new Outcome.Failed<>(problems);
    }

    /** The finished run in {@code runs} that was started last. */
    public static Optional<RunDirectory> latest(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        SortedMap<Instant, RunDirectory> byTime = new TreeMap<>();
        try (Stream<Path> entries = Files.list(runs)) {
            for (Path entry : entries.sorted().toList()) {
                if (open(entry) instanceof Outcome.Done<RunDirectory>(RunDirectory run) && run.finished()) {
                    byTime.put(run.manifest().created(), run);
                }
            }
        }
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.lastEntry().getValue());
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** What the run is made of. */
    public Manifest manifest() {
        return manifest;
    }

    /** The copy of an input, if the run has one in this role. */
    public Optional<Path> input(String role) {
        return manifest.inputs().stream().filter(input -> input.role().equals(role)).findFirst()
                .map(input -> path.resolve(input.path()));
    }

    /** The copies of all inputs in a role, by name. */
    public List<Path> inputs(String role) {
        return manifest.inputs().stream().filter(input -> input.role().equals(role))
                .map(input -> path.resolve(input.path())).toList();
    }

    /** Whether the results are there. */
    public boolean finished() {
        return Files.isRegularFile(path.resolve("summary.json"));
    }

    /** The results of a finished run. */
    public RunSummary summary() throws IOException {
        return SummaryJson.read(Files.readString(path.resolve("summary.json")));
    }

    Path blockFile(int block) {
        return path.resolve("blocks").resolve("%06d.blk".formatted(block));
    }

    void keep(BlockResult block) throws IOException {
        BlockFile.write(blockFile(block.block()), manifest.runKey(), block);
    }

    /** Deletes what a killed run may have left half-written. */
    void sweep() throws IOException {
        Files.createDirectories(path.resolve("blocks"));
        for (Path folder : List.of(path, path.resolve("blocks"))) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.filter(e -> e.toString().endsWith(AtomicFile.UNFINISHED))
                        .toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    /** Writes the summary, by which the run is finished, and then removes the blocks. */
    void finish(RunSummary summary) throws IOException {
        AtomicFile.write(path.resolve("summary.json"), SummaryJson.write(summary));
        Path blocks = path.resolve("blocks");
        try (Stream<Path> entries = Files.walk(blocks)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static Outcome<RunDirectory> failed(Path file, String found, String expected, String remedy) {
        return new Outcome.Failed<>(List.of(new Problem(file.toString(), 0, 0, found, expected, remedy)));
    }
}
