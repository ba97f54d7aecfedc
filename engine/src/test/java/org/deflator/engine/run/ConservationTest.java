package org.deflator.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.DebtTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.path.MarketExample;

/** Money, cards and debts are neither made nor lost, whatever happens in a book. */
class ConservationTest {
    private static final double USD = 0.01;

    private static Simulation simulation(int seed, int months) {
        MarketExample example = new MarketExample();
        // With every channel of contagion in half of the cases, with the price of cards alone in the other.
        boolean all = seed % 2 == 0;
        example.contagion = MarketExample.contagion(true, all, all, all, all);
        return new Simulation(Portfolios.random(seed), example.market(), new RunPlan(64, months, seed, 64));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void theLedgerExplainsEveryChangeOfAnAccount(@ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 24, max = 60) int months) {
        Simulation simulation = simulation(seed, months);
        double[][] accounts = new double[simulation.book.borrowers().size()][64];
        for (BorrowerTerms b : simulation.book.borrowers()) {
            Arrays.fill(accounts[b.index()], b.accountsUsd());
        }
        simulation.run((run, month, posted) -> {
            for (CashLedger.Entry row : posted) {
                accounts[row.borrower()][row.path()] += row.usd();
            }
            for (BorrowerTerms b : run.book.borrowers()) {
                for (int i = 0; i < 64; i++) {
                    assertThat(run.state.accountsUsd(b, i)).as("%s, month %d, path %d", b.id(), month, i)
                            .isCloseTo(accounts[b.index()][i], within(USD));
                }
            }
        });
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyCardOfAnEstateIsInStockSoldScrappedOrHandedOver(
            @ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 24, max = 60) int months) {
        Simulation simulation = simulation(seed, months);
        double[][] sold = new double[simulation.book.pools().size()][64];
        simulation.run((run, month, _) -> {
            for (BorrowerTerms b : run.book.borrowers()) {
                for (Pool pool : b.pools()) {
                    int q = pool.index();
                    for (int i = 0; i < 64; i++) {
                        int defaulted = run.estate.defaultMonth[b.index()][i];
                        double gone = run.estate.soldUnits[q][i] + run.estate.scrappedUnits[q][i]
                                + run.estate.handedOverUnits[q][i];
                        double owned = defaulted < 0 ? 0 : pool.ownedUnits()[defaulted];
                        assertThat(gone + run.estate.stockUnits[q][i])
                                .as("%s, month %d, path %d", b.id(), month, i)
                                .isCloseTo(owned, within(1e-6));
                        assertThat(run.estate.stockUnits[q][i]).isGreaterThanOrEqualTo(-1e-9);
                        assertThat(gone).isGreaterThanOrEqualTo(sold[q][i]);
                        sold[q][i] = gone;
                        if (month == months - 1) {
                            assertThat(run.estate.stockUnits[q][i]).isCloseTo(0, within(1e-6));
                        }
                    }
                }
            }
        });
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyDataCentreOfAnEstateIsHeldOrSoldAndNoneIsBuiltThere(
            @ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 24, max = 60) int months) {
        Simulation simulation = simulation(seed, months);
        simulation.run((run, month, _) -> {
            for (BorrowerTerms b : run.book.borrowers()) {
                for (DataCentreTerms dataCentre : b.dataCentres()) {
                    int d = dataCentre.index();
                    for (int i = 0; i < 64; i++) {
                        String where = dataCentre.id() + ", month " + month + ", path " + i;
                        int defaulted = run.estate.defaultMonth[b.index()][i];
                        double owned = defaulted < 0 ? 0 : dataCentre.criticalItKw() / 1000;
                        double held = run.estate.heldMw[d][i];
                        assertThat(held + run.estate.soldMw[d][i]).as(where).isEqualTo(owned);
                        assertThat(held).as(where).isIn(0.0, owned);
                        assertThat(run.state.dataCentreUsd[d][i]).as(where).isGreaterThanOrEqualTo(0);
                        assertThat(run.state.backstopLeftUsd[d][i]).as(where).isGreaterThanOrEqualTo(0);
                        boolean begun = run.state.completion[d][i] <= month;
                        assertThat(begun || run.state.noiUsd[d][i] == 0).as(where).isTrue();
                        if (defaulted >= 0 && run.state.completion[d][i] > defaulted) {
                            assertThat(begun).as(where).isFalse();
                        }
                        if (month == months - 1) {
                            assertThat(held).as(where).isZero();
                        }
                    }
                }
            }
        });
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void debtRollsForwardByDrawsRepaymentsSweepsAndConversion(
            @ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 24, max = 60) int months) {
        Simulation simulation = simulation(seed, months);
        double[][] balance = new double[simulation.book.debts().size()][64];
        for (DebtTerms debt : simulation.book.debts()) {
            Arrays.fill(balance[debt.index()], debt.openingUsd());
        }
        simulation.run((run, month, posted) -> {
            for (CashLedger.Entry row : posted) {
                for (DebtTerms debt : run.book.borrowers().get(row.borrower()).debts()) {
                    List<String> principal =
                            List.of("draw " + debt.id(), "principal " + debt.id(), "sweep " + debt.id());
                    if (principal.contains(row.account())) {
                        balance[debt.index()][row.path()] += row.usd();
                    }
                }
            }
            for (BorrowerTerms b : run.book.borrowers()) {
                for (DebtTerms debt : b.debts()) {
                    for (int i = 0; i < 64; i++) {
                        rolled(run, b, debt, month, i, balance[debt.index()]);
                    }
                }
            }
        });
    }

