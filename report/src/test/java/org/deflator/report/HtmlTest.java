package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textAndAttributesAreEscaped() {
        String markup = new Html().element("b", "<script>&", "title", "\"'><x>").toString();
        assertThat(markup).isEqualTo("<b title=\"&quot;&#39;&gt;&lt;x&gt;\">&lt;script&gt;&amp;</b>");
    }

    @Test
    void anElementLeftOpenIsAFault() {
        assertThatThrownBy(() -> new Html().open("b").toString()).hasMessageContaining("not closed: [b]");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertThat(new Html().source("https://example.org/a?b=1&c=2").toString())
                .isEqualTo("<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">"
                        + "https://example.org/a?b=1&amp;c=2</a>");
        assertThat(new Html().source("javascript:alert(1)").toString()).isEqualTo("javascript:alert(1)");
    }

    @Test
    void ourOwnCodeCannotEndItsElement() {
        assertThatThrownBy(() -> new Html().own("a</style>")).isInstanceOf(IllegalArgumentException.class);
    }
}
