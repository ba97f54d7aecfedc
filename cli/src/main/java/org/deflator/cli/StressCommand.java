package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.data.file.BundledScenarios;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.StressResult;
import org.deflator.engine.study.StressSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs scenarios side by side on the same random numbers. */
@Command(name = "stress", mixinStandardHelpOptions = true, showDefaultValues = true,
        description = {
                "Run scenarios side by side on the same random numbers, and say how far each lies from the"
                        + " base and how sure that is.",
                "Without --scenario, all bundled ones but switches and lenses. A+B is one case of two"
                        + " scenarios. Lenses and switches are named lens-infrastructure, without-depth and"
                        + " so"
                        + " on."},
        footer = {"", "Example:",
                "  deflator stress --scenario crypto-crash --scenario crypto-crash+depth-collapse"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StressCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'")
            .withZone(ZoneOffset.UTC);

    private final Wiring wiring;

    @Mixin
    private CaseOptions options;
    @Option(names = "--scenario", paramLabel = "NAME|FILE",
            description = "Bundled scenario or scenario file; may be given several times, each a case.")
    private List<String> scenarios = new ArrayList<>();
    @Option(names = "--out", paramLabel = "FILE",
            description = "Table of all figures, CSV; by default stress-TIME.csv in runs/.")
    private Optional<Path> out;
    @Option(names = "--json", description = "Print JSON, numbers in full.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    StressCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        RunPlan plan = options.plan();
        List<String> names = scenarios.isEmpty() ? BundledScenarios.stress() : scenarios;
        // All cases are read before any is simulated, so that a fault in the last is told at once.
        List<Inputs> cases = new ArrayList<>();
        cases.add(options.inputs(wiring, ChosenScenarios.none()));
        for (String name : names) {
            cases.add(options.inputs(wiring, ChosenScenarios.named(List.of(name.split("\\+")))));
        }
        List<StressResult> results;
        try {
            results = run(cases, plan);
        } catch (InterruptedException e) {
            return Deflator.INTERRUPTED;
        }
        Path file = out.orElseGet(
                () -> wiring.runs().resolve("stress-" + STAMP.format(wiring.now()) + ".csv"));
        StressTables tables = new StressTables(results, cases.getFirst().portfolio().id(), plan);
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Files.writeString(file, tables.csv());
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(json ? tables.json() : tables.text(wiring.terminal()));
        if (!json) {
            stdout.println();
            stdout.println("All figures, by borrower too: " + file);
        }
        return Deflator.DONE;
    }

    private List<StressResult> run(List<Inputs> cases, RunPlan plan)
            throws InterruptedException {
        List<StressResult> results = new ArrayList<>();
        long total = (long) plan.paths() * cases.size();
        try (Bar bar = new Bar(total, wiring.terminal(), spec.commandLine().getErr());
                StressPool pool = new StressPool(options.threadCount(), plan, bar)) {
            StressSample base = sample(cases.getFirst(), plan);
            pool.run(base);
            results.add(StressResult.of(base, base));
            for (Inputs each : cases.subList(1, cases.size())) {
                StressSample sample = sample(each, plan);
                pool.run(sample);
                results.add(StressResult.of(base, sample));
            }
        }
        return results;
    }

    private static StressSample sample(Inputs inputs, RunPlan plan) {
        return CaseOptions.sample(inputs.scenarios().label(), inputs.portfolio(), inputs.market(), plan);
    }
}
