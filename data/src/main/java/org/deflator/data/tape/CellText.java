package org.deflator.data.tape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the cells of a workbook say, as text.
 *
 * @param texts texts that cells share
 * @param formats number format of each style
 * @param from1904 whether day 0 is 1904-01-01
 */
record CellText(List<String> texts, List<String> formats, boolean from1904) {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DECIMALS = Pattern.compile("0\\.0+");
    private static final double LAST_DAY = 2_958_465;

    /** Format code of a format that every workbook has; only what matters here is told apart. */
    static String builtIn(String id) {
        return switch (id) {
            case "2", "4", "39", "40" -> "0.00";
            case "9", "10" -> "0%";
            case "14", "15", "16", "22" -> "yyyy-mm-dd";
            case "17" -> "mmm-yy";
            case "18", "19", "20", "21", "45", "46", "47" -> "h:mm";
            default -> "General";
        };
    }

    /** Text of a cell of this type and style whose content is {@code value}. */
    String of(String type, String style, String value) throws Workbook.Unreadable {
        return switch (type) {
            case "s" -> {
                int index = Integer.parseInt(value);
                if (index < 0 || index >= texts.size()) {
                    throw new Workbook.Unreadable("a workbook whose cells point to texts that it lacks");
                }
                yield unescaped(texts.get(index));
            }
            case "str", "inlineStr" -> unescaped(value);
            case "b" -> value.equals("1") ? "true" : "false";
            case "e" -> value;
            case "d" -> value.endsWith("T00:00:00") ? value.substring(0, 10) : value;
            default -> number(format(style), value);
        };
    }

    private String format(String style) {
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        return index >= 0 && index < formats.size() ? formats.get(index) : "General";
    }

    private String number(String format, String value) {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            return value;
        }
        String code = LITERAL.matcher(format).replaceAll("");
        if (code.contains("%")) {
            // Whether 9.25% means 9.25 or 0.0925 is for the reader of the problem to say.
            return new BigDecimal(Double.toString(number)).movePointRight(2).stripTrailingZeros()
                    .toPlainString()
                    + "%";
        }
        String lower = code.toLowerCase(Locale.ROOT);
        if (lower.contains("y") || lower.contains("d")) {
            return date(number, lower.contains("d"));
        }
        if (lower.contains("h") || lower.contains("ss")) {
            return "the time " + value;
        }
        return plain(number, code);
    }

    private String date(double number, boolean withDay) {
        if (number != Math.rint(number) || number < 1 || number > LAST_DAY) {
            return "a date and time, " + plain(number, "General");
        }
        // Day 60 of 1900 is a day that never was; before it days count one more.
        LocalDate zero = from1904
                ? LocalDate.of(1904, 1, 1)
                : LocalDate.of(1899, 12, number < 60 ? 31 : 30);
        LocalDate date = zero.plusDays((long) number);
        return withDay || date.getDayOfMonth() != 1 ? date.toString() : date.toString().substring(0, 7);
    }

    /** The shortest decimal that is the number, with the zeros at its end that the format shows. */
    private static String plain(double number, String code) {
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int shown = DECIMALS.matcher(code).matches() ? code.length() - 2 : 0;
        return shortest.setScale(Math.max(shown, Math.max(0, shortest.scale()))).toPlainString();
    }

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

    /** Characters that XML cannot hold are written by their number (ECMA-376, ST_Xstring). */
    static String escaped(String text) {
        return TO_ESCAPE.matcher(text)
                .replaceAll(match -> String.format(Locale.ROOT, "_x%04X_",
                        (int) match.group().charAt(0)));
    }

    static String unescaped(String text) {
        return text.indexOf("_x") < 0 ? text
                : ESCAPE.matcher(text).replaceAll(match -> java.util.regex.Matcher
                        .quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
