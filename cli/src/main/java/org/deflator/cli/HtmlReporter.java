package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.deflator.report.HtmlReport;
import org.deflator.report.ReportInput;

/** The page for a browser. */
final class HtmlReporter implements Wiring.Reporter {
    @Override
    public void write(Wiring.ReportedRun run, Path file) throws IOException {
        HtmlReport.write(new ReportInput(run.summary(), run.inputs().portfolio(), run.inputs().market(),
                run.inputs().book().loaded().provenance(), run.inputs().world().loaded().provenance(),
                run.tests(), run.ledger(), run.generatedBy()), file);
    }
}
