package org.deflator.cli;

/** Running text on a screen of limited width. */
final class Words {
    private Words() {}

    /**
     * {@code text} in lines of at most {@code width}, broken at blanks, later ones indented a
     * little more if the first is.
     */
    static String wrap(String text, int width) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                out.append(line).append('\n');
                line = new StringBuilder(indent).append("  ".repeat(indent.isEmpty() ? 0 : 1));
                line.append(word);
            } else {
                line.append(line.length() > indent.length() ? " " : "").append(word);
            }
        }
        return out.append(line).append('\n').toString();
    }
}
