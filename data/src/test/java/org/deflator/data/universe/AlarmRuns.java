package org.deflator.data.universe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.MarketFile;
import org.deflator.data.file.PortfolioFile;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunTotals;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Perimeter;
import org.deflator.model.portfolio.Portfolio;

/**
 * The runs that the alarms look at.
 *
 * @param universe the bundled universe
 * @param spot the archetype of a neocloud that rents by the hour
 * @param spotSureAccess the same when refinancing is always to be had
 * @param tenYear the archetype of a ten-year loan sized on flat rents
 * @param waived the archetype of a vehicle below investment grade, with waivers
 * @param unwaived the same without any
 */
record AlarmRuns(RunSummary universe, RunSummary spot, RunSummary spotSureAccess, RunSummary tenYear,
        RunSummary waived, RunSummary unwaived) {
    private static final int PATHS = 4_096;
    private static final int MONTHS = 120;
    private static final long SEED = 1;

    static AlarmRuns simulate() throws IOException {
        Portfolio book = Universe.portfolio(Perimeter.FROZEN).portfolio();
        Portfolio spot = archetype("spot-neocloud");
        Portfolio spv = archetype("sub-ig-spv");
        return new AlarmRuns(run(book, market(book, "", "")), run(spot, market(spot, "", "")),
                run(spot, market(spot, "access_intercept: 1.5", "access_intercept: 50")),
                run(archetype("ten-year-infra-spv"), market(spot, "", "")), run(spv, market(spv, "", "")),
                run(spv, market(spv, "max_waivers: 2", "max_waivers: 0")));
    }

    private static Portfolio archetype(String name) {
        return Universe.value(PortfolioFile.read(Path.of("../examples/archetypes", name + ".yaml")))
                .portfolio();
    }

    /** The bundled market on the date of the book, with one line of its model changed. */
    private static Market market(Portfolio book, String line, String other) throws IOException {
        String model = new String(BundledUniverse.modelFile().bytes(), StandardCharsets.UTF_8);
        if (!model.contains(line)) {
            throw new AssertionError("the model has no line '" + line + "'");
        }
        byte[] changed = model.replace(line, other).getBytes(StandardCharsets.UTF_8);
        return Universe.value(MarketFile.together(BundledUniverse.snapshot(book.asOf()),
                MarketFile.readModel("model.yaml", new ByteArrayInputStream(changed)))).market();
    }

    private static RunSummary run(Portfolio book, Market market) {
        RunPlan plan = new RunPlan(PATHS, MONTHS, SEED, 0);
        Engine engine = Engine.of(book, market, plan);
        RunTotals totals = engine.totals();
        List<BlockResult> blocks =
                IntStream.range(0, plan.blocks()).parallel().mapToObj(engine::run).toList();
        blocks.forEach(totals::add);
        return totals.summary();
    }
}
