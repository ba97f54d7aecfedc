package org.deflator.data.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Problem;

/** What the values of one debt say of each other. */
final class DebtChecks {
    private final Branch debt;
    private final Optional<LocalDate> asOf;
    private final List<Problem> problems;

    private DebtChecks(Branch debt, Optional<LocalDate> asOf, List<Problem> problems) {
        this.debt = debt;
        this.asOf = asOf;
        this.problems = problems;
    }

    /** Adds what is wrong to {@code problems}. */
    static void check(Branch debt, Optional<LocalDate> asOf, List<Problem> problems) {
        DebtChecks checks = new DebtChecks(debt, asOf, problems);
        checks.maturity();
        checks.quote();
        switch (debt.type()) {
            case "term_loan" -> {
                debt.maybeBranch("draw").ifPresent(checks::draw);
                checks.repayment();
            }
            case "revolver" -> checks.commitment(debt, debt.numberOr("letters_of_credit_usd_m", 0));
            case "convertible" ->
                    debt.items("put_dates").forEach(date -> checks.notAfterMaturity(date, "put date"));
            case "bitcoin_loan" -> checks.loanToValues();
            default -> { /* Bonds and leases have nothing more. */ }
        }
    }

    private void maturity() {
        Optional<LocalDate> maturity = debt.maybeDate("maturity");
        if (asOf.isPresent() && maturity.isPresent() && !maturity.get().isAfter(asOf.get())) {
            problems.add(debt.at("maturity").problem("the maturity " + maturity.get(),
                    "a date after the as-of date " + asOf.get(),
                    "correct it, or remove the debt if it was repaid"));
        }
    }

    private void quote() {
        Optional<Branch> quoted = debt.maybeBranch("quoted");
        if (quoted.isPresent() && !quoted.get().mentions("spread_bp")
                && !quoted.get().mentions("price_pct")) {
            problems.add(
                    quoted.get().at().problem("a quote without spread and price", "spread_bp or price_pct",
                            "add one of them"));
        }
    }

    private void draw(Branch draw) {
        commitment(draw, 0);
        Tree end = draw.fields().get("availability_end");
        if (end != null) {
            notAfterMaturity(end, "end of availability");
        }
        Optional<LocalDate> start = draw.maybeDate("availability_start");
        if (start.isPresent() && end instanceof Tree.Date last && start.get().isAfter(last.value())) {
            problems.add(draw.at("availability_start").problem("the start of availability " + start.get(),
                    "a date not after its end " + last.value(), "correct one of them"));
        }
    }

    private void commitment(Branch holder, double lettersUsdM) {
        Optional<Double> commitment = holder.maybeNumber("commitment_usd_m");
        Optional<Double> outstanding = debt.maybeNumber("outstanding_usd_m");
        if (commitment.isPresent() && outstanding.isPresent()
                && commitment.get() < outstanding.get() + lettersUsdM) {
            String used = "what is outstanding, " + Shape.plain(outstanding.get())
                    + (lettersUsdM > 0 ? ", and letters of credit, " + Shape.plain(lettersUsdM) : "");
            problems.add(
                    holder.at("commitment_usd_m").problem("a commitment of " + Shape.plain(commitment.get()),
                            "at least " + used, "correct one of them"));
        }
    }

    private void repayment() {
        Optional<Branch> amortisation = debt.maybeBranch("amortisation");
        if (amortisation.isEmpty()) {
            return;
        }
        String type = amortisation.get().type();
        boolean dated = type.equals("bullet") || type.equals("custom");
        Tree start = debt.fields().get("amortisation_start");
        if (!debt.mentions("amortisation_start") && !dated) {
            problems.add(
                    debt.at().problem("no 'amortisation_start' in term_loan", "a date such as 2030-06-30",
                            "add amortisation_start: first repayment"));
        } else if (start != null && dated) {
            problems.add(start.at().problem("amortisation_start with " + type + " amortisation",
                    "no amortisation_start", "remove it"));
        } else if (start != null) {
            notAfterMaturity(start, "start of amortisation");
        }
        steps(amortisation.get());
    }

    private void steps(Branch amortisation) {
        double sumPct = 0;
        for (Branch step : amortisation.branches("steps")) {
            Tree date = step.fields().get("date");
            if (date != null) {
                notAfterMaturity(date, "step");
                inPaymentMonth(date);
            }
            sumPct += step.numberOr("principal_pct", 0);
        }
        if (sumPct > 100 + 1e-9) {
            problems.add(
                    amortisation.at("steps").problem("steps that repay " + Shape.plain(sumPct) + " percent",
                            "at most 100", "correct principal_pct"));
        }
    }

    /** A step between two payment dates would never be paid. */
    private void inPaymentMonth(Tree step) {
        Optional<LocalDate> maturity = debt.maybeDate("maturity");
        int everyMonths = (int) (12 / debt.numberOr("payments_per_year", 12));
        if (step instanceof Tree.Date date && maturity.isPresent()
                && ChronoUnit.MONTHS.between(YearMonth.from(date.value()), YearMonth.from(maturity.get()))
                        % everyMonths != 0) {
            problems.add(date.at().problem("the step " + date.value(),
                    "a payment month: one every " + everyMonths + " months back from the maturity "
                            + maturity.get(),
                    "correct it, or payments_per_year"));
        }
    }

    private void loanToValues() {
        double target = debt.numberOr("target_ltv", 0);
        double call = debt.numberOr("call_ltv", 1);
        double liquidation = debt.numberOr("liquidation_ltv", 1);
        boolean known = debt.has("target_ltv") && debt.has("call_ltv") && debt.has("liquidation_ltv");
        if (known && !(target < call && call < liquidation)) {
            problems.add(debt.at("call_ltv").problem(
                    "target " + target + ", call " + call + ", liquidation " + liquidation,
                    "target_ltv < call_ltv < liquidation_ltv", "put them in order"));
        }
    }

    private void notAfterMaturity(Tree tree, String noun) {
        Optional<LocalDate> maturity = debt.maybeDate("maturity");
        if (tree instanceof Tree.Date date && maturity.isPresent() && date.value().isAfter(maturity.get())) {
            problems.add(date.at().problem("the " + noun + " " + date.value(),
                    "a date not after the maturity " + maturity.get(), "correct one of them"));
        }
    }
}
