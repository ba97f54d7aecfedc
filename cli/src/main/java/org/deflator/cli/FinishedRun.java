package org.deflator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.deflator.data.store.RunDirectory;

/** The finished run that a command is about. */
final class FinishedRun {
    private FinishedRun() {}

    /** The run in {@code folder}, or the latest one. */
    static RunDirectory open(Wiring wiring, Optional<Path> folder) throws IOException {
        RunDirectory directory = folder.isPresent()
                ? BadInput.require(RunDirectory.open(folder.get()))
                : RunDirectory.latest(wiring.runs())
                        .orElseThrow(
                                () -> new BadInput("deflator: there is no finished run in " + wiring.runs()
                                        + "; make one with `deflator run` or name its folder"));
        if (!directory.finished()) {
            throw new BadInput("deflator: the run in " + directory.path()
                    + " is not finished; finish it with: deflator run --resume " + directory.path());
        }
        return directory;
    }
}
