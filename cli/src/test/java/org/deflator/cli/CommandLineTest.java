package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.deflator.data.store.Simulation;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.Histogram;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands with the real files and stores, and a made-up engine. */
class CommandLineTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private IntConsumer beforeBlock = block -> {};
    private boolean debug;
    private String report = "";

    @Test
    void runPrintsTheResultsAndWhereTheyAre() {
        assertThat(run("run", "--paths", "600", "--out", folder.resolve("a").toString())).isEqualTo(1);

        assertThat(out.toString()).startsWith("made-up as of 2026-06-30: 600 paths of 120 months, seed 1\n")
                .contains("Results " + folder.resolve("a")).contains("report.html");
        assertThat(folder.resolve("a/report.html")).hasContent("report of made-up");
        assertThat(folder.resolve("a/inputs/portfolio.yaml")).isNotEmptyFile();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonIsTheSameForAnyFolderAndNumberOfThreads() {
        run("run", "--paths", "600", "--json", "--threads", "1", "--out", folder.resolve("a").toString());
        String one = out.toString();
        out.getBuffer().setLength(0);
        run("run", "--paths", "600", "--json", "--threads", "3", "--out", folder.resolve("b").toString());

        assertThat(out.toString()).isEqualTo(one).startsWith("{").endsWith("}\n")
                .doesNotContain(folder.toString());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anInterruptedRunTellsHowToResumeAndGivesTheSameResults() {
        run("run", "--paths", "900", "--json", "--out", folder.resolve("whole").toString());
        String whole = out.toString();
        out.getBuffer().setLength(0);
        Thread main = Thread.currentThread();
        beforeBlock = block -> {
            if (block == 2) {
                main.interrupt();
                block(1_000);
            }
        };
        int code = run("run", "--paths", "900", "--json", "--threads", "1", "--out",
                folder.resolve("cut").toString());

        assertThat(code).isEqualTo(130);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("deflator run --resume " + folder.resolve("cut"));

        beforeBlock = block -> {};
        assertThat(run("run", "--json", "--resume", folder.resolve("cut").toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualTo(whole);
    }

    @Test
    void aRunKeepsEveryPartAndIsResumedFromItsCopies() throws IOException {
        Path book = folder.resolve("book.yaml");
        Files.createDirectory(folder.resolve("banks"));
        Files.writeString(book, "portfolio: parted\nas_of: 2026-06-30\nparts: [banks/one.yaml]\n");
        Files.writeString(folder.resolve("banks/one.yaml"), """
                borrowers:
                  - id: one
                    name: One
                    kind: neocloud
                    treasury: {cash_usd_m: 4}
                    costs: {overhead_usd_m_per_month: 1}
                """);
        assertThat(run("run", book.toString(), "--paths", "300", "--out", folder.resolve("a").toString()))
                .isEqualTo(1);
        Files.delete(folder.resolve("banks/one.yaml"));

        assertThat(folder.resolve("a/manifest.json")).content().contains("banks/one.yaml");
        assertThat(run("check", folder.resolve("a/inputs/portfolio.yaml").toString())).isZero();
        assertThat(run("run", "--resume", folder.resolve("a").toString())).isEqualTo(1);

        Files.writeString(folder.resolve("a/inputs/banks/one.yaml"), "borrowers: []\n");
        assertThat(run("run", "--resume", folder.resolve("a").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("inputs/banks/one.yaml: found a file that changed since");
    }

    @Test
    void thePerimeterIsPartOfARunAndOfItsResumption() throws IOException {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains("Left out as growth:");
        out.getBuffer().setLength(0);
        assertThat(run("check", "--perimeter", "growth")).isZero();
        assertThat(out.toString()).doesNotContain("Left out");

        String folderOfRun = folder.resolve("a").toString();
        run("run", "--paths", "300", "--perimeter", "growth", "--out", folderOfRun);
        assertThat(folder.resolve("a/manifest.json")).content().contains("\"perimeter\" : \"growth\"");
        assertThat(run("run", "--resume", folderOfRun, "--perimeter", "frozen")).isEqualTo(2);
        assertThat(err.toString()).contains("leave out --perimeter");
    }

    @Test
    void aResumedRunTakesNoOtherPlan() {
        run("run", "--paths", "300", "--out", folder.resolve("a").toString());

        assertThat(run("run", "--seed", "2", "--resume", folder.resolve("a").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("leave out --seed");
    }

    @Test
    void reportIsWrittenAgainFromTheLatestRun() throws IOException {
        run("run", "--paths", "300");
        Path report;
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            report = runs.findFirst().orElseThrow().resolve("report.html");
        }
        Files.delete(report);

        assertThat(run("report")).isZero();
        assertThat(report).exists();
    }

    @Test
    void checkCountsWhatABookHas() throws IOException {
        run("run", "--paths", "1", "--out", folder.resolve("a").toString());
        out.getBuffer().setLength(0);

        assertThat(run("check", folder.resolve("a/inputs/portfolio.yaml").toString())).isZero();
        assertThat(out.toString()).startsWith("OK ").contains("borrower").contains("sourced");
    }

    @Test
    void checkTellsEveryProblemWithItsPlace() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, "portfolio: x\nas_of: yesterday\nborowers: []\n");

        assertThat(run("check", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file + ":2:").contains(file + ":3:").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void liquidateReproducesTheWorkedExample() {
        assertThat(run("liquidate", "--gpu", "H100-SXM", "--units", "10000", "--mark-usd", "18000",
                "--decline-pct", "30",
                "--months", "6", "--lag-months", "2", "--carry-usd", "60", "--deinstall-usd", "900",
                "--yield-loss",
                "0.04", "--funding-rate", "0.10")).isZero();

        assertThat(out.toString()).containsPattern("recovery / mark +0\\.691 +0\\.477 ");
    }

    @Test
    void liquidateFindsTheBestMonthsOfTheExampleInItsHelp() {
        assertThat(run("help", "liquidate")).isZero();
        String help = out.toString();
        String command = help.substring(help.indexOf("deflator liquidate --gpu"), help.indexOf("Over 6"))
                .replace("\\", " ").strip();
        out.getBuffer().setLength(0);

        assertThat(run(command.substring("deflator ".length()).split("\\s+"))).isZero();
        assertThat(out.toString()).containsPattern("months of selling +3 +9 +14\n")
                .containsPattern("recovery / mark +0\\.706 +0\\.483 +0\\.268\n");
        assertThat(help).contains("0.706, 0.483 and 0.268");
    }

    @Test
    void checkWithoutAFileChecksTheBundledBook() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).startsWith("OK compute-debt-");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldByName() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "here");

        assertThat(run("run", "--paths", "1", "--out", file.resolve("run").toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file.resolve("run").toString()).contains("name another folder")
                .doesNotContain("Exception").doesNotContain("maintainers");
    }

    @Test
    void resultsArePrintedEvenIfTheReportCannotBeWritten() {
        report = "no room";

        assertThat(run("run", "--paths", "1", "--out", folder.resolve("a").toString())).isEqualTo(3);
        assertThat(out.toString()).startsWith("made-up as of").doesNotContain("Report");
        assertThat(err.toString()).contains("cannot read or write: no room").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run --paths 0                                      | paths is 0
            run --paths many                                   | many
            run --threads 0                                    | deflator: --threads is 0
            run nowhere.yaml                                   | nowhere.yaml: found no such file
            run --market nowhere.yaml                          | nowhere.yaml: found no such file
            run --resume nowhere                               | no manifest.json
            run --sed 1                                        | --sed
            check nowhere.yaml                                 | nowhere.yaml: found no such file
            cashflows                                          | --borrower
            cashflows -b nobody                                | there is no borrower 'nobody'
            cashflows -b x --months 0                          | --months is 0
            cashflows -b x --csv --json                        | mutually exclusive
            liquidate --gpu H100-SXM                           | --units
            liquidate --gpu ABACUS --units 1 --mark-usd 1      | there is no generation 'ABACUS'
            liquidate --gpu ABACUS --units 1                   | there is no generation 'ABACUS'
            liquidate --gpu H100-SXM --units -1                | --units is -1; expected more than 0
            liquidate --gpu H100-SXM --units NaN               | --units is NaN
            liquidate --gpu H100-SXM --units 1 --floor 2       | --floor is 2; expected 0 to 1
            liquidate --gpu H100-SXM --units 1 --funding-rate -2 | --funding-rate is -2; expected 0 to 1
            liquidate --gpu H100-SXM --units 1 --resilience -1 | --resilience is -1; expected 0 to 100
            liquidate --gpu H100-SXM --units 1 --decline-pct 100 | --decline-pct is 100
            liquidate --gpu H100-SXM --units 1 --months 0      | --months is 0
            liquidate --gpu H100-SXM --units 1 --regime calm   | calm
            report                                             | no finished run
            report nowhere                                     | no manifest.json
            fly                                                | there is no command 'fly'
            """)
    void badInputIsOneSentenceAndExitCodeTwo(String arguments, String sentence) {
        assertThat(run(arguments.strip().split(" +"))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFaultHidesItsStackTraceUnlessAskedFor() {
        beforeBlock = block -> {
            throw new IllegalStateException("wrong sign");
        };
        assertThat(run("run", "--paths", "1")).isEqualTo(3);
        assertThat(err.toString()).contains("wrong sign").contains("DEFLATOR_DEBUG").doesNotContain("\tat ");

        debug = true;
        assertThat(run("run", "--paths", "1")).isEqualTo(3);
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void helpAndVersionAreFine() {
        assertThat(run("help")).isZero();
        assertThat(run("help", "run")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("liquidate").contains("--sampled-paths")
                .contains("deflator 1.0-test");
    }

    private int run(String... arguments) {
        Wiring.Reporter reporter = (run, file) -> {
            if (!report.isEmpty()) {
                throw new IOException(report);
            }
            Files.writeString(file, "report of " + run.summary().portfolioId());
        };
        Wiring wiring =
                new Wiring(new FileSources(), new FakeCalculator(), reporter, new Terminal(120, false, false),
                        "1.0-test", Instant.parse("2026-07-15T10:00:00Z"), folder.resolve("runs"));
        CommandLine line = Deflator.commandLine(wiring, debug);
        // Holds back what is not flushed, as standard output does.
        line.setOut(new PrintWriter(new BufferedWriter(out)));
        line.setErr(new PrintWriter(err, true));
        return Deflator.execute(line, arguments);
    }

    private static void block(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class FakeCalculator implements Wiring.Calculator {
        @Override
        public Simulation simulation(Portfolio portfolio, Market market, RunPlan plan) {
            double[] sum = {0.1};
            return new Simulation(index -> {
                beforeBlock.accept(index);
                return new BlockResult(index, plan.pathsIn(index), List.of(), new Histogram[0][][],
                        new Histogram[0][],
                        new Histogram[0][], new int[0][], List.of(), List.of(), List.of());
            }, block -> sum[0] = sum[0] / 3 + block.block(), () -> FakeSummary.of(plan, sum[0]), List.of(),
                    Map.of());
        }

        @Override
        public List<LedgerRow> baseCase(Portfolio portfolio, Market market, RunPlan plan) {
            return List.of();
        }

        @Override
        public PathTrace trace(Portfolio portfolio, Market market, RunPlan plan, int path) {
            return new PathTrace(path, List.of(), List.of(), List.of(), List.of(), new TreeMap<>());
        }
    }
}
