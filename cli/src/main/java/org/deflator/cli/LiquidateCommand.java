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
        description = "What a forced sale of cards brings; what is not given comes from the market model.",
        footerHeading = "%nExamples:%n",
        footer = {
                "  10,000 H100 marked at USD 18,000, prices falling 30 %% a year, sold over the best"
                        + " number of",
                "  months: 3, 9 and 14 months bring 0.706, 0.483 and 0.268 of the mark.",
                "    deflator liquidate --gpu H100-SXM --units 10000 --mark-usd 18000 --decline-pct 30 \\",
                "      --lag-months 2 --carry-usd 60 --deinstall-usd 900 --yield-loss 0.04 \\",
                "      --funding-rate 0.10 --cost-share 0",
                "  Over 6 months in a normal and a stressed market, 0.691 and 0.477: add --months 6.",
                "  Over 12 months in a crisis, 0.267: add --regime crisis --months 12."})
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
        generation(world.market());
        checkOptions();
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

    /** In the words of the options; what the market model says has been checked where it was read. */
    private void checkOptions() {
        above("--units", Optional.of(units), 0);
        above("--mark-usd", markUsd, 0);
        above("--depth-units", depthUnits, 0);
        within("--resilience", resilience, 0, 100);
        within("--floor", floor, 0, 1);
        within("--lag-months", lagMonths.map(Integer::doubleValue), 0, 120);
        within("--carry-usd", carryUsd, 0, 1e6);
        within("--deinstall-usd", deinstallUsd, 0, 1e6);
        within("--yield-loss", yieldLoss, 0, 1);
        within("--cost-share", Optional.of(costShare), 0, 1);
        within("--funding-rate", fundingRate, 0, 1);
    }

    private static void above(String option, Optional<Double> given, double low) {
        given.filter(value -> !(value > low && Double.isFinite(value))).ifPresent(value -> {
            throw new BadInput("deflator: " + option + " is " + plain(value) + "; expected more than "
                    + plain(low));
        });
    }

    private static void within(String option, Optional<Double> given, double low, double high) {
        given.filter(value -> !(value >= low && value <= high)).ifPresent(value -> {
            throw new BadInput("deflator: " + option + " is " + plain(value) + "; expected " + plain(low)
                    + " to " + plain(high));
        });
    }

    /** As the user would have typed it: {@code -5}, not {@code -5.0}. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private SaleTrial trial(Regime in, Market world) {
        EnforcementModel enforcement = world.model().enforcement();
        double decline = declinePct.map(pct -> pct / 100).orElse(world.model().rents().declineMean());
        if (!(decline < 1 && decline > -10)) {
            throw new BadInput(
                    "deflator: --decline-pct is " + plain(decline * 100) + "; expected less than 100");
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
