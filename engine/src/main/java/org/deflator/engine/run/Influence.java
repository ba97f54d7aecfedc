package org.deflator.engine.run;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deflator.model.market.MarketModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;

/**
 * Who and what can move the results of a borrower, found from the structure of the portfolio alone, without
 * simulating. It follows each way by which the month carries cash or prices from one to another:
 *
 * <ul>
 * <li>its group: SPVs send cash up; parents in default take SPVs along or lose them an operator; guarantors
 * pay. So the group is all that parents and guarantees connect, in both directions. A guarantee against bad
 * acts carries no cash.
 * <li>the market for used cards: estates sell into one market, so owners of the same generation mark each
 * other down;
 * <li>losses of the sector: what any borrower defaults on makes the market for all cards shallower. This and
 * the one before reach only groups that own cards; what those depend on comes along;
 * <li>where the market switches them on, rents, the price of bitcoin, lenders and customers, which reach
 * everybody.
 * <li>the supply of new loans: what falls due in a month shares it, so that debtors reach each other.
 * </ul>
 *
 * <p>It names more rather than less: what is not named cannot change a bit; what is named may change nothing
 * on the paths at hand.
 *
 * @param borrower the borrower whose results are looked at
 * @param channels by which way each borrower reaches it, itself included
 * @param ownOfftakers customers of its group, tenants and those who stand behind them included
 * @param otherOfftakers customers of the others that reach it, and of nobody in its group
 * @param gpus card generations that any of them owns; empty if its group owns none
 * @param bitcoin whether a price of bitcoin reaches it: by mining, by bitcoin held or pledged, or by the
 *            market value of equity
 * @param listed whether a market value of equity reaches it
 * @param operated whether an SPV that a parent operates reaches it
 * @param lets whether a data centre reaches it
 */
