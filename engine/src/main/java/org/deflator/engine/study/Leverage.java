package org.deflator.engine.study;

import org.deflator.model.base.Check;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Instrument.BitcoinLoan;
import org.deflator.model.portfolio.Instrument.Bond;
import org.deflator.model.portfolio.Instrument.Convertible;
import org.deflator.model.portfolio.Instrument.Lease;
import org.deflator.model.portfolio.Instrument.Revolver;
import org.deflator.model.portfolio.Instrument.TermLoan;
import org.deflator.model.portfolio.Instrument.Terms;
import org.deflator.model.portfolio.Portfolio;

/** Other amounts of today's debt on the same assets; what may yet be drawn stays. */
public final class Leverage {
    private Leverage() {}

    /** The book with {@code multiple} times what each debt has outstanding, and so that multiple of every LTV. */
    public static Portfolio of(Portfolio book, double multiple) {
        Check.positive(multiple, "multiple");
        return new Portfolio(book.id(), book.asOf(),
                book.borrowers().stream().map(b -> of(b, multiple)).toList(), book.offtakers(),
                book.unmodelled(), book.leftOut());
    }

    private static Borrower of(Borrower b, double multiple) {
        return new Borrower(b.id(), b.name(), b.kind(), b.parent(), b.sites(), b.fleets(), b.contracts(),
                b.miners(), b.dataCentres(), b.treasury(), b.costs(), b.equityUsdM(),
                b.debt().stream().map(debt -> of(debt, multiple)).toList(), b.guarantees(), b.reported());
    }

    private static Instrument of(Instrument debt, double multiple) {
        Terms t = debt.terms();
        Terms terms = new Terms(t.id(), t.name(), t.rank(), t.security(), multiple * t.outstandingUsdM(),
                t.rate(), t.dayCount(), t.paymentsPerYear(), t.maturity(), t.quoted());
        return switch (debt) {
            case TermLoan d -> new TermLoan(terms, d.draw(), d.amortisation(), d.amortisationStart(),
                    d.reserve(), d.sweepShare(), d.covenants());
            case Revolver d -> new Revolver(terms, Math.max(d.commitmentUsdM(), terms.outstandingUsdM()),
                    d.lettersOfCreditUsdM(), d.undrawnFeeBp(), d.borrowingBase(), d.covenants());
            case Bond d -> new Bond(terms, d.covenants());
            case Convertible d -> new Convertible(terms, d.conversionPriceUsd(), d.redemptionPct(),
                    d.putDates());
            case Lease d -> new Lease(terms, d.residualUsdM());
            case BitcoinLoan d -> new BitcoinLoan(terms, d.pledgedBtc(), d.callLtv(), d.liquidationLtv(),
                    d.targetLtv());
        };
    }
}
