package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deflator.engine.study.CreditReview;
import org.deflator.report.CreditMemo;
import org.deflator.report.HtmlReport;
import org.deflator.report.ReportInput;

/** The page for a browser. */
final class HtmlReporter implements Wiring.Reporter {
    @Override
    public void write(Wiring.ReportedRun run, Path file) throws IOException {
        HtmlReport.write(input(run, List.of()), file);
    }

    @Override
    public List<Path> memos(Wiring.ReportedRun run, Supplier<List<CreditReview>> studied, Path report,
            boolean linked) throws IOException {
        List<CreditReview> reviews = studied.get();
        ReportInput input = input(run, reviews);
        List<Path> files = new ArrayList<>();
        for (CreditReview review : reviews) {
            files.add(CreditMemo.write(input, review, report));
        }
        if (linked) {
            HtmlReport.write(input, report);
        }
        return files;
    }

    private static ReportInput input(Wiring.ReportedRun run, List<CreditReview> reviews) {
        return new ReportInput(run.summary(), run.inputs().portfolio(), run.inputs().market(),
                run.inputs().book().loaded().provenance(), run.inputs().world().loaded().provenance(),
                run.tests(), run.ledger(), reviews, run.generatedBy());
    }
}