public record Influence(String borrower, SortedMap<String, Channel> channels,
        SortedSet<String> ownOfftakers, SortedSet<String> otherOfftakers, SortedSet<String> gpus,
        boolean bitcoin,
        boolean listed, boolean operated, boolean lets) {
    /** A way from a borrower to the one looked at, the nearest first. */
    public enum Channel {
        /** It is that borrower. */
        OWN,
        /** Parents, SPVs and guarantors. */
        GROUP,
        /** Owns cards of a generation that the group owns too. */
        CARD_MARKET,
        /** Its defaults make the market for used cards shallower. */
        SECTOR_LOSSES,
        /** What it owes falls due, too, and shares the supply of new loans. */
        NEW_LOANS,
        /** Its sales and losses reach others by rents, bitcoin, lenders or customers. */
        CONTAGION
    }

    public Influence {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        ownOfftakers = Collections.unmodifiableSortedSet(new TreeSet<>(ownOfftakers));
        otherOfftakers = Collections.unmodifiableSortedSet(new TreeSet<>(otherOfftakers));
        gpus = Collections.unmodifiableSortedSet(new TreeSet<>(gpus));
    }

    /**
     * What reaches borrower {@code id}.
     *
     * @throws java.util.NoSuchElementException if the portfolio has no such borrower
     */
    public static Influence on(Portfolio portfolio, MarketModel model, String id) {
        SortedSet<String> group = group(portfolio, portfolio.borrower(id).orElseThrow().id());
        SortedSet<String> own = gpus(portfolio, group);
        SortedMap<String, Channel> channels = new TreeMap<>();
        group.forEach(each -> channels.put(each, each.equals(id) ? Channel.OWN : Channel.GROUP));
        if (!own.isEmpty()) {
            // Every borrower with debt is in the sector's losses; one without passes through its group.
            for (Borrower other : portfolio.borrowers()) {
                boolean shares = other.fleets().stream().anyMatch(fleet -> own.contains(fleet.gpu()));
                if (shares) {
                    channels.putIfAbsent(other.id(), Channel.CARD_MARKET);
                }
                if (shares || !other.debt().isEmpty()) {
                    group(portfolio, other.id())
                            .forEach(each -> channels.putIfAbsent(each, Channel.SECTOR_LOSSES));
                }
            }
        }
        if (model.financing().rationed() && owes(portfolio, group)) {
            for (Borrower other : portfolio.borrowers()) {
                if (!other.debt().isEmpty()) {
                    group(portfolio, other.id())
                            .forEach(each -> channels.putIfAbsent(each, Channel.NEW_LOANS));
                }
            }
        }
        if (model.contagion().beyondCards()) {
            portfolio.borrowers().forEach(each -> channels.putIfAbsent(each.id(), Channel.CONTAGION));
        }
        SortedSet<String> all = new TreeSet<>(channels.keySet());
        SortedSet<String> ownCustomers = offtakers(portfolio, group);
        SortedSet<String> otherCustomers = offtakers(portfolio, all);
        otherCustomers.removeAll(ownCustomers);
        return new Influence(id, channels, ownCustomers, otherCustomers, gpus(portfolio, all),
                members(portfolio, all).anyMatch(Influence::feelsBitcoin),
                members(portfolio, all).anyMatch(each -> each.equityUsdM().isPresent()),
                members(portfolio, all).anyMatch(each -> each.parent().isPresent()),
                members(portfolio, all).anyMatch(each -> !each.dataCentres().isEmpty()));
    }

    private static boolean owes(Portfolio portfolio, SortedSet<String> ids) {
        return members(portfolio, ids).anyMatch(each -> !each.debt().isEmpty());
    }

    /** Whether {@code id} reaches it. */
    public boolean includes(String id) {
        return channels.containsKey(id);
    }

    private static Stream<Borrower> members(Portfolio portfolio, SortedSet<String> ids) {
        return portfolio.borrowers().stream().filter(each -> ids.contains(each.id()));
    }

    /** All that parents and guarantees connect with {@code id}. */
    private static SortedSet<String> group(Portfolio portfolio, String id) {
        SortedSet<String> group = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(id);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (!group.add(next)) {
                continue;
            }
            for (Borrower other : portfolio.borrowers()) {
                above(other).forEach(owner -> {
                    if (other.id().equals(next)) {
                        open.add(owner);
                    } else if (owner.equals(next)) {
                        open.add(other.id());
                    }
                });
            }
        }
        return group;
    }

    /** Parent and guarantors of a borrower. */
    private static Stream<String> above(Borrower borrower) {
        return Stream.concat(borrower.parent().stream(), borrower.guarantees().stream()
                .filter(Influence::carriesCash).map(Guarantee::guarantor));
    }

    private static boolean carriesCash(Guarantee guarantee) {
        return switch (guarantee.kind()) {
            case FULL, COMPLETION -> true;
            case BAD_ACTS -> false;
        };
    }

    private static SortedSet<String> gpus(Portfolio portfolio, SortedSet<String> ids) {
        SortedSet<String> gpus = new TreeSet<>();
        members(portfolio, ids).forEach(each -> each.fleets().forEach(fleet -> gpus.add(fleet.gpu())));
        return gpus;
    }

    private static SortedSet<String> offtakers(Portfolio portfolio, SortedSet<String> ids) {
        SortedSet<String> offtakers = new TreeSet<>();
        members(portfolio, ids).forEach(each -> {
            each.contracts().forEach(contract -> offtakers.add(contract.offtaker()));
            each.dataCentres().forEach(building -> building.lease().ifPresent(lease -> {
                offtakers.add(lease.tenant());
                lease.backstop().ifPresent(backstop -> offtakers.add(backstop.guarantor()));
            }));
        });
        return offtakers;
    }

    private static boolean feelsBitcoin(Borrower borrower) {
        return !borrower.miners().isEmpty() || borrower.treasury().btc() > 0
                || borrower.equityUsdM().isPresent()
                || borrower.debt().stream().anyMatch(Instrument.BitcoinLoan.class::isInstance);
    }
}
