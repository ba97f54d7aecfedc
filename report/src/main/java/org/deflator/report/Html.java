package org.deflator.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML and inline SVG. Every text and attribute is escaped and every element closed in order, so
 * that a page is well formed by construction and no name of a borrower can become markup.
 */
final class Html {
    private static final Set<String> ON_NEW_LINE =
            Set.of("section", "div", "figure", "svg", "table", "thead", "tbody",
                    "tr", "h1", "h2", "h3", "h4", "p", "ul", "li", "details", "summary", "header", "footer",
                    "nav", "main",
                    "caption", "head", "body", "title", "style", "script", "meta", "figcaption", "dl");

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> opened = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        opened.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(opened.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Html leaf(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds only text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text, escaped. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** A style sheet or script of our own, which must not be escaped. */
    Html own(String code) {
        if (code.contains("</")) {
            throw new IllegalArgumentException("code of the page holds an end tag");
        }
        out.append('\n').append(code);
        return this;
    }

    /** A link to a web page; anything else than http or https becomes plain text. */
    Html source(String address) {
        if (address.startsWith("https://") || address.startsWith("http://")) {
            return element("a", address, "href", address, "rel", "noopener noreferrer");
        }
        return text(address);
    }

    private void start(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attribute without value in " + tag);
        }
        if (ON_NEW_LINE.contains(tag)) {
            out.append('\n');
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** The markup; every element must have been closed. */
    @Override
    public String toString() {
        if (!opened.isEmpty()) {
            throw new IllegalStateException("not closed: " + opened);
        }
        return out.toString();
    }
}
