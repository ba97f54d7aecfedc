package org.deflator.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.PathTrace;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.market.ContagionModel;
import org.deflator.model.market.Depth;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Start;
import org.deflator.model.portfolio.Portfolio;

/**
 * The same book with contagion in other ways: none, each channel by itself, all of them, and all of them after one
 * borrower has been let fall. All are samples of one plan.
 *
 * @param portfolio the book
 * @param market its market; which channels it has on does not matter
 * @param plan how to simulate
 */
public record ContagionCases(Portfolio portfolio, Market market, RunPlan plan) {
    /** Names of the channels, in the order of {@link #channels}. */
    private static final List<String> CHANNELS =
            List.of("card prices", "rents", "bitcoin", "lenders", "customers");

    /** Nobody notices the fall of another. */
    public StressSample none() {
        return sample("none", switched(-1));
    }

    /** Each channel alone. */
    public List<StressSample> channels() {
        List<StressSample> alone = new ArrayList<>();
        for (int channel = 0; channel < CHANNELS.size(); channel++) {
            alone.add(sample(CHANNELS.get(channel), switched(channel)));
        }
        return alone;
    }

    /** All channels. */
    public StressSample all() {
        return sample("all channels", everyChannel());
    }

    /** All channels, and {@code borrower} in default in the first month. */
    public StressSample fallOf(String borrower) {
        MarketShock fall = new MarketShock(new Start.After(0), new Effect.BorrowerFails(borrower), 0,
                OptionalInt.of(1));
        return StressSample.of(borrower, portfolio,
                market.with(market.model().with(everyChannel())).with(List.of(fall)), plan);
    }

    /** The same cases in a market that takes {@code multiple} of the used cards that it takes now. */
    public ContagionCases withDepth(double multiple) {
        Depth depth = market.model().depth();
        return new ContagionCases(portfolio, market.with(market.model()
                .with(new Depth(times(depth.normal(), multiple), times(depth.stress(), multiple),
                        times(depth.crisis(), multiple), depth.lossSensitivity(),
                        depth.recoveryHalfLifeMonths()))),
                plan);
    }

    private static Depth.State times(Depth.State state, double multiple) {
        return new Depth.State(multiple * state.unitsPerMonth(), state.resiliencePerMonth(),
                state.priceFloor());
    }

    /** The group of each borrower, by the id of its ultimate parent. */
    public List<String> groups(List<String> borrowers) {
        return borrowers.stream().map(id -> CarveOut.root(portfolio, id).id()).toList();
    }

    /** All that happens on one path with every channel on. */
    public PathTrace story(int path) {
        return Engine.of(portfolio, market.with(market.model().with(everyChannel())), plan).trace(path);
    }

    private StressSample sample(String name, ContagionModel contagion) {
        return StressSample.of(name, portfolio, market.with(market.model().with(contagion)), plan);
    }

    private ContagionModel everyChannel() {
        return with(true, true, true, true, true);
    }

    private ContagionModel switched(int channel) {
        return with(channel == 0, channel == 1, channel == 2, channel == 3, channel == 4);
    }

    private ContagionModel with(boolean cards, boolean rents, boolean bitcoin, boolean lenders,
            boolean customers) {
        ContagionModel m = market.model().contagion();
        return new ContagionModel(cards, rents, bitcoin, lenders, customers, m.remarketing(),
                m.bitcoinMarket(), m.lending(), m.rejectionProbability(), m.lastResort());
    }
}
