package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;

/** Whatever a file holds, its reader gets an answer, never an exception. */
class SpoiltFilesTest {
    /** At a place (a share of the length), this many characters give way to a piece. */
    record Edit(double where, int removed, String piece) {}

    @Property(tries = 400)
    void aDamagedArchetypeIsReadOrRefusedWithPlaces(@ForAll("archetypes") String name,
            @ForAll("edits") List<Edit> edits) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(Shipped.archetype(name)));
        for (Edit edit : edits) {
            int at = (int) (edit.where() * text.length());
            text.replace(at, Math.min(text.length(), at + edit.removed()), edit.piece());
        }
        if (GoodFile
                .read(text.toString()) instanceof Outcome.Failed<LoadedPortfolio>(List<Problem> problems)) {
            assertThat(problems).allMatch(p -> p.file().equals("book.yaml") && p.line() >= 0);
            assertThat(problems).noneMatch(p -> p.toString().contains("\n"));
        }
    }

    @Property(tries = 200)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertThat(GoodFile.read(bytes)).isInstanceOf(Outcome.Failed.class);
    }

    @Provide
    Arbitrary<String> archetypes() {
        return Arbitraries.of("ig-spv", "sub-ig-spv", "spot-neocloud", "miner-pivot", "ten-year-infra-spv",
                "data-centre-landlord");
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> pieces = Arbitraries.of("", " ", "\n", "\t", ":", "- ", "{", "}", "[", "]", "\"",
                "'", "#", "&a ",
                "*a", "!", "|", ">", "? ", "%", "---\n", "\u0000", "\uD800", "\u2028", "null", "-1", "1e999",
                "2026-02-30",
                "value: ", "type: ", "source: x\n", "id: ", "all", "miner-pivot", "999999999999999999999");
        return Combinators
                .combine(Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 12), pieces)
                .as(Edit::new).list().ofMinSize(1).ofMaxSize(4);
    }
}
