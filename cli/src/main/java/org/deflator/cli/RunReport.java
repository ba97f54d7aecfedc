package org.deflator.cli;

import java.io.IOException;
import org.deflator.cli.Wiring.ReportedRun;
import org.deflator.data.store.RunDirectory;
import org.deflator.data.store.RunTables;
import org.deflator.engine.run.RunSummary;

/** Collects what a report tells of a finished run. */
final class RunReport {
    private RunReport() {}

    static ReportedRun of(RunDirectory directory, RunSummary summary, Inputs inputs, String version)
            throws IOException {
        RunTables tables = new RunTables(directory);
        return new ReportedRun(summary, inputs, tables.tests(), tables.ledger(),
                "Deflator " + version + inputs.scenarios().under());
    }
}
