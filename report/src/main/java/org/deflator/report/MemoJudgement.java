package org.deflator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deflator.engine.distress.DefaultDefinition;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.engine.run.RunSummary.Pd;
import org.deflator.engine.study.Breakeven;
import org.deflator.engine.study.BorrowingBaseCertificate;
import org.deflator.engine.study.ContractLadder;
import org.deflator.engine.study.Coverage;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.DebtCapacity;
import org.deflator.engine.study.Driver;
import org.deflator.engine.study.GroupTree;
import org.deflator.engine.study.LiquidityRunway;
import org.deflator.engine.study.LoanToValue;

/**
 * Strengths and weaknesses, each a sentence about a computed figure and a mark that is no matter of taste:
 * cover of
 * one, a loan to value of one, an agreed threshold, the target cover of the market model.
 */
final class MemoJudgement {
    private final List<String> strengths = new ArrayList<>();
    private final List<String> weaknesses = new ArrayList<>();

    private MemoJudgement() {}

    static MemoJudgement of(CreditReview review, List<InstrumentSummary> instruments) {
        MemoJudgement judgement = new MemoJudgement();
        judgement.baseCase(review);
        judgement.cover(review);
        judgement.contracts(review.ladder());
        judgement.collateral(review.loanToValue());
        judgement.liquidity(review.liquidity());
        judgement.capacity(review.capacity());
        review.certificates().forEach(judgement::base);
        judgement.par(review.breakevens());
        review.tree().entity(review.borrower()).ifPresent(judgement::structure);
        judgement.simulated(instruments);
        return judgement;
    }

    List<String> strengths() {
        return List.copyOf(strengths);
    }

    List<String> weaknesses() {
        return List.copyOf(weaknesses);
    }

    private void say(boolean strength, String sentence) {
        (strength ? strengths : weaknesses).add(sentence);
    }

    private void baseCase(CreditReview review) {
        say(review.fall().isEmpty(), review.fall()
                .map(f -> "In the base case, every random driver at its median, it defaults in month "
                        + (f.month() + 1) + ": " + f.cause().label() + ".")
                .orElse("In the base case, every random driver at its median, it does not default."));
    }

    private void cover(CreditReview review) {
        Coverage c = review.coverage();
        double target = review.capacity().targetDscr();
        if (c.minimumDscr() >= target) {
            say(true, "The least DSCR of any year is " + Figures.ratio(c.minimumDscr())
                    + ", at or above the target of " + Figures.ratio(target) + ".");
        } else if (Double.isFinite(c.minimumDscr())) {
            say(false, "The least DSCR of any year is " + Figures.ratio(c.minimumDscr()) + ", below "
                    + (c.minimumDscr() < 1 ? "1.00x." : "the target of " + Figures.ratio(target) + "."));
        }
        double rating = review.ratingCase().haircut().minimumDscr();
        if (Double.isFinite(rating)) {
            say(rating >= 1, "In the rating case with lower re-lease rents the least DSCR is "
                    + Figures.ratio(rating) + (rating >= 1 ? ", at or above" : ", below") + " 1.00x.");
        }
        if (Double.isFinite(c.llcr())) {
            say(c.llcr() >= 1, "Loan life cover is " + Figures.ratio(c.llcr()) + ": cash flow until the last"
                    + " maturity " + (c.llcr() >= 1 ? "covers" : "does not cover") + " the debt.");
        }
        List<Coverage.Headroom> tested =
                c.covenants().stream().filter(h -> Double.isFinite(h.headroom())).toList();
        List<String> broken = tested.stream().filter(h -> h.headroom() < 0)
                .map(h -> h.instrument() + " " + h.covenant()).distinct().toList();
        if (!tested.isEmpty()) {
            say(broken.isEmpty(), broken.isEmpty()
                    ? "Every covenant tested is kept in the base case."
                    : "Broken in the base case: " + Figures.list(broken) + ".");
        }
    }

    private void contracts(ContractLadder ladder) {
        if (ladder.outstandingUsd() + ladder.toBeDrawnUsd() > 0) {
            say(ladder.lastContract().isPresent() && ladder.uncontractedBalloonUsd() <= 0,
                    LadderChart.caption(ladder));
        }
    }

    private void collateral(List<LoanToValue> rows) {
        rows.stream().filter(l -> Double.isFinite(l.onExecutable()))
                .max(Comparator.comparingDouble(LoanToValue::onExecutable))
                .ifPresent(l -> say(l.onExecutable() <= 1, "The highest loan to value in an orderly sale is "
                        + Figures.percent(l.onExecutable(), 0) + " (" + l.instrument() + "), against "
                        + Figures.percent(l.onMarket(), 0) + " at the mark."));
    }

