package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;

/** Portfolio files that between them use every kind of entry, and what becomes of them when they are spoilt. */
final class GoodFile {
    private GoodFile() {}

    static String text() {
        return text("good.yaml");
    }

    /** A landlord with an SPV, whose data centres are the only assets. */
    static String landlord() {
        return text("landlord.yaml");
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(GoodFile.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads bytes as the file {@code book.yaml}. */
    static Outcome<LoadedPortfolio> read(byte[] bytes) {
        try {
            return PortfolioFile.read("book.yaml", new ByteArrayInputStream(bytes), PartSource.none(),
                    Perimeter.FROZEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome<LoadedPortfolio> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static LoadedPortfolio load(String text) {
        return switch (read(text)) {
            case Outcome.Done<LoadedPortfolio>(LoadedPortfolio loaded) -> loaded;
            case Outcome.Failed<LoadedPortfolio>(List<Problem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    static List<String> problems(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Failed<?> failed -> failed.problems().stream().map(Problem::toString).toList();
        };
    }

    /** Spoils the first {@code good} part of the good file; exactly these problems must follow. */
    static void assertProblems(String good, String bad, String... expected) {
        assertProblemsIn(text(), good, bad, expected);
    }

    /** Spoils the first {@code good} part of {@code text}; exactly these problems must follow. */
    static void assertProblemsIn(String text, String good, String bad, String... expected) {
        int at = text.indexOf(good);
        assertThat(at).as("the good file has %s", good).isNotNegative();
        String spoilt = text.substring(0, at) + bad + text.substring(at + good.length());
        assertThat(problems(read(spoilt))).containsExactly(expected);
    }
}
