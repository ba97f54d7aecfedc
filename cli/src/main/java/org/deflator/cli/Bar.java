package org.deflator.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.deflator.data.store.SimulationRun;

/** Progress on standard error: a bar with paths a second and time left on a terminal, nothing elsewhere. */
final class Bar implements SimulationRun.Observer, AutoCloseable {
    private final PrintWriter err;
    private final java.util.Optional<ProgressBar> bar;

    Bar(long paths, Terminal terminal, PrintWriter err) {
        this.err = err;
        this.bar = terminal.progress()
                ? java.util.Optional
                        .of(new ProgressBarBuilder().setTaskName("Simulating").setInitialMax(paths)
                                .setStyle(ProgressBarStyle.ASCII).setUnit(" paths", 1).showSpeed()
                                .setUpdateIntervalMillis(250)
                                .setConsumer(new ConsoleProgressBarConsumer(System.err, terminal.width() - 1))
                                .build())
                : java.util.Optional.empty();
    }

    @Override
    public void pathsDone(int paths) {
        bar.ifPresent(drawn -> drawn.stepTo(paths));
    }

    @Override
    public void note(String sentence) {
        err.println("deflator: " + sentence);
        err.flush();
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
