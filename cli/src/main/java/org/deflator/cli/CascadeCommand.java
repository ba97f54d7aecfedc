package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.Amplification;
import org.deflator.engine.study.ContagionCases;
import org.deflator.engine.study.DominoMatrix;
import org.deflator.engine.study.StressSample;
import org.deflator.model.base.Timeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks whether defaults cascade. */
@Command(name = "cascade", mixinStandardHelpOptions = true, showDefaultValues = true,
        description = {
                "Whether defaults cascade: what each channel of contagion adds to losses, on the same random"
                        + " numbers, who pulls down whom, and whether a fall dies out.",
                "Each borrower is let fall once, so that time grows with their number."},
        footer = {"", "Example:", "  deflator cascade --paths 512", "  deflator cascade --path 17"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CascadeCommand implements Callable<Integer> {
    /** Depths at which amplification is shown, as multiples of today's. */
    private static final List<Double> DEPTHS = List.of(1.0, 0.3, 0.1, 0.03);

    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "PORTFOLIO",
            description = "Portfolio file or loan tape; by default the bundled book.")
    private Optional<Path> portfolio;
    @Option(names = "--paths", paramLabel = "N", defaultValue = "1024",
            description = "Number of paths of each case.")
    private int paths;
    @Option(names = "--horizon", paramLabel = "MONTHS", defaultValue = "120",
            description = "Months simulated.")
    private int months;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Seed of all random numbers.")
    private long seed;
    @Option(names = "--threads", paramLabel = "N", description = "Threads; by default one a processor.")
    private Optional<Integer> threads;
    @Option(names = "--market", paramLabel = "FILE",
            description = "Market snapshot; by default the bundled one.")
    private Optional<Path> market;
    @Option(names = "--model", paramLabel = "FILE", description = "Market model; by default the bundled one.")
    private Optional<Path> model;
    @Mixin
    private PerimeterOption perimeter;
    @Option(names = "--path", paramLabel = "N",
            description = "Tell who fell on this path instead, month by month, with every channel on.")
    private Optional<Integer> path;
    @Option(names = "--json", description = "Print JSON, numbers in full.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    CascadeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        RunPlan plan;
        try {
            plan = new RunPlan(paths, months, seed, 0);
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + e.getMessage());
        }
        Inputs inputs = Inputs.read(wiring.sources(), new Inputs.Named(portfolio, market, model),
                perimeter.chosen(), ChosenScenarios.none());
        ContagionCases cases = new ContagionCases(inputs.portfolio(), inputs.market(), plan);
        PrintWriter out = spec.commandLine().getOut();
        if (path.isPresent()) {
            if (path.get() < 0 || path.get() >= paths) {
                throw new BadInput("deflator: --path is " + path.get() + "; expected 0 to " + (paths - 1));
            }
            Timeline timeline = new Timeline(inputs.portfolio().asOf(), months);
            CascadeStory story = new CascadeStory(cases.story(path.get()), timeline);
            out.print(json ? story.json() : story.text(wiring.terminal()));
            return Deflator.DONE;
        }
        try {
            CascadeTables tables = study(cases, inputs.portfolio().id());
            out.print(json ? tables.json() : tables.text(wiring.terminal()));
            return Deflator.DONE;
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + inputs.book().name() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            return Deflator.INTERRUPTED;
        }
    }

    private CascadeTables study(ContagionCases cases, String id) throws InterruptedException {
        StressSample none = cases.none();
        List<StressSample> alone = cases.channels();
        StressSample all = cases.all();
        List<String> borrowers = all.borrowers();
        int samples = 2 + alone.size() + borrowers.size() + 2 * (DEPTHS.size() - 1);
        RunPlan plan = cases.plan();
        try (Bar bar = new Bar((long) plan.paths() * samples, wiring.terminal(), spec.commandLine().getErr());
                StressPool pool = new StressPool(Threads.count(threads), plan, bar)) {
            pool.run(none);
            pool.run(all);
            List<Amplification> channels = new ArrayList<>();
            for (StressSample each : alone) {
                pool.run(each);
                channels.add(Amplification.of(none, each));
            }
            channels.add(Amplification.of(none, all));
            List<Amplification> depths = new ArrayList<>(List.of(channels.getLast()));
            for (double multiple : DEPTHS.subList(1, DEPTHS.size())) {
                ContagionCases shallow = cases.withDepth(multiple);
                StressSample without = shallow.none();
                StressSample with = shallow.all();
                pool.run(without);
                pool.run(with);
                depths.add(Amplification.of(without, with));
            }
            List<StressSample> falls = new ArrayList<>();
            for (String borrower : borrowers) {
                StressSample fall = cases.fallOf(borrower);
                pool.run(fall);
                falls.add(fall);
            }
            return new CascadeTables(id, plan, none.pdMonths(), channels, DEPTHS, depths,
                    DominoMatrix.of(all, falls, cases.groups(borrowers)));
        }
    }
}
