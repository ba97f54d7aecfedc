package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.cli.Wiring.World;
import org.deflator.engine.distress.SaleTerms;
import org.deflator.model.market.Depth;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Market;
import org.deflator.model.market.ResaleQuote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sells a lot of cards into a market of finite depth. */
@Command(name = "liquidate", mixinStandardHelpOptions = true,
        description = "What a forced sale of cards brings; what is not given comes from the market model.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LiquidateCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Option(names = "--gpu", required = true, paramLabel = "ID",
            description = "Generation, such as H100-SXM.")
    private String gpu;
    @Option(names = "--units", required = true, paramLabel = "N", description = "Cards to be sold.")
    private double units;
    @Option(names = "--mark-usd", paramLabel = "USD",
            description = "Mark of a card; by default its used price.")
    private Optional<Double> markUsd;
    @Option(names = "--decline-pct", paramLabel = "PCT",
            description = "Annual decline of the mark, per cent.")
    private Optional<Double> declinePct;
    @Option(names = "--regime", paramLabel = "R",
            description = "One of ${COMPLETION-CANDIDATES}; by default all.")
    private Optional<Regime> regime;
    @Option(names = "--depth-units", paramLabel = "N", description = "Cards a month that the market takes.")
    private Optional<Double> depthUnits;
    @Option(names = "--resilience", paramLabel = "K", description = "Fading of the price impact, per month.")
    private Optional<Double> resilience;
    @Option(names = "--floor", paramLabel = "B",
            description = "Share of the price that is always paid, 0 to 1.")
    private Optional<Double> floor;
    @Option(names = "--months", paramLabel = "M",
            description = "Months of selling; by default the best number.")
    private Optional<Integer> months;
    @Option(names = "--lag-months", paramLabel = "N", description = "Months from default to the first sale.")
    private Optional<Integer> lagMonths;
    @Option(names = "--carry-usd", paramLabel = "USD", description = "Cost of holding a card for a month.")
    private Optional<Double> carryUsd;
    @Option(names = "--deinstall-usd", paramLabel = "USD", description = "Cost of taking a card out.")
    private Optional<Double> deinstallUsd;
    @Option(names = "--yield-loss", paramLabel = "SHARE",
            description = "Cards that do not survive removal, 0 to 1.")
    private Optional<Double> yieldLoss;
    @Option(names = "--cost-share", paramLabel = "SHARE", defaultValue = "0",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
            description = "Legal and estate costs over gross proceeds, 0 to 1.")
    private double costShare;
    @Option(names = "--funding-rate", paramLabel = "RATE",
            description = "Rate at which the estate discounts.")
    private Optional<Double> fundingRate;
    @Option(names = "--market", paramLabel = "FILE",
            description = "Market snapshot; by default the bundled one.")
    private Optional<Path> market;
    @Option(names = "--model", paramLabel = "FILE", description = "Market model; by default the bundled one.")
    private Optional<Path> model;
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    LiquidateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        World world = BadInput.require(
                wiring.sources().world(LocalDate.ofInstant(wiring.now(), ZoneOffset.UTC), market, model));
        List<SaleTrial> trials;
        try {
            trials = regime.map(List::of).orElse(List.of(Regime.values())).stream()
                    .map(each -> trial(each, world.market())).toList();
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? SaleText.json(gpu, trials) : SaleText.render(gpu, trials, wiring.terminal()));
        return Deflator.DONE;
    }

    private SaleTrial trial(Regime in, Market world) {
        EnforcementModel enforcement = world.model().enforcement();
        double decline = declinePct.map(pct -> pct / 100).orElse(world.model().rents().declineMean());
        if (!(decline < 1 && decline > -10)) {
            throw new BadInput("deflator: --decline-pct is " + decline * 100 + "; expected less than 100");
        }
        int longest = months.orElse(enforcement.maxSaleMonths());
        if (longest < 1 || longest > 600) {
            throw new BadInput("deflator: --months is " + longest + "; expected 1 to 600");
        }
        SaleTerms terms = new SaleTerms(units, mark(world), -Math.log1p(-decline), depth(in, world), 0,
                lagMonths.orElse(enforcement.lagMonths()), carryUsd.orElse(enforcement.carryUsdPerGpuMonth()),
                deinstallUsd.orElse(enforcement.deinstallUsdPerGpu()),
                yieldLoss.orElse(enforcement.yieldLoss()),
                costShare, fundingRate.orElse(enforcement.fundingRate()));
        return SaleTrial.of(in, terms, months.map(OptionalInt::of).orElse(OptionalInt.empty()), longest);
    }

    private Depth.State depth(Regime in, Market world) {
        Depth.State state = in.depth(world.model().depth());
        double multiple = generation(world).depthMultiple();
        return new Depth.State(depthUnits.orElse(state.unitsPerMonth() * multiple),
                resilience.orElse(state.resiliencePerMonth()), floor.orElse(state.priceFloor()));
    }

    private double mark(Market world) {
        return markUsd.or(() -> world.snapshot().resalePrice(gpu)
                .map(ResaleQuote::usedUsd))
                .orElseThrow(() -> new BadInput("deflator: the market has no used price of " + gpu
                        + "; give one with --mark-usd"));
    }

    private GpuGeneration generation(Market world) {
        return world.snapshot().generation(gpu)
                .orElseThrow(
                        () -> new BadInput("deflator: there is no generation '" + gpu + "'; the market has "
                                + world.snapshot().generations().stream().map(GpuGeneration::id)
                                        .collect(Collectors.joining(", "))));
    }
}
