package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.deflator.engine.run.Influence.Channel;
import org.deflator.engine.path.MarketExample;
import org.deflator.model.base.DayCount;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Fleet;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.OperatingCosts;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Rank;
import org.deflator.model.portfolio.Rate;
import org.deflator.model.portfolio.Security;
import org.deflator.model.portfolio.Treasury;
import org.junit.jupiter.api.Test;

/** Who reaches whom, by cash and by prices. */
class InfluenceTest {
    private final List<Borrower> borrowers = new ArrayList<>();
    private final MarketExample market = new MarketExample();

    @Test
    void cashConnectsParentsVehiclesAndSistersInBothDirections() {
        add("parent", Optional.empty(), List.of(), "", false);
        add("vehicle", Optional.of("parent"), List.of(), "", true);
        add("sister", Optional.of("parent"), List.of(), "", true);
        add("stranger", Optional.empty(), List.of(), "", true);

        assertThat(on("vehicle").channels()).containsOnlyKeys("parent", "sister", "vehicle")
                .containsEntry("vehicle", Channel.OWN).containsEntry("sister", Channel.GROUP);
        assertThat(on("parent").channels()).containsOnlyKeys("parent", "sister", "vehicle");
        assertThat(on("stranger").channels()).containsOnlyKeys("stranger");
    }

    @Test
    void guaranteesCarryCashButNotThoseAgainstBadActs() {
        add("uncle", Optional.empty(), List.of(), "", true);
        add("aunt", Optional.empty(), List.of(), "", true);
        add("builder", Optional.empty(), List.of(), "", true);
        add("ward", Optional.empty(), List.of(new Guarantee("uncle", Guarantee.Kind.FULL),
                new Guarantee("builder", Guarantee.Kind.COMPLETION),
                new Guarantee("aunt", Guarantee.Kind.BAD_ACTS)), "", true);

        assertThat(on("ward").channels()).containsOnlyKeys("builder", "uncle", "ward");
        assertThat(on("uncle").channels()).containsOnlyKeys("builder", "uncle", "ward");
        assertThat(on("aunt").channels()).containsOnlyKeys("aunt");
    }

    @Test
    void ownersOfTheSameCardsReachEachOtherWithTheirGroups() {
        add("one", Optional.empty(), List.of(), "H100-SXM", true);
        add("two", Optional.of("owner"), List.of(), "H100-SXM", false);
        add("owner", Optional.empty(), List.of(), "", false);

        assertThat(on("one").channels()).containsEntry("two", Channel.CARD_MARKET)
                .containsEntry("owner", Channel.SECTOR_LOSSES).hasSize(3);
        assertThat(on("owner").channels()).containsEntry("two", Channel.GROUP)
                .containsEntry("one", Channel.CARD_MARKET);
    }

    @Test
    void lossesOfAnyDebtorReachOwnersOfCardsAndNobodyElse() {
        add("cards", Optional.empty(), List.of(), "B200", true);
        add("other-cards", Optional.empty(), List.of(), "H100-SXM", true);
        add("debtor", Optional.empty(), List.of(), "", true);
        add("idle", Optional.empty(), List.of(), "", false);

        assertThat(on("cards").channels()).containsEntry("debtor", Channel.SECTOR_LOSSES)
                .containsEntry("other-cards", Channel.SECTOR_LOSSES).doesNotContainKey("idle");
        assertThat(on("debtor").channels()).containsOnlyKeys("debtor");
        assertThat(on("cards").gpus()).containsExactly("B200", "H100-SXM");
        assertThat(on("debtor").gpus()).isEmpty();
    }

    @Test
    void anUnknownBorrowerIsRefused() {
        assertThatThrownBy(() -> on("nobody")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void channelsBeyondTheMarketForCardsReachEverybody() {
        market.contagion = MarketExample.contagion(true, false, false, true, false);
        add("cards", Optional.empty(), List.of(), "B200", true);
        add("debtor", Optional.empty(), List.of(), "", true);

        assertThat(on("debtor").channels()).containsEntry("cards", Channel.CONTAGION);
        assertThat(on("debtor").gpus()).containsExactly("B200");
    }

    @Test
    void whoOwesSharesTheSupplyOfNewLoansWithAllWhoOwe() {
        market.financing = Still.rationed(0.25, 1, 0);
        add("debtor", Optional.empty(), List.of(), "", true);
        add("other", Optional.of("owner"), List.of(), "", true);
        add("owner", Optional.empty(), List.of(), "", false);
        add("idle", Optional.empty(), List.of(), "", false);

        assertThat(on("debtor").channels()).containsEntry("other", Channel.NEW_LOANS)
                .containsEntry("owner", Channel.NEW_LOANS).doesNotContainKey("idle");
        assertThat(on("idle").channels()).containsOnlyKeys("idle");
    }

    private Influence on(String id) {
        return Influence.on(
                new Portfolio("made-up", LocalDate.of(2026, 6, 30), borrowers, List.of(), List.of()),
                market.market().model(), id);
    }

    private void add(String id, Optional<String> parent, List<Guarantee> guarantees, String gpu,
            boolean owes) {
        List<Fleet> fleets = gpu.isEmpty()
                ? List.of()
                : List.of(new Fleet("cards", gpu, 100, YearMonth.of(2026, 1), 0, 30_000, "hall"));
        List<Instrument> debt = owes ? List.of(bond(id + "-bond")) : List.of();
        borrowers.add(new Borrower(id, id, Borrower.Kind.NEOCLOUD, parent, List.of(), fleets, List.of(),
                List.of(), List.of(), new Treasury(1, 0, 0), new OperatingCosts(1, 0, 0), Optional.empty(),
                debt, guarantees,
                Optional.empty()));
    }

    private static Instrument bond(String id) {
        return new Instrument.Bond(new Instrument.Terms(id, id, Rank.SENIOR_UNSECURED, Security.none(), 10,
                new Rate.Fixed(8), DayCount.THIRTY_360, 2, LocalDate.of(2030, 6, 30), Optional.empty()),
                List.of());
    }
}
