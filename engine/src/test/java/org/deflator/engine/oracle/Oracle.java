package org.deflator.engine.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A worked value of {@code oracles/model_oracles.csv}.
 *
 * @param id such as {@code RENT-08}
 * @param name what it is
 * @param inputs numbers as {@link Double}, lists as {@link List}, objects as {@link Map}
 * @param expected the value
 * @param tolerance largest distance that counts as equal
 * @param relative whether the tolerance is a share of the value
 */
record Oracle(String id, String name, Map<String, Object> inputs, double expected, double tolerance,
        boolean relative) {
    /** All rows of the file. */
    static List<Oracle> all() {
        List<Oracle> rows = new ArrayList<>();
        try (InputStream in = Objects
                .requireNonNull(Oracle.class.getResourceAsStream("/oracles/model_oracles.csv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().skip(1).toList()) {
                List<String> cells = cells(line);
                rows.add(new Oracle(cells.get(0), cells.get(2), new Json(cells.get(3)).object(),
                        Double.parseDouble(cells.get(4)), Double.parseDouble(cells.get(5)),
                        cells.get(6).equals("rel")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** Largest distance from {@link #expected} that counts as equal. */
    double slack() {
        return relative ? tolerance * Math.abs(expected) : tolerance;
    }

    /** The number with this name. */
    static double number(Map<String, Object> in, String key) {
        if (in.get(key) instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("no number " + key + " in " + in);
    }

    /** The whole number with this name. */
    static int whole(Map<String, Object> in, String key) {
        return (int) number(in, key);
    }

    /** The list of numbers with this name. */
    static double[] numbers(Map<String, Object> in, String key) {
        return column(Objects.requireNonNull(in.get(key), key));
    }

    /** The matrix with this name. */
    static double[][] matrix(Map<String, Object> in, String key) {
        return ((List<?>) Objects.requireNonNull(in.get(key), key)).stream().map(Oracle::column)
                .toArray(double[][]::new);
    }

    private static double[] column(Object list) {
        return ((List<?>) list).stream().mapToDouble(x -> (Double) x).toArray();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** As much of JSON as the file uses. */
    private static final class Json {
        private final String json;
        private int at;

        Json(String json) {
            this.json = json;
        }

        Map<String, Object> object() {
            Map<String, Object> fields = new LinkedHashMap<>();
            take('{');
            while (peek() != '}') {
                String key = text();
                take(':');
                fields.put(key, value());
                if (peek() == ',') {
                    at++;
                }
            }
            take('}');
            return fields;
        }

        private Object value() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> text();
                case 't', 'f' -> flag();
                default -> number();
            };
        }

        private List<Object> array() {
            List<Object> items = new ArrayList<>();
            take('[');
            while (peek() != ']') {
                items.add(value());
                if (peek() == ',') {
                    at++;
                }
            }
            take(']');
            return items;
        }

        private String text() {
            take('"');
            int end = json.indexOf('"', at);
            String text = json.substring(at, end);
            at = end + 1;
            return text;
        }

        /** True is 1, false is 0. */
        private Double flag() {
            boolean value = json.startsWith("true", at);
            at += value ? 4 : 5;
            return value ? 1.0 : 0.0;
        }

        private Double number() {
            int start = at;
            while ("+-.0123456789eE".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
            return Double.valueOf(json.substring(start, at));
        }

        private char peek() {
            while (json.charAt(at) == ' ') {
                at++;
            }
            return json.charAt(at);
        }

        private void take(char expected) {
            if (peek() != expected) {
                throw new IllegalArgumentException("expected " + expected + " at " + at + " of " + json);
            }
            at++;
        }
    }
}