    private static void rolled(BlockRun run, BorrowerTerms b, DebtTerms debt, int month, int i,
            double[] balance) {
        int d = debt.index();
        String where = debt.id() + ", month " + month + ", path " + i;
        double closing = run.state.balanceUsd[d][i];
        if (run.estate.defaultMonth[b.index()][i] == month) {
            double interest = run.estate.exposureUsd[d][i] - balance[i];
            boolean mayConvert = debt.convertible() && month == run.state.maturityMonth[d][i];
            assertThat(interest).as(where).isGreaterThanOrEqualTo(mayConvert ? -balance[i] : -USD);
            assertThat(interest).as(where).isLessThanOrEqualTo(0.5 * debt.commitmentUsd());
            balance[i] = 0;
        }
        boolean converts = debt.convertible() && month == run.state.maturityMonth[d][i];
        if (converts && balance[i] - closing > USD) {
            assertThat(closing).as(where).isCloseTo(run.state.overdueUsd[d][i], within(USD));
            balance[i] = closing;
        }
        assertThat(closing).as(where).isCloseTo(balance[i], within(USD));
        assertThat(closing).as(where).isGreaterThanOrEqualTo(-USD);
        assertThat(run.state.overdueUsd[d][i]).as(where).isBetween(-USD, closing + USD);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void anEstatePaysOutWhatItTookInAndNobodyRecoversMoreThanHisClaim(
            @ForAll @IntRange(min = 1, max = 100_000) int seed,
            @ForAll @IntRange(min = 24, max = 60) int months) {
        Simulation simulation = simulation(seed, months);
        double[][] received = new double[simulation.book.borrowers().size()][64];
        double[] guaranteed = new double[64];
        BlockResult result = simulation.run((run, month, posted) -> {
            for (CashLedger.Entry row : posted) {
                BorrowerTerms b = run.book.borrowers().get(row.borrower());
                boolean toEstate = row.account().equals("distribution") && b.parent() >= 0
                        && run.estate.defaultMonth[b.parent()][row.path()] >= 0
                        && run.estate.defaultMonth[b.parent()][row.path()] < month;
                if (toEstate) {
                    received[b.parent()][row.path()] -= row.usd();
                }
                guaranteed[row.path()] -= row.account().startsWith("guarantee") ? row.usd() : 0;
            }
            for (int i = 0; i < 64; i++) {
                double claimsPaid = 0;
                double paidByEstates = 0;
                for (BorrowerTerms b : run.book.borrowers()) {
                    int x = b.index();
                    assertThat(run.estate.takenInUsd[x][i] + received[x][i])
                            .as("%s, month %d, path %d", b.id(), month, i)
                            .isCloseTo(run.estate.paidOutUsd[x][i] + run.estate.passedUpUsd[x][i]
                                    + run.estate.potUsd[x][i], within(USD));
                    paidByEstates += run.estate.paidOutUsd[x][i];
                    for (DebtTerms debt : b.debts()) {
                        double paid = run.estate.exposureUsd[debt.index()][i]
                                - run.estate.claimUsd[debt.index()][i];
                        assertThat(paid).isBetween(0.0, run.estate.exposureUsd[debt.index()][i] + 1e-6);
                        assertThat(run.estate.recoveredUsd[debt.index()][i]).isBetween(0.0, paid + 1e-6);
                        claimsPaid += paid;
                    }
                }
                assertThat(claimsPaid).isCloseTo(paidByEstates + guaranteed[i], within(USD));
            }
        });
        for (InstrumentPaths paths : result.instruments()) {
            for (int i = 0; i < 64; i++) {
                assertThat(paths.lossUsd()[i]).isBetween(0.0, paths.exposureUsd()[i]);
                double discount = 1 + 0.037 / 12;
                double loss = (paths.exposureUsd()[i] - paths.recoveryUsd()[i])
                        * Math.pow(discount, -(paths.paymentMonth()[i] + 1));
                assertThat(paths.lossUsd()[i]).isCloseTo(Math.max(0, loss), within(USD));
            }
        }
    }
}
