package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.study.Amplification;
import org.deflator.engine.study.DominoMatrix;
import org.deflator.engine.study.Leverage;
import org.deflator.engine.study.StressSample;
import org.deflator.model.base.Timeline;
import org.deflator.model.market.ContagionChannel;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketModel;
import org.deflator.model.portfolio.Portfolio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how the fall of one borrower reaches others. */
@Command(name = "cascade", mixinStandardHelpOptions = true, showDefaultValues = true,
        description = {
                "Show how the fall of one borrower reaches others: losses with each channel of contagion over"
                        + " losses without any, and how many falls one fall causes, by depth of the market.",
                "All cases see the same random numbers. With --path, the story of one path instead."},
        footer = {"", "Examples:", "  deflator cascade --paths 2000", "  deflator cascade --path 17"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CascadeCommand implements Callable<Integer> {
    /** Depths of the market for used cards over those of the model: the range of MODEL 6.3 and its square. */
    private static final List<Double> DEPTHS = List.of(1.0 / 9, 1.0 / 3, 1.0, 3.0, 9.0);

    /** Today's debts over those of the book, on the same assets. */
    private static final List<Double> LEVERAGES = List.of(0.7, 1.0, 1.3, 1.6, 2.0);
    /** Ends the name of a case with one channel. */
    static final String ALONE = " alone";

    private final Wiring wiring;

    @Mixin
    private CaseOptions options;
    @Option(names = "--path", paramLabel = "N",
            description = "Tell month by month what happens on this path with all channels open.")
    private Optional<Integer> path;
    @Option(names = "--phase",
            description = "Vary the debts with the depth: where one fall causes more than one. Takes five"
                    + " times"
                    + " as long.")
    private boolean phase;
    @Option(names = "--dominoes",
            description = "Let each borrower fall once in the first month, all channels open, and"
                    + " tell whom it pulls down within the months that follow.")
    private boolean dominoes;
    @Option(names = "--json", description = "Print JSON, numbers in full.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    CascadeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        RunPlan plan = options.plan();
        Inputs inputs = options.inputs(wiring, ChosenScenarios.none());
        PrintWriter out = spec.commandLine().getOut();
        if (path.isPresent()) {
            out.print(story(inputs, plan, path.get()));
            return Deflator.DONE;
        }
        try {
            if (dominoes) {
                DominoTable table = dominoes(inputs, plan);
                out.print(json ? table.json() : table.text(wiring.terminal()));
                return Deflator.DONE;
            }
            CascadeTables tables = run(inputs, plan);
            out.print(json ? tables.json() : tables.text(wiring.terminal()));
            return Deflator.DONE;
        } catch (InterruptedException e) {
            return Deflator.INTERRUPTED;
        }
    }

    private String story(Inputs inputs, RunPlan plan, int chosen) {
        if (chosen < 0 || chosen >= plan.paths()) {
            throw new BadInput("deflator: --path is " + chosen + "; expected 0 to " + (plan.paths() - 1));
        }
        Market with = open(inputs.market(), EnumSet.allOf(ContagionChannel.class));
        Market without = open(inputs.market(), EnumSet.noneOf(ContagionChannel.class));
        try {
            CascadeStory story = new CascadeStory(
                    wiring.calculator().trace(inputs.portfolio(), with, plan, chosen),
                    wiring.calculator().trace(inputs.portfolio(), without, plan, chosen),
                    new Timeline(inputs.portfolio().asOf(), plan.months()));
            return json ? story.json() : story.text(wiring.terminal());
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + inputs.book().name() + ": " + e.getMessage());
        }
    }

    private CascadeTables run(Inputs inputs, RunPlan plan) throws InterruptedException {
        List<Double> leverages = phase ? LEVERAGES : List.of(1.0);
        long samples = 2L + 2L * ContagionChannel.values().length + 2L * DEPTHS.size() * leverages.size();
        try (Bar bar = new Bar(plan.paths() * samples, wiring.terminal(), spec.commandLine().getErr());
                StressPool pool = new StressPool(options.threadCount(), plan, bar)) {
            return new CascadeTables(inputs.portfolio().id(), plan, channels(inputs, plan, pool),
                    cells(inputs, plan, leverages, pool));
        }
    }

    private DominoTable dominoes(Inputs inputs, RunPlan plan) throws InterruptedException {
        Market open = open(inputs.market(), EnumSet.allOf(ContagionChannel.class));
        StressSample standing = CaseOptions.sample("standing", inputs.portfolio(), open, plan);
        List<String> borrowers = standing.borrowers();
        try (Bar bar = new Bar(plan.paths() * (1L + borrowers.size()), wiring.terminal(),
                spec.commandLine().getErr());
                StressPool pool = new StressPool(options.threadCount(), plan, bar)) {
            pool.run(standing);
            List<StressSample> falls = new ArrayList<>();
            for (String borrower : borrowers) {
                StressSample fall = CaseOptions.sample(borrower, inputs.portfolio(),
                        DominoMatrix.fallOf(borrower, open), plan);
                pool.run(fall);
                falls.add(fall);
            }
            return new DominoTable(inputs.portfolio().id(), plan, standing.pdMonths(),
                    DominoMatrix.of(standing, falls, inputs.portfolio()));
        }
    }

    private static List<CascadeTables.Case> channels(Inputs inputs, RunPlan plan, StressPool pool)
            throws InterruptedException {
        Set<ContagionChannel> every = EnumSet.allOf(ContagionChannel.class);
        List<CascadeTables.Case> cases = new ArrayList<>();
        StressSample none =
                sample(inputs.portfolio(), inputs.market(), plan, EnumSet.noneOf(ContagionChannel.class),
                        pool);
        cases.add(of("all channels", none, sample(inputs.portfolio(), inputs.market(), plan, every, pool)));
        for (ContagionChannel channel : every) {
            cases.add(of(channel.key() + ALONE, none,
                    sample(inputs.portfolio(), inputs.market(), plan, EnumSet.of(channel), pool)));
        }
        for (ContagionChannel channel : every) {
            Set<ContagionChannel> rest = EnumSet.complementOf(EnumSet.of(channel));
            cases.add(of("all but " + channel.key(), none,
                    sample(inputs.portfolio(), inputs.market(), plan, rest, pool)));
        }
        return cases;
    }

    private static List<CascadeTables.Cell> cells(Inputs inputs, RunPlan plan, List<Double> leverages,
            StressPool pool) throws InterruptedException {
        List<CascadeTables.Cell> cells = new ArrayList<>();
        MarketModel model = inputs.market().model();
        for (double leverage : leverages) {
            Portfolio book = Leverage.of(inputs.portfolio(), leverage);
            for (double depth : DEPTHS) {
                Market market = inputs.market().with(model.with(model.depth().times(depth)));
                StressSample without =
                        sample(book, market, plan, EnumSet.noneOf(ContagionChannel.class), pool);
                StressSample with = sample(book, market, plan, EnumSet.allOf(ContagionChannel.class), pool);
                cells.add(new CascadeTables.Cell(leverage, depth, of("all channels", without, with)));
            }
        }
        return cells;
    }

    private static CascadeTables.Case of(String name, StressSample none, StressSample sample) {
        return new CascadeTables.Case(name, Amplification.of(none, sample), sample.reproduction());
    }

    private static StressSample sample(Portfolio book, Market market, RunPlan plan,
            Set<ContagionChannel> open,
            StressPool pool) throws InterruptedException {
        StressSample sample = CaseOptions.sample("cascade", book, open(market, open), plan);
        pool.run(sample);
        return sample;
    }

    private static Market open(Market market, Set<ContagionChannel> open) {
        return market.with(market.model().with(market.model().contagion().with(open)));
    }
}
