package org.deflator.data.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Problem;

/** Nobody can let more cards than he has. */
final class ContractedUnits {
    /** Fleets are rounded in filings. */
    private static final double TOLERANCE_CARDS = 0.5;

    private ContractedUnits() {}

    /**
     * Compares contracts with fleets of the same generation in the months when a contract is fully delivered;
     * between them both only ramp. Contracts over before the as-of date do not matter.
     */
    static void check(Branch borrower, Optional<LocalDate> asOf, List<Problem> problems) {
        List<Branch> contracts =
                borrower.branches("contracts").stream().filter(c -> ContractedUnits.complete(c, "start"))
                        .filter(c -> c.maybeMonth("end").isPresent()).toList();
        List<Branch> fleets =
                borrower.branches("fleets").stream().filter(f -> ContractedUnits.complete(f, "in_service"))
                        .toList();
        if (asOf.isEmpty() || contracts.size() < borrower.items("contracts").size()
                || fleets.size() < borrower.items("fleets").size()) {
            return;
        }
        YearMonth first = YearMonth.from(asOf.get()).plusMonths(1);
        Set<String> seen = new HashSet<>();
        for (Branch contract : contracts) {
            YearMonth delivered =
                    contract.month("start").plusMonths(Math.max(0, contract.countOr("ramp_months", 0) - 1));
            YearMonth month = delivered.isBefore(first) ? first : delivered;
            String gpu = contract.word("gpu");
            // Contracts that begin together are compared once: their number may be large, that of months is not.
            if (contract.month("end").isBefore(month) || !seen.add(gpu + " " + month)) {
                continue;
            }
            double owned = units(fleets, gpu, "in_service", month);
            double let = units(contracts.stream().filter(c -> !c.month("end").isBefore(month)).toList(), gpu,
                    "start",
                    month);
            if (owned > 0 && let > owned + TOLERANCE_CARDS) {
                problems.add(contract.at("units").problem(
                        "contracts over " + Shape.plain(let) + " " + gpu + " in " + month,
                        "at most the " + Shape.plain(owned) + " in service then",
                        "correct units, start or in_service"));
                return;
            }
        }
    }

    private static boolean complete(Branch branch, String start) {
        return branch.maybeWord("gpu").isPresent() && branch.maybeNumber("units").isPresent()
                && branch.maybeMonth(start).isPresent();
    }

    private static double units(List<Branch> branches, String gpu, String start, YearMonth month) {
        double sum = 0;
        for (Branch branch : branches) {
            if (branch.word("gpu").equals(gpu)) {
                sum += branch.number("units") * rampedShare(branch, start, month);
            }
        }
        return sum;
    }

    private static double rampedShare(Branch branch, String start, YearMonth month) {
        long months = ChronoUnit.MONTHS.between(branch.month(start), month) + 1;
        int ramp = Math.max(1, branch.countOr("ramp_months", 0));
        return Math.clamp((double) months / ramp, 0.0, 1.0);
    }
}
