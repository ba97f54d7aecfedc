package org.deflator.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deflator.engine.path.MarketExample;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.Still;
import org.deflator.model.market.Depth;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Remedy;
import org.junit.jupiter.api.Test;

/** A big owner of cards whose sale breaks the loan-to-value covenant of a small one, and one without covenant. */
class DominoMatrixTest {
    private static final RunPlan PLAN = new RunPlan(4, 36, 1, 0);

    private final Portfolio book = Still.book(owner("big", 10_000, List.of()),
            owner("marked", 100, List.of(new Covenant.MaxLtv(0.8, Still.AS_OF.plusMonths(1), 1,
                    new Remedy.EventOfDefault(0, 0)))),
            owner("unmarked", 100, List.of()));

    private static Borrower owner(String id, double cards, List<Covenant> covenants) {
        Still still = new Still();
        still.units = cards;
        still.cashUsdM = 0.001 * cards;
        Instrument.TermLoan loan =
                Still.loan(id + "-loan", 0.0075 * cards, 5, 60, new Amortisation.Linear(0));
        still.debt.add(new Instrument.TermLoan(loan.terms(), loan.draw(), loan.amortisation(),
                loan.amortisationStart(), loan.reserve(), loan.sweepShare(), covenants));
        return still.borrower(id, Borrower.Kind.SPV);
    }

    private StressSample run(Market market) {
        StressSample sample = StressSample.of("case", book, market, PLAN);
        sample.run(0);
        return sample;
    }

    private DominoMatrix matrix() {
        MarketExample example = Still.market(0);
        Depth.State thin = new Depth.State(500, 0.3, 0.2);
        example.depth = new Depth(thin, thin, thin, 0, 12);
        Market market = example.market();
        StressSample standing = run(market);
        List<String> ids = standing.borrowers();
        assertThat(ids).containsExactly("big", "marked", "unmarked");
        return DominoMatrix.of(standing,
                ids.stream().map(id -> run(DominoMatrix.fallOf(id, market))).toList(), book);
    }

    @Test
    void aSalePullsDownWhoIsMarkedAndNobodyElse() {
        DominoMatrix dominoes = matrix();
        assertThat(dominoes.raised(0, 1)).isEqualTo(1);
        assertThat(dominoes.raised(0, 2)).isZero();
        assertThat(dominoes.raised(1, 0)).isZero();
        assertThat(dominoes.pullsDownOutside(0)).isEqualTo(1);
        assertThat(dominoes.pullsDownInGroup(0)).isZero();
    }

    @Test
    void aChainThatEndsReproducesNothing() {
        DominoMatrix dominoes = matrix();
        assertThat(dominoes.reproductionNumber()).isCloseTo(0, within(1e-9));
        assertThat(dominoes.reproductionBetweenGroups()).isCloseTo(0, within(1e-9));
    }
}
