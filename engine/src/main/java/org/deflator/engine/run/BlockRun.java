package org.deflator.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.CashLedger;
import org.deflator.engine.cashflow.Construction;
import org.deflator.engine.cashflow.Distributions;
import org.deflator.engine.cashflow.Draws;
import org.deflator.engine.cashflow.Equity;
import org.deflator.engine.cashflow.ForcedDefaults;
import org.deflator.engine.cashflow.Group;
import org.deflator.engine.cashflow.LendingValue;
import org.deflator.engine.cashflow.MarginCalls;
import org.deflator.engine.cashflow.OfftakerDefaults;
import org.deflator.engine.cashflow.Operations;
import org.deflator.engine.cashflow.Payments;
import org.deflator.engine.cashflow.Support;
import org.deflator.engine.cashflow.Valuation;
import org.deflator.engine.contagion.Cascade;
import org.deflator.engine.contagion.Channels;
import org.deflator.engine.contagion.ImpactMarket;
import org.deflator.engine.covenant.AmendAndExtend;
import org.deflator.engine.covenant.BaseTest;
import org.deflator.engine.covenant.CovenantState;
import org.deflator.engine.covenant.CovenantTest;
import org.deflator.engine.covenant.HoldOrSell;
import org.deflator.engine.covenant.Ratios;
import org.deflator.engine.covenant.TestLog;
import org.deflator.engine.distress.DefaultCause;
import org.deflator.engine.distress.DefaultRule;
import org.deflator.engine.distress.Estate;
import org.deflator.engine.distress.EstateState;
import org.deflator.engine.distress.ParentDefault;
import org.deflator.engine.distress.Recovery;
import org.deflator.engine.distress.SaleDecision;
import org.deflator.engine.path.PathBlock;
import org.deflator.model.market.ContagionModel;
import org.deflator.model.market.MarketModel;

/** The heart: one block of paths, month by month. Reused from block to block by one thread at a time. */
final class BlockRun {
    private static final DefaultCause[] CAUSES = DefaultCause.values();

    final Book book;
    final BookState state;
    final CovenantState covenants;
    final EstateState estate;
    final PathBlock market;
    final ImpactMarket cards;
    final SaleDecision decision;
    final Ratios ratios;
    final LendingValue lending;
    private final Draws draws;
    private final Valuation valuation;
    private final Group group;
    private final OfftakerDefaults offtakers;
    private final Equity equity;
    private final ParentDefault parents;
    private final ContagionModel contagion;
    private final Channels channels;
    private final int[] felled;
    private final Cascade cascade;
    private final boolean[][] defaulted;
    private final boolean[][] fresh;
    private final int[][] cause;
    private final double[] newlyDefaultedShare;
    private final List<double[]> toDeadParent;
    private final double sectorDebtUsd;

    /** For at most {@code size} paths in a block. */
    BlockRun(Book book, Draws draws, int size) {
        this.book = book;
        this.draws = draws;
        int borrowers = book.borrowers().size();
        state = new BookState(book, size);
        covenants = new CovenantState(book, size);
        estate = new EstateState(book, size);
        market = new PathBlock(book.plan(), size);
        MarketModel model = book.plan().market().model();
        contagion = model.contagion();
        double[] depthMultiple = Arrays.stream(book.cardMarkets())
                .mapToDouble(g -> book.plan().generation(g).depthMultiple()).toArray();
        cards = new ImpactMarket(depthMultiple, size, contagion.lastResort().supports(model.depth()),
                model.enforcement().orderlySaleMonths());
        valuation = new Valuation(book, state);
        group = new Group(book, state);
        ratios = new Ratios(state, valuation, group);
        decision = new SaleDecision(book, state, valuation, market, cards);
        offtakers = new OfftakerDefaults(book, state, draws);
        equity = new Equity(book, state, draws);
        lending = new LendingValue(state, valuation);
        parents = new ParentDefault(book, state, estate, draws);
        felled = ForcedDefaults.borrowers(book);
        channels = new Channels(book, state, estate, market, draws);
        cascade = new Cascade(Math.max(1, borrowers), size);
        defaulted = new boolean[borrowers][size];
        fresh = new boolean[borrowers][size];
        cause = new int[borrowers][size];
        newlyDefaultedShare = new double[size];
        toDeadParent = new ArrayList<>();
        for (int b = 0; b < borrowers; b++) {
            toDeadParent.add(estate.potUsd[b]);
        }
        sectorDebtUsd = book.debts().stream().mapToDouble(d -> d.openingUsd()).sum();
    }

