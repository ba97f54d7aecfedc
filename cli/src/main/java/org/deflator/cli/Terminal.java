package org.deflator.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the screen can do.
 *
 * @param width columns of text
 * @param colour whether bold text may be printed
 * @param progress whether a progress bar may be drawn on standard error
 */
record Terminal(int width, boolean colour, boolean progress) {
    private static final int NARROWEST = 80;
    private static final int WIDEST = 200;
    /** Width where nobody tells one: fits a page of print and most windows. */
    private static final int UNKNOWN = 120;

    /** The terminal that this process has, with {@code environment}. */
    static Terminal detect(Map<String, String> environment) {
        boolean colour = isTerminal(1) && !environment.containsKey("NO_COLOR")
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(width(environment.getOrDefault("COLUMNS", "")), colour, isTerminal(2));
    }

    /** {@code columns} within 80 to 200, or 120 if it is no number. */
    static int width(String columns) {
        if (!columns.matches("[0-9]{1,9}")) {
            return UNKNOWN;
        }
        return Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST);
    }

    /** {@code text} in bold if the screen can. */
    String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    /** Java knows only whether both ends are a terminal; Linux also tells of each stream. */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        }
    }
}
