package org.deflator.engine.distress;

import org.deflator.engine.cashflow.Book;
import org.deflator.engine.cashflow.BookState;
import org.deflator.engine.cashflow.BorrowerTerms;
import org.deflator.engine.cashflow.ContractTerms;
import org.deflator.engine.cashflow.DataCentreTerms;
import org.deflator.engine.cashflow.Pool;
import org.deflator.engine.cashflow.Valuation;
import org.deflator.engine.covenant.CollateralValue;
import org.deflator.engine.path.PathBlock;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.EnforcementModel;

/**
 * How a lender would sell a borrower's cards: in place, with contracts and hall, to somebody who steps in; or card by
 * card over the number of months that brings most (MODEL 6.1). Decided on the state at the start of the month, so that
 * no decision moves with the cascade. Data centres never meet the market for cards: they are sold whole.
 */
public final class SaleDecision implements CollateralValue {
    private final Book book;
    private final BookState state;
    private final Valuation valuation;
    private final PathBlock market;
    private final UsedCardMarket cards;
    private final EnforcementModel model;
    private final DataCentreModel dataCentres;
    private final double declineLogPerYear;

    /** Reads {@code state}, {@code market} and {@code cards}. */
    public SaleDecision(Book book, BookState state, Valuation valuation, PathBlock market,
            UsedCardMarket cards) {
        this.book = book;
        this.state = state;
        this.valuation = valuation;
        this.market = market;
        this.cards = cards;
        model = book.plan().market().model().enforcement();
        dataCentres = book.plan().market().model().dataCentres();
        declineLogPerYear = -Elementary.log(1 - book.plan().market().model().rents().declineMean());
    }

    @Override
    public double netUsd(int borrower, int month, int path) {
        BorrowerTerms b = book.borrowers().get(borrower);
        return Math.max(cardsUsd(b, month, path), inPlacePresentUsd(b, month, path))
                + dataCentresUsd(b, path);
    }

    /**
     * Net proceeds of selling all collateral of a borrower in an orderly sale, cards one by one, data centres whole,
     * USD.
     */
    public double liquidationUsd(BorrowerTerms b, int month, int path) {
        return cardsUsd(b, month, path) + dataCentresUsd(b, path);
    }

    private double cardsUsd(BorrowerTerms b, int month, int path) {
        double usd = 0;
        for (Pool pool : b.pools()) {
            usd += pool.pledgedShare() * orderlyUsd(pool, month, path);
        }
        return usd;
    }

    private double dataCentresUsd(BorrowerTerms b, int path) {
        double usd = 0;
        for (DataCentreTerms dataCentre : b.dataCentres()) {
            usd += dataCentre.pledged()
                    ? dataCentreUsd(dataCentre, path) + state.constructionAccountUsd(b, dataCentre, path)
                    : 0;
        }
        return usd;
    }

    /**
     * Net price of a data centre sold whole, with its lease, at this month's value; the rents that an estate collects
     * until then pay for the wait, USD.
     */
    public double dataCentreUsd(DataCentreTerms dataCentre, int path) {
        double discount = market.tight()[path] > 0 ? dataCentres.saleDiscountTight()
                : dataCentres.saleDiscountCalm();
        return state.dataCentreUsd[dataCentre.index()][path] * (1 - discount) * (1 - model.costShare());
    }

    /** Net proceeds of an orderly sale of a whole pool, card by card, USD. */
    public double orderlyUsd(Pool pool, int month, int path) {
        return piecemealUsd(pool, month, path, model.orderlySaleMonths());
    }

    /** Net proceeds of selling a pool card by card over {@code months}, discounted; at least zero. */
    public double piecemealUsd(Pool pool, int month, int path, int months) {
        double units = pool.ownedUnits()[month];
        return units == 0 ? 0 : Math.max(0, Liquidation.netProceedsUsd(terms(pool, units, path), months));
    }

    /** The number of months that brings most. */
    int bestMonths(Pool pool, int month, int path) {
        double units = pool.ownedUnits()[month];
        return units == 0 ? 1 : Liquidation.bestMonths(terms(pool, units, path), 1, model.maxSaleMonths());
    }

    private SaleTerms terms(Pool pool, double units, int path) {
        int sold = pool.cardMarket();
        return SaleTerms.of(units, market.resaleUsd(pool.generation())[path], declineLogPerYear,
                cards.depthOf(sold, path), cards.impact(sold)[path], model);
    }

    /** Price of a pool in place, received when the pledged shares have been taken over; 0 without a live contract. */
    double inPlaceUsd(BorrowerTerms b, Pool pool, int month, int path) {
        double excess = 0;
        for (ContractTerms contract : b.contracts()) {
            excess += contract.pool() == pool.index()
                    ? valuation.contractExcessUsd(contract, market, month, path) : 0;
        }
        double discount = market.tight()[path] > 0 ? model.stepInDiscountTight() : model.stepInDiscountCalm();
        double cardsUsd = valuation.poolUsd(pool, market, cards.openingMark(pool.cardMarket()), month, path);
        return (1 - discount) * (1 - model.costShare()) * (cardsUsd + excess);
    }

    /** Whether a contract is alive that a buyer could step into. */
    boolean hasContract(BorrowerTerms b, int month, int path) {
        for (ContractTerms contract : b.contracts()) {
            boolean runs =
                    month + 1 < state.contractEnd[contract.index()][path] && contract.units()[month] > 0;
            if (runs && state.offtakerAlive[contract.offtaker()][path] > 0) {
                return true;
            }
        }
        return false;
    }

    private double inPlacePresentUsd(BorrowerTerms b, int month, int path) {
        if (!hasContract(b, month, path)) {
            return 0;
        }
        double usd = 0;
        for (Pool pool : b.pools()) {
            usd += pool.pledgedShare() * inPlaceUsd(b, pool, month, path);
        }
        return usd * Elementary.exp(-model.fundingRate() * model.sharePledgeMonths() / 12.0);
    }

    /** Whether selling all pools in place brings more than selling card by card over {@code months} each. */
    boolean sellsInPlace(BorrowerTerms b, int[] months, int month, int path) {
        if (!hasContract(b, month, path)) {
            return false;
        }
        double inPlace = 0;
        double piecemeal = 0;
        for (int p = 0; p < b.pools().size(); p++) {
            inPlace += inPlaceUsd(b, b.pools().get(p), month, path);
            piecemeal += piecemealUsd(b.pools().get(p), month, path, months[p]);
        }
        return inPlace * Elementary.exp(-model.fundingRate() * model.sharePledgeMonths() / 12.0) > piecemeal;
    }
}