    /** Runs {@code paths} paths from {@code firstPath} on and tells {@code recorder} what each month did. */
    void run(long seed, long firstPath, int paths, CashLedger ledger, TestLog tests, Recorder recorder) {
        Operations operations = new Operations(book, state, draws, ledger);
        Construction construction = new Construction(book, state, draws, ledger);
        MarginCalls margins = new MarginCalls(state, ledger);
        HoldOrSell choice = new HoldOrSell(book, state, covenants, decision, group, market);
        AmendAndExtend extension = new AmendAndExtend(book, state, covenants, choice, tests);
        Payments payments = new Payments(book, state, new Payments.Funding(equity, lending, extension), draws,
                ledger);
        CovenantTest covenantTest = new CovenantTest(book, state, covenants, ratios, choice, ledger, tests);
        BaseTest bases = new BaseTest(state, covenants, lending, ledger);
        Distributions distributions = new Distributions(state, ledger);
        Support support = new Support(state, ledger);
        DefaultRule rule = new DefaultRule(book, state, covenants, estate, bases, covenantTest);
        Recovery recovery = new Recovery(book, state, estate, ledger);
        Estate estates = new Estate(book, state, estate, decision, recovery, market, cards, ledger);
        start(seed, firstPath, paths);
        construction.start(paths);
        int months = book.plan().timeline().months();
        for (int month = 0; month < months; month++) {
            ledger.openMonth(month);
            openMonth(month, paths);
            payments.ration(market, group, month, paths);
            forgetAssets(paths);
            for (BorrowerTerms b : book.borrowers()) {
                equity.move(b, month, paths);
                operations.earn(b, market, month, paths);
                payments.draw(b, month, paths);
                construction.pay(b, month, paths);
                margins.call(b, market, month, paths);
                value(b, month, paths);
                payments.pay(b, market, cards.standingMarks(), group, month, paths);
                remember(b, month, paths);
                covenantTest.test(b, market, cards.standingMarks(), month, paths);
                bases.redetermine(b, market, cards.standingMarks(), month, paths);
                distributions.share(b, toDeadParent, month, paths);
            }
            for (BorrowerTerms b : book.borrowers()) {
                support.honour(b, month, paths);
            }
            fall(rule, estates, month, paths);
            parents.reach(month, paths);
            estates.order(month, paths);
            cards.clear();
            if (month == months - 1) {
                revalue(month, paths);
            }
            estates.collect(month, month == months - 1, paths);
            recorder.record(this, cascade, month, paths);
            channels.closeMonth(month, paths);
            cards.closeMonth();
        }
    }

    private void start(long seed, long firstPath, int paths) {
        draws.start(seed, firstPath);
        market.start(seed, firstPath, paths);
        double[] rents = new double[book.plan().generations()];
        for (int g = 0; g < rents.length; g++) {
            rents[g] = market.rentUsdPerGpuHour(g)[0];
        }
        state.start(rents);
        covenants.start();
        estate.start();
        cards.start(paths);
        channels.start(paths);
        equity.start(market, paths);
        Arrays.fill(newlyDefaultedShare, 0);
        for (boolean[] column : defaulted) {
            Arrays.fill(column, false);
        }
    }

    private void openMonth(int month, int paths) {
        market.advance(month);
        cards.scaleDepth(market.shocks().depthFactor());
        cards.openMonth(market.tight(), newlyDefaultedShare);
        offtakers.fail(market, month, paths);
        channels.openMonth(month, paths);
        letFall(paths);
        group.consolidate(month, paths);
        equity.openMonth(market, paths);
        Arrays.fill(state.bitcoinSoldUsd, 0, paths, 0);
        for (BorrowerTerms b : book.borrowers()) {
            Arrays.fill(fresh[b.index()], false);
        }
    }

    /** Whom a scenario lets fall falls when the month's defaults are judged. */
    private void letFall(int paths) {
        for (int k = 0; k < felled.length; k++) {
            if (felled[k] >= 0) {
                double[] weight = market.shocks().weight(k);
                for (int i = 0; i < paths; i++) {
                    if (weight[i] > 0) {
                        estate.doomed[felled[k]][i] = DefaultCause.SCENARIO.ordinal();
                    }
                }
            }
        }
    }

