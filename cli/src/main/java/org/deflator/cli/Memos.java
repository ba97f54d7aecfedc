package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.deflator.cli.Wiring.ReportedRun;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.CreditStudy;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Portfolio;

/** Credit memos of a finished run: of whom there are some, and how they come about. */
final class Memos {
    private Memos() {}

    /** Borrowers that owe debt, in the order of the book. */
    static List<String> debtors(Portfolio book) {
        return book.borrowers().stream().filter(b -> !b.debt().isEmpty()).map(Borrower::id).toList();
    }

    /**
     * Studies these borrowers and writes their memos beside the report.
     *
     * @param breakevens whether to search them, which takes most of the time
     * @param linked whether to write the report again, with the memos and what they found
     * @return where they are
     * @throws IllegalArgumentException in the reader's words, if a group cannot be studied alone
     */
    static List<Path> write(Wiring wiring, ReportedRun run, List<String> borrowers, Path report,
            boolean breakevens, boolean linked) throws IOException {
        Inputs inputs = run.inputs();
        Supplier<List<CreditReview>> reviews = () -> breakevens
                ? CreditStudy.reviews(inputs.portfolio(), inputs.market(), borrowers)
                : CreditStudy.withoutBreakevens(inputs.portfolio(), inputs.market(), borrowers);
        return wiring.reporter().memos(run, reviews, report, linked);
    }
}
