package org.deflator.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deflator.data.store.RunDirectory.InputFile;
import org.deflator.engine.run.RunSummary;
import org.deflator.model.base.Evidence;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Provenance;
import org.deflator.model.portfolio.Perimeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationRunTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Provenance FIGURES = new Provenance(new TreeMap<>(
            Map.of("a.b", new Provenance.Entry("1.5", new Evidence.Sourced("https://example.com")), "c",
                    new Provenance.Entry("0.2", new Evidence.Assumed("nobody says")))));

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();

    @Test
    void threadsChangeNoBit() throws IOException, InterruptedException {
        run(directory("one"), new FakeRun(), 1);
        run(directory("many"), new FakeRun(), 7);

        assertThat(text("many/summary.json")).isEqualTo(text("one/summary.json"));
        assertThat(Files.readAllBytes(folder.resolve("many/paths.parquet")))
                .isEqualTo(Files.readAllBytes(folder.resolve("one/paths.parquet")));
    }

    @Test
    void theFirstBreachIsNamedAsTheCovenantIs() throws IOException, InterruptedException, SQLException {
        run(directory("run"), new FakeRun(), 2);

        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var query = connection.prepareStatement("SELECT DISTINCT instrument || ': ' || first_breach"
                        + " FROM read_parquet(?) WHERE first_breach IS NOT NULL ORDER BY 1")) {
            query.setString(1, folder.resolve("run/paths.parquet").toString());
            var rows = query.executeQuery();
            List<String> breaches = new ArrayList<>();
            while (rows.next()) {
                breaches.add(rows.getString(1));
            }
            assertThat(breaches).containsExactly("loan-a: DSCR >= 1.35x", "loan-b: LTV <= 80%");
        }
    }

    @Test
    void aKilledRunResumesFromItsBlocksAndGivesTheSameBits() throws IOException, InterruptedException {
        run(directory("whole"), new FakeRun(), 2);
        RunDirectory killed = directory("killed");
        FakeRun dies = new FakeRun(block -> {
            if (block == 2) {
                throw new IllegalStateException("power cut");
            }
        });
        assertThatThrownBy(() -> run(killed, dies, 1)).hasMessage("power cut");
        assertThat(killed.finished()).isFalse();
        Files.writeString(killed.blockFile(3).resolveSibling("000003.blk.part"), "half");

        RunDirectory reopened = opened("killed");
        FakeRun resumed = new FakeRun();
        run(reopened, resumed, 2);

        assertThat(resumed.simulated()).isLessThan(FakeRun.PLAN.blocks());
        assertThat(text("killed/summary.json")).isEqualTo(text("whole/summary.json"));
        assertThat(notes).isEmpty();
    }

    @Test
    void aTruncatedBlockIsComputedAgainAndToldOnce() throws IOException, InterruptedException {
        RunDirectory directory = directory("run");
        directory.keep(FakeRun.block(0));
        directory.keep(FakeRun.block(1));
        byte[] whole = Files.readAllBytes(directory.blockFile(1));
        Files.write(directory.blockFile(1), java.util.Arrays.copyOf(whole, whole.length - 10));
        FakeRun run = new FakeRun();

        run(directory, run, 3);

        assertThat(run.simulated()).isEqualTo(FakeRun.PLAN.blocks() - 1);
        assertThat(notes).singleElement().asString().contains("000001.blk").contains("computed again");
    }

    @Test
    void blocksAreMergedInOrderAndProgressIsToldInPaths() throws IOException, InterruptedException {
        FakeRun run = new FakeRun();
        run(directory("run"), run, 4);

        assertThat(run.merged()).extracting(block -> block.block()).containsExactly(0, 1, 2, 3);
        assertThat(progress).containsExactly(256, 512, 768, 900);
    }

    @Test
    void anInterruptLeavesAFolderThatCanBeResumed() throws IOException, InterruptedException {
        RunDirectory directory = directory("run");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run(directory, new FakeRun(), 1)).isInstanceOf(InterruptedException.class);

        run(opened("run"), new FakeRun(), 1);
        assertThat(opened("run").finished()).isTrue();
    }

    @Test
    void aFinishedRunHoldsItsResultsAndNoScratchFiles() throws IOException, InterruptedException {
        run(directory("run"), new FakeRun(), 2);

        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "manifest.json",
                    "inputs", "summary.json", "paths.parquet", "months.parquet", "tests.parquet",
                    "ledger.parquet",
                    "cascades.parquet", "figures.parquet");
        }
    }

    @Test
    void theTablesSayWhatTheBlocksSaid() throws IOException, InterruptedException, SQLException {
        FakeRun run = new FakeRun();
        run(directory("run"), run, 2);
        RunTables tables = new RunTables(opened("run"));

        assertThat(tables.figures()).isEqualTo(FIGURES);
        assertThat(tables.ledger()).isEqualTo(FakeRun.block(0).ledger());
        assertThat(tables.tests()).isEqualTo(FakeRun.block(0).tests());
        double loss = 0;
        int defaults = 0;
        for (var block : run.merged()) {
            for (int path = 0; path < block.paths(); path++) {
                for (var instrument : block.instruments()) {
                    loss += instrument.lossUsd()[path];
                    defaults += instrument.paymentMonth()[path] >= 0 ? 1 : 0;
                }
            }
        }
        assertThat(defaults).isPositive();
        assertThat(query("SELECT count(*) FROM '%s' WHERE payment_month IS NOT NULL", "paths"))
                .isEqualTo(defaults);
        assertThat(query("SELECT sum(loss_usd) FROM '%s'", "paths")).isCloseTo(loss,
                org.assertj.core.api.Assertions.withinPercentage(1e-9));
        assertThat(query("SELECT count(*) FROM '%s'", "cascades")).isEqualTo(4);
        assertThat(query("SELECT count(*) FROM '%s' WHERE measure = 'dscr' AND p50 IS NULL", "months"))
                .isEqualTo(1);
    }

    @Test
    void theSummaryComesBackFromItsJson() throws IOException, InterruptedException {
        RunSummary summary = run(directory("run"), new FakeRun(), 2);

        assertThat(opened("run").summary()).usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.compareTo(b) == 0, Double.class).isEqualTo(summary);
        assertThat(text("run/summary.json")).contains("\"any_payment_default_5y\" : null")
                .doesNotContain("NaN");
    }

    private RunSummary run(RunDirectory directory, FakeRun fake, int threads)
            throws IOException, InterruptedException {
        return new SimulationRun(directory, fake.simulation(), threads).execute(FIGURES,
                new SimulationRun.Observer() {
                    @Override
                    public void pathsDone(int paths) {
                        progress.add(paths);
                    }

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                });
    }

    private RunDirectory directory(String name) throws IOException {
        return done(RunDirectory.create(folder.resolve(name), "1.0", FakeRun.PLAN, Perimeter.FROZEN, NOW,
                List.of(new InputFile("portfolio", "book.yaml", new byte[]{1, 2}))));
    }

    private RunDirectory opened(String name) throws IOException {
        return done(RunDirectory.open(folder.resolve(name)));
    }

    private static RunDirectory done(Outcome<RunDirectory> outcome) {
        return switch (outcome) {
            case Outcome.Done<RunDirectory>(RunDirectory run) -> run;
            case Outcome.Failed<RunDirectory>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private double query(String sql, String table) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement
                        .executeQuery(sql.formatted(folder.resolve("run").resolve(table + ".parquet")))) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
