package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deflator.cli.Wiring.ReportedRun;
import org.deflator.data.store.Json;
import org.deflator.data.store.RunDirectory;
import org.deflator.model.portfolio.Portfolio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the credit memos of a finished run. */
@Command(name = "memo", mixinStandardHelpOptions = true,
        description = "Write a credit memo of every borrower that owes debt into memos/ of a finished run,"
                + " and its report again with the memos linked; without a run, of the latest in runs/.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MemoCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of the run.")
    private Optional<Path> run;
    @Option(names = {"-b", "--borrower"}, paramLabel = "ID",
            description = "Only the memo of this borrower; the report stays as it is.")
    private Optional<String> borrowerId;
    @Option(names = "--quick", description = "Leave out breakevens, which take most of the time.")
    private boolean quick;
    @Option(names = "--json", description = "Tell the files as JSON.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    MemoCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = FinishedRun.open(wiring, run);
        Inputs inputs = Inputs.of(wiring.sources(), directory);
        Portfolio book = inputs.portfolio();
        List<String> wanted = wanted(book);
        ReportedRun told = RunReport.of(directory, directory.summary(), inputs, wiring.version());
        Path report = directory.path().resolve("report.html");
        List<Path> files;
        try {
            files = Memos.write(wiring, told, wanted, report, !quick, borrowerId.isEmpty());
        } catch (IllegalArgumentException e) {
            throw new BadInput("deflator: " + directory.path() + ": " + e.getMessage());
        }
        if (json) {
            ObjectNode node = Json.object();
            ArrayNode memos = node.putArray("memos");
            files.forEach(file -> memos.add(file.toString()));
            spec.commandLine().getOut().print(Json.text(node));
        } else {
            files.forEach(spec.commandLine().getOut()::println);
        }
        return Deflator.DONE;
    }

    private List<String> wanted(Portfolio book) {
        List<String> debtors = Memos.debtors(book);
        if (borrowerId.isPresent() && !debtors.contains(borrowerId.get())) {
            throw new BadInput(
                    "deflator: no borrower '" + borrowerId.get() + "' of the run owes debt; these do: "
                            + debtors.stream().collect(Collectors.joining(", ")));
        }
        return borrowerId.map(List::of).orElse(debtors);
    }
}
