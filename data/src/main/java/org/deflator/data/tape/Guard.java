package org.deflator.data.tape;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking text for a formula: text that begins like one goes out with an apostrophe
 * before it, which comes off on the way in. Any text survives the way out and in unchanged.
 */
final class Guard {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    private Guard() {}

    /** Text as it goes out. */
    static String added(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** Text as it was before it went out. */
    static String removed(String text) {
        return text.startsWith("'") && GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }
}
