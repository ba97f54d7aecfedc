package org.deflator.data.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Problem;

/** What the values of one data centre and its lease say of each other. */
final class DataCentreChecks {
    private final Branch dataCentre;
    private final List<Problem> problems;

    private DataCentreChecks(Branch dataCentre, List<Problem> problems) {
        this.dataCentre = dataCentre;
        this.problems = problems;
    }

    /** Adds what is wrong to {@code problems}. */
    static void check(Branch dataCentre, Optional<LocalDate> asOf, List<Problem> problems) {
        DataCentreChecks checks = new DataCentreChecks(dataCentre, problems);
        checks.costs();
        dataCentre.maybeBranch("lease").ifPresent(lease -> {
            checks.term(lease, asOf);
            lease.maybeBranch("backstop").ifPresent(backstop -> checks.backstop(lease, backstop));
        });
    }

    private void costs() {
        Optional<Double> all = dataCentre.maybeNumber("cost_usd_m");
        Optional<Double> toCome = dataCentre.maybeNumber("cost_to_complete_usd_m");
        if (all.isPresent() && toCome.isPresent() && toCome.get() > all.get()) {
            problems.add(dataCentre.at("cost_to_complete_usd_m").problem(
                    "a cost to complete of " + Shape.plain(toCome.get()),
                    "at most the cost of the whole, " + Shape.plain(all.get()), "correct one of them"));
        }
    }

    private void term(Branch lease, Optional<LocalDate> asOf) {
        Optional<YearMonth> end = lease.maybeMonth("end");
        Optional<YearMonth> completion = dataCentre.maybeMonth("completion");
        if (end.isPresent() && completion.isPresent() && end.get().isBefore(completion.get())) {
            problems.add(lease.at("end").problem("the end " + end.get(),
                    "a month not before the completion " + completion.get(), "correct one of them"));
        } else if (end.isPresent() && asOf.isPresent() && !end.get().isAfter(YearMonth.from(asOf.get()))) {
            problems.add(lease.at("end").problem("the end " + end.get(),
                    "a month after the as-of date " + asOf.get(), "remove the lease if it has run out"));
        }
    }

    private void backstop(Branch lease, Branch backstop) {
        Optional<String> tenant = lease.maybeWord("tenant");
        Optional<String> guarantor = backstop.maybeWord("guarantor");
        if (tenant.isPresent() && tenant.equals(guarantor)) {
            problems.add(backstop.at("guarantor").problem("a backstop by the tenant '" + tenant.get() + "'",
                    "another offtaker", "name the guarantor, or remove the backstop"));
        }
    }
}
