package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deflator.engine.run.OnePath.company;
import static org.deflator.engine.run.OnePath.loan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Portfolio;
import org.deflator.model.portfolio.Remedy;
import org.junit.jupiter.api.Test;

/** In which months a sponsor may heal a cover that is too low each month. */
class EquityCureTest {
    private final OnePath path = new OnePath();

    /** Cover of 1.1 where 1.3 is asked for; a breach may last five months. */
    private static Portfolio shortOfCover(double sponsorUsdM) {
        Still child = company(1, 1.1);
        child.parent = Optional.of("company");
        child.debt.add(loan(12, 0, 12, new Covenant.MinDscr(1.3, 1, Still.AS_OF.plusMonths(1), 1,
                new Remedy.EventOfDefault(5, 10))));
        Still parent = company(sponsorUsdM, 0);
        return Still.book(child.borrower("spv", Borrower.Kind.SPV),
                parent.borrower("company", Borrower.Kind.NEOCLOUD));
    }

    private List<Integer> curedMonths(int cures, double sponsorUsdM, int months) {
        path.market.forbearance =
                new ForbearanceModel(1, 0.12, 0.35, 0.05, 0, 12, 200, 0, 24, false, cures, 4, 0, 100);
        path.trace(shortOfCover(sponsorUsdM), months, _ -> 0);
        return IntStream.range(0, months).filter(m -> path.posted("spv", "equity cure", m) > 0).boxed()
                .toList();
    }

    @Test
    void aSponsorCuresTwoOfAnyFourTestsInARow() {
        assertThat(curedMonths(2, 50, 10)).containsExactly(0, 1, 4, 5, 8, 9);
    }

    @Test
    void withoutThatLimitOnlyTheDocumentsOwnCounts() {
        assertThat(curedMonths(4, 50, 10)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aSponsorWithoutTheCashDoesNotCure() {
        assertThat(curedMonths(4, 0.1, 5)).isEmpty();
    }
}
