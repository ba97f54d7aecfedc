package org.deflator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deflator.cli.Wiring.Book;
import org.deflator.data.store.Json;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a portfolio and tells everything that is wrong with it. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check a portfolio file or loan tape; every problem with its place and what to do."
                + " Without one, the bundled book.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "FILE",
            description = "Portfolio file (YAML), or loan tape (.xlsx, .csv or a folder of CSV files).")
    private Optional<Path> file;
    @Mixin
    private PerimeterOption perimeter;
    @Option(names = "--json", description = "Tell the result as JSON on standard output.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    CheckCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        return switch (wiring.sources().book(file, perimeter.chosen())) {
            case Outcome.Done<Book>(Book book) -> fine(book);
            case Outcome.Failed<Book>(List<Problem> problems) -> wrong(problems);
        };
    }

    private int fine(Book book) {
        PrintWriter out = spec.commandLine().getOut();
        int borrowers = book.portfolio().borrowers().size();
        int instruments = book.portfolio().borrowers().stream().mapToInt(each -> each.debt().size()).sum();
        int unmodelled = book.portfolio().unmodelled().size();
        long sourced = book.loaded().provenance().sourcedCount();
        long assumed = book.loaded().provenance().assumedCount();
        if (json) {
            ObjectNode node = Json.object();
            node.put("portfolio", book.portfolio().id());
            node.put("borrowers", borrowers);
            node.put("instruments", instruments);
            node.put("unmodelled", unmodelled);
            node.put("figures_sourced", sourced);
            node.put("figures_assumed", assumed);
            node.put("left_out", book.portfolio().leftOut().size());
            node.putArray("problems");
            out.print(Json.text(node));
        } else {
            out.println("OK " + book.portfolio().id() + ": " + Numbers.count(borrowers, "borrower") + ", "
                    + Numbers.count(instruments, "instrument")
                    + (unmodelled > 0 ? " and " + unmodelled + " not modelled" : "") + "; "
                    + Numbers.count(sourced, "figure") + " sourced, " + assumed + " assumed");
            if (!book.portfolio().leftOut().isEmpty()) {
                out.print(Words.wrap(SummaryText.leftOut(book.portfolio().leftOut()),
                        wiring.terminal().width()));
            }
        }
        return Deflator.DONE;
    }

    private int wrong(List<Problem> problems) {
        if (json) {
            ObjectNode root = Json.object();
            ArrayNode list = root.putArray("problems");
            for (Problem problem : problems) {
                ObjectNode node = list.addObject();
                node.put("file", problem.file());
                if (!problem.sheet().isEmpty()) {
                    node.put("sheet", problem.sheet());
                }
                if (!problem.heading().isEmpty()) {
                    node.put("heading", problem.heading());
                }
                node.put("line", problem.line());
                node.put("column", problem.column());
                node.put("found", problem.found());
                node.put("expected", problem.expected());
                node.put("remedy", problem.remedy());
            }
            spec.commandLine().getOut().print(Json.text(root));
        }
        problems.forEach(spec.commandLine().getErr()::println);
        return Deflator.BAD_INPUT;
    }
}
