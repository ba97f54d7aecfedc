package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.cli.CashflowTable.Period;
import org.deflator.cli.Wiring.Book;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Borrower;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the base case of one borrower, as the table an analyst keeps in a spreadsheet. */
@Command(name = "cashflows", mixinStandardHelpOptions = true,
        description = "Cash flows of one borrower when every random driver stays at its median.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CashflowsCommand implements Callable<Integer> {
    private static final int MONTHLY_DEFAULT = 24;
    private static final int YEARLY_DEFAULT = 120;

    private final Wiring wiring;

    @Mixin
    private BookOptions options;
    @Option(names = {"-b", "--borrower"}, required = true, paramLabel = "ID", description = "Borrower.")
    private String borrowerId;
    @Option(names = "--months", paramLabel = "N",
            description = "Months shown; by default 24, or 120 by quarter or year.")
    private Optional<Integer> months;
    @Mixin
    private ScenarioOptions scenarios;
    @ArgGroup
    private PeriodChoice period = new PeriodChoice();
    @ArgGroup
    private FormatChoice format = new FormatChoice();
    @Spec
    private CommandSpec spec;

    private static final class PeriodChoice {
        @Option(names = "--quarterly", description = "One column a calendar quarter.")
        private boolean quarterly;
        @Option(names = "--yearly", description = "One column a calendar year.")
        private boolean yearly;

        Period period() {
            return yearly ? Period.YEAR : quarterly ? Period.QUARTER : Period.MONTH;
        }
    }

    CashflowsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        int shown = months.orElse(period.period() == Period.MONTH ? MONTHLY_DEFAULT : YEARLY_DEFAULT);
        if (shown < 1 || shown > Timeline.MAX_MONTHS) {
            throw new BadInput("deflator: --months is " + shown + "; expected 1 to " + Timeline.MAX_MONTHS);
        }
        Inputs inputs = options.read(wiring, scenarios.chosen());
        Book book = inputs.book();
        Borrower borrower = book.portfolio().borrower(borrowerId).orElseThrow(() -> unknown(book));
        List<LedgerRow> ledger;
        try {
            ledger = wiring.calculator().baseCase(book.portfolio(), inputs.market(),
                    new RunPlan(1, shown, 1, 1));
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + book.name() + ": " + e.getMessage());
        }
        Timeline timeline = new Timeline(book.portfolio().asOf(), shown);
        CashflowTable table = CashflowTable.of(ledger, borrowerId, timeline, period.period());
        PrintWriter out = spec.commandLine().getOut();
        if (format.json) {
            out.print(table.json(borrowerId));
        } else if (format.csv) {
            out.print(table.csv());
        } else {
            out.println(wiring.terminal().bold(borrower.name()) + ", base case from "
                    + timeline.yearMonth(0) + ", inflows positive");
            out.println();
            out.print(table.text(wiring.terminal()));
        }
        return Deflator.DONE;
    }

    private BadInput unknown(Book book) {
        String known =
                book.portfolio().borrowers().stream().map(Borrower::id).collect(Collectors.joining(", "));
        return new BadInput("deflator: there is no borrower '" + borrowerId + "' in " + book.name()
                + "; it has " + known);
    }
}