    private void forgetAssets(int paths) {
        for (BorrowerTerms b : book.borrowers()) {
            Arrays.fill(state.upstreamUsd[b.index()], 0, paths, 0);
            Arrays.fill(state.assetsUsd[b.index()], 0, paths, 0);
        }
    }

    /** The horizon sells living SPVs with the cash that the month's payments and distributions have left them. */
    private void revalue(int month, int paths) {
        forgetAssets(paths);
        for (BorrowerTerms b : book.borrowers()) {
            value(b, month, paths);
        }
    }

    /** Adds the assets of {@code b} to its own and to its parent's column; children come first. */
    private void value(BorrowerTerms b, int month, int paths) {
        valuation.addAssets(b, market, cards.standingMarks(), month, paths, state.assetsUsd[b.index()]);
        double[] own = state.assetsUsd[b.index()];
        for (int i = 0; i < paths; i++) {
            // What an SPV sent up this month is still counted among its own assets.
            own[i] -= state.upstreamUsd[b.index()][i];
        }
        if (b.parent() >= 0) {
            double[] up = state.assetsUsd[b.parent()];
            for (int i = 0; i < paths; i++) {
                up[i] += state.alive[b.index()][i] * state.assetsUsd[b.index()][i];
            }
        }
    }

    /** What the markets for used cards did this month on one path, once they are cleared. */
    List<PathTrace.CardSale> cardSales(int month, int path) {
        List<PathTrace.CardSale> sales = new ArrayList<>();
        int[] generations = book.cardMarkets();
        for (int g = 0; g < generations.length; g++) {
            double sold = cards.soldUnits(g)[path];
            double waiting = cards.unsoldUnits(g)[path];
            if (sold > 0 || waiting > 0) {
                sales.add(new PathTrace.CardSale(month, book.plan().gpuIds().get(generations[g]), sold,
                        cards.averageFactor(g)[path], waiting, cards.standingMark(g)[path]));
            }
        }
        return sales;
    }

    /** Writes the month into the trailing windows. */
    private void remember(BorrowerTerms b, int month, int paths) {
        int x = b.index();
        int slot = month % BookState.WINDOW;
        for (int i = 0; i < paths; i++) {
            state.cfadsWindow[x][slot][i] = state.cfadsUsd[x][i];
            state.upstreamWindow[x][slot][i] = state.upstreamUsd[x][i];
            state.serviceWindow[x][slot][i] = state.serviceUsd[x][i];
            state.interestWindow[x][slot][i] = state.interestUsd[x][i];
            state.ebitdaWindow[x][slot][i] = state.ebitdaUsd[x][i];
        }
    }

    private void fall(DefaultRule rule, Estate estates, int month, int paths) {
        double[][] marks = cards.standingMarks();
        for (BorrowerTerms b : book.borrowers()) {
            rule.judge(b, market, marks, month, paths, fresh[b.index()], cause[b.index()]);
        }
        cascade.run(defaulted, fresh, paths, cards, new Cascade.Retest() {
            @Override
            public void announce(int borrower, int[] lanes, int count, ImpactMarket ignored) {
                for (int k = 0; k < count; k++) {
                    DefaultCause why = CAUSES[cause[borrower][lanes[k]]];
                    estates.open(book.borrowers().get(borrower), why, month, lanes[k]);
                }
            }

            @Override
            public void newlyDefaulted(int borrower, double[][] markFactor, int[] lanes, int count,
                    boolean[] falls) {
                BorrowerTerms b = book.borrowers().get(borrower);
                for (int k = 0; k < count; k++) {
                    falls[lanes[k]] = rule.fallsAt(b, market, markFactor, month, lanes[k]);
                    cause[borrower][lanes[k]] = rule.whyAt(b, market, markFactor, month, lanes[k]).ordinal();
                }
            }
        });
        for (int i = 0; i < paths; i++) {
            double usd = 0;
            for (BorrowerTerms b : book.borrowers()) {
                if (estate.defaultMonth[b.index()][i] == month) {
                    for (var debt : b.debts()) {
                        usd += estate.exposureUsd[debt.index()][i];
                    }
                }
            }
            newlyDefaultedShare[i] =
                    contagion.collateralPrice() && sectorDebtUsd > 0 ? Math.min(1, usd / sectorDebtUsd) : 0;
        }
    }
}
