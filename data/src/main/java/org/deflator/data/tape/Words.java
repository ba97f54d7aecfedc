package org.deflator.data.tape;

import java.util.HashMap;
import java.util.Map;

/** Cells of a tape repeat: the first few thousand different short texts are kept once. */
final class Words {
    private static final int MOST = 20_000;
    private static final int LONGEST = 200;

    private final Map<String, String> known = new HashMap<>();

    /** {@code text}, or an equal text seen before. */
    String once(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String seen = known.get(text);
        if (seen != null) {
            return seen;
        }
        if (known.size() < MOST) {
            known.put(text, text);
        }
        return text;
    }
}