    private void liquidity(LiquidityRunway l) {
        say(l.lowestUsd() >= 0, "Without new money liquidity over twelve months is lowest in "
                + Figures.month(l.lowestMonth()) + " with " + MemoFigures.amount(l.lowestUsd()) + ".");
    }

    private void capacity(DebtCapacity c) {
        if (!Double.isFinite(c.beyondTotalUsd()) || !Double.isFinite(c.beyondContractedUsd())) {
            return;
        }
        String target = " at a cover of " + Figures.ratio(c.targetDscr()) + ".";
        if (c.beyondTotalUsd() > 0) {
            say(false, "Debt exceeds by " + MemoFigures.amount(c.beyondTotalUsd())
                    + " what all cash flow repays" + target);
        } else if (c.beyondContractedUsd() > 0) {
            say(false, "Debt exceeds by " + MemoFigures.amount(c.beyondContractedUsd())
                    + " what contracted cash flow alone repays" + target);
        } else {
            say(true, "Contracted cash flow alone repays all debt" + target);
        }
    }

    private void base(BorrowingBaseCertificate c) {
        say(c.excessUsd() >= 0, "The borrowing base of " + c.instrument() + " shows "
                + (c.excessUsd() >= 0 ? "an excess of " : "a deficit of ")
                + MemoFigures.amount(Math.abs(c.excessUsd()))
                + (c.basis() == BorrowingBaseCertificate.Basis.PRO_FORMA ? ", pro forma." : "."));
    }

    private void par(List<Breakeven> all) {
        for (Breakeven b : all) {
            if (b.target().kind() == Breakeven.Target.Kind.PAR) {
                income(b.driver()).ifPresent(prices -> par(b, prices));
            }
        }
    }

    /** The prices that a borrower of some kind lives on. */
    private static Optional<String> income(Driver driver) {
        return switch (driver) {
            case RENT_LEVEL -> Optional.of("rents");
            case LEASE_RENT -> Optional.of("lease rents");
            case BITCOIN_PRICE -> Optional.of("bitcoin prices");
            case DECLINE, RELEASE_RATE, POWER_PRICE, UTILISATION, HASH_PRICE -> Optional.empty();
        };
    }

    private void par(Breakeven b, String prices) {
        String own = "Par of " + b.target().instrument() + " is repaid from own means ";
        boolean paid = b.outcome() instanceof Breakeven.Outcome.Kept || b.room() > 0;
        say(paid, switch (b.outcome()) {
            case Breakeven.Outcome.At _ -> paid
                    ? own + "until " + prices + " are " + Figures.percent(-b.change(), 0) + " lower."
                    : own + "only if " + prices + " are " + Figures.percent(b.change(), 0) + " higher.";
            case Breakeven.Outcome.Kept _ -> own + "at all " + prices + " tried.";
            case Breakeven.Outcome.Broken _ -> own + "at none of the " + prices + " tried.";
        });
    }

    private void structure(GroupTree.Entity entity) {
        if (entity.belowDebtUsd() > 0) {
            say(false, MemoFigures.amount(entity.belowDebtUsd())
                    + " of debt below it is paid first from the assets of its subsidiaries.");
        }
        if (entity.guaranteedUsd() > 0) {
            say(false, "It guarantees " + MemoFigures.amount(entity.guaranteedUsd())
                    + " of debt of others in full.");
        }
        entity.debts().stream().map(GroupTree.Obligation::recourse).distinct().forEach(recourse -> {
            switch (recourse) {
                case FULL_GUARANTEE -> say(true, "A guarantor owes in full what it does not pay.");
                case COMPLETION_GUARANTEE ->
                        say(true,
                                "A guarantor pays shortfalls until the data centres are complete, not"
                                        + " after.");
                case BAD_ACTS_ONLY -> say(false, "Recourse beyond it exists for bad acts only.");
                case NONE -> say(false, "Lenders have no recourse beyond the vehicle.");
                case CORPORATE -> {
                }
            }
        });
    }

    private void simulated(List<InstrumentSummary> instruments) {
        double worst = 0;
        String sentence = "";
        for (InstrumentSummary i : instruments) {
            for (Pd pd : i.pd()) {
                double five = pd.cumulative()[pd.cumulative().length - 1];
                if (pd.definition() == DefaultDefinition.PAYMENT && five > worst) {
                    worst = five;
                    sentence = i.id() + " is in payment default within five years on "
                            + Figures.percent(five, 1) + " of paths"
                            + i.dominantCause().map(c -> "; main cause: " + c).orElse("") + ".";
                }
            }
        }
        if (worst > 0) {
            say(false, sentence);
        }
    }
}
