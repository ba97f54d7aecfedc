package org.deflator.data.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.LoadedMarket;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.model.base.Outcome;
import org.deflator.model.portfolio.Perimeter;

/** The bundled universe and the pages of the docs that show what it gives. */
final class Universe {
    private static final Path DOCS = Path.of("../docs");

    private Universe() {}

    static LoadedPortfolio portfolio(Perimeter perimeter) {
        return value(BundledUniverse.portfolio(perimeter));
    }

    static LoadedMarket market(LocalDate asOf) {
        return value(BundledUniverse.market(asOf));
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Failed<T> failed -> throw new AssertionError(failed.problems().toString());
        };
    }

    /**
     * The page must show {@code text} between two comments that name {@code what}. Run with {@code
     * -Ddeflator.docs.write=true} to write it anew.
     */
    static void assertDocsContain(String page, String what, String text) throws IOException {
        Path file = DOCS.resolve(page);
        String begin = "<!-- begin " + what + " -->\n";
        String end = "\n<!-- end " + what + " -->";
        String all = Files.readString(file);
        int from = all.indexOf(begin) + begin.length();
        int to = all.indexOf(end);
        assertThat(to).as("%s has a place for %s", page, what).isGreaterThan(from - 1);
        if (Boolean.getBoolean("deflator.docs.write")) {
            all = all.substring(0, from) + text + all.substring(to);
            Files.writeString(file, all);
            to = from + text.length();
        }
        assertThat(all.substring(from, to)).isEqualTo(text);
    }
}
