package org.deflator.data.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant. */
public final class Spelling {
    private static final int MAX_EDITS = 2;
    private static final int MAX_LENGTH = 100;

    private Spelling() {}

    /** The candidate nearest to {@code written}: at most two edits away, or one the other's beginning. */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        if (written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return candidates.stream().filter(c -> distance(written, c) <= allowed(written) || begins(written, c))
                .min(Comparator.<String>comparingInt(c -> distance(written, c)).thenComparing(c -> c));
    }

    /** A remedy that names the nearest candidate, or lists them all. */
    public static String remedy(String written, Collection<String> candidates, String otherwise) {
        return nearest(written, candidates).map(c -> "did you mean '" + c + "'?").orElse(otherwise);
    }

    /** A word of three letters is another word after two edits. */
    private static int allowed(String written) {
        return Math.min(MAX_EDITS, written.length() / 2);
    }

    private static boolean begins(String written, String candidate) {
        return written.length() >= 3 && (candidate.startsWith(written) || written.startsWith(candidate));
    }

    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
