package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.cli.Wiring.Book;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.CreditStudy;
import org.deflator.model.portfolio.Borrower;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a lender looks at first: one borrower in full, or one line a borrower. */
@Command(name = "credit", mixinStandardHelpOptions = true,
        description = "What a lender looks at first, from the base case: sources and uses, group and"
                + " recourse, debt against contracts, cover, LTV, liquidity, debt capacity, borrowing base,"
                + " breakevens. Without -b, one line a borrower.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CreditCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Mixin
    private BookOptions book;
    @Option(names = {"-b", "--borrower"}, paramLabel = "ID", description = "Borrower to show in full.")
    private Optional<String> borrowerId;
    @Mixin
    private ScenarioOptions scenarios;
    @Option(names = "--json", description = "Print JSON, in USD and fractions.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    CreditCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Inputs inputs = book.read(wiring, scenarios.chosen());
        borrowerId.filter(id -> inputs.portfolio().borrower(id).isEmpty()).ifPresent(id -> {
            throw unknown(id, inputs.book());
        });
        PrintWriter out = spec.commandLine().getOut();
        try {
            CreditStudy study = CreditStudy.of(inputs.portfolio(), inputs.market());
            if (borrowerId.isPresent()) {
                CreditReview review = study.review(borrowerId.get());
                out.print(json ? CreditJson.of(review) : CreditText.render(review, wiring.terminal()));
            } else {
                List<CreditReview> all = study.overview();
                out.print(json ? CreditJson.of(all) : CreditOverview.render(all, wiring.terminal()));
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + inputs.book().name() + ": " + e.getMessage());
        }
        return Deflator.DONE;
    }

    private static BadInput unknown(String id, Book book) {
        String known =
                book.portfolio().borrowers().stream().map(Borrower::id).collect(Collectors.joining(", "));
        return new BadInput("deflator: there is no borrower '" + id + "' in " + book.name()
                + "; it has " + known);
    }
}
