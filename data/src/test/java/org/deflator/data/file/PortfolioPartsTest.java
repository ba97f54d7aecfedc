package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deflator.model.base.Outcome;
import org.deflator.model.portfolio.Borrower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portfolio in several files. */
class PortfolioPartsTest {
    private static final String BORROWER = """
            borrowers:
              - id: %s
                name: One
                kind: neocloud
                treasury: {cash_usd_m: {value: 4, source: "https://example.org"}}
                costs: {overhead_usd_m_per_month: 1}
            """;

    @TempDir
    Path folder;

    private Path book;

    @BeforeEach
    void twoParts() throws IOException {
        book = folder.resolve("book.yaml");
        name("customers.yaml", "banks/one.yaml");
        Files.createDirectory(folder.resolve("banks"));
        Files.writeString(folder.resolve("customers.yaml"), """
                offtakers:
                  - {id: ig, name: Good, rating: A, annual_default_probability: 0.01, recontracts: false}
                """);
        Files.writeString(folder.resolve("banks/one.yaml"), BORROWER.formatted("one") + """
                unmodelled:
                  - {borrower: one, id: odd, name: Odd, amount_usd_m: 3, reason: why, source: "https://x.org"}
                """);
    }

    private void name(String... parts) throws IOException {
        Files.writeString(book, "portfolio: whole\nas_of: 2026-06-30\nparts:\n"
                + String.join("", Stream.of(parts).map(part -> "  - " + part + "\n").toList()));
    }

    private List<String> problems() {
        return GoodFile.problems(PortfolioFile.read(book)).stream()
                .map(problem -> problem.replace(folder + "/", "")).toList();
    }

    @Test
    void partsMakeOnePortfolio() {
        Outcome<LoadedPortfolio> read = PortfolioFile.read(book);

        LoadedPortfolio loaded = ((Outcome.Done<LoadedPortfolio>) read).value();
        assertThat(loaded.portfolio().borrowers()).extracting(Borrower::id).containsExactly("one");
        assertThat(loaded.portfolio().offtaker("ig")).isPresent();
        assertThat(loaded.portfolio().unmodelled()).hasSize(1);
        assertThat(loaded.parts()).extracting(PartSource.Part::path)
                .containsExactly("customers.yaml", "banks/one.yaml");
    }

    @Test
    void evidenceAndPlacesCoverAllParts() {
        LoadedPortfolio loaded = ((Outcome.Done<LoadedPortfolio>) PortfolioFile.read(book)).value();

        // The chance of default, cash, overhead, and the amount of the debt that is not simulated.
        assertThat(loaded.provenance().figures()).hasSize(4);
        assertThat(loaded.provenance().sourcedCount()).isEqualTo(2);
        assertThat(loaded.places().get("borrowers.one.treasury.cash_usd_m"))
                .isEqualTo(new Place(folder.resolve("banks/one.yaml").toString(), 5, 28));
    }

    @Test
    void aProblemIsToldAtItsPlaceInThePart() throws IOException {
        Files.writeString(folder.resolve("banks/one.yaml"),
                BORROWER.formatted("one").replace("}}", "}, btcs: 3}") + "    parent: two\n");

        assertThat(problems()).containsExactly(
                "banks/one.yaml:5:71: found unknown key 'btcs', expected a key of treasury: cash_usd_m, "
                        + "restricted_cash_usd_m, btc; did you mean 'btc'?",
                "banks/one.yaml:7:13: found 'two', expected a known borrower; there are one");
    }

    @Test
    void aMissingPartIsToldWhereItIsNamed() throws IOException {
        name("customers.yaml", "none.yaml", "banks");

        assertThat(problems()).containsExactly(
                "book.yaml:5:5: found the part 'none.yaml': no such file, expected a YAML file in the folder "
                        + "of this file; correct the path, or add the file",
                "book.yaml:6:5: found the part 'banks': a folder, expected a YAML file in the folder of this "
                        + "file; correct the path, or add the file");
    }

    @Test
    void aPartStaysInsideTheFolder() throws IOException {
        name("../one.yaml", "/etc/passwd", "banks/../../one.yaml", "'C:\\one.yaml'", "./customers.yaml");

        assertThat(problems()).hasSize(5).allMatch(problem -> problem.contains("expected a path inside the "
                + "folder of this file, such as lenders.yaml or banks/lenders.yaml; move the part there"));
    }

    @Test
    void aPartIsNamedOnce() throws IOException {
        name("customers.yaml", "banks/one.yaml", "Customers.yaml");

        assertThat(problems()).containsExactly("book.yaml:6:5: found part 'Customers.yaml' for the second "
                + "time, expected each part once; remove it");
    }

    @Test
    void aPartHasNoPartsOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("customers.yaml"), "parts: [banks/one.yaml]\nas_of: 2026-06-30\n");

        assertThat(problems()).containsExactly(
                "customers.yaml:1:1: found unknown key 'parts', expected a key of part: offtakers, "
                        + "borrowers, unmodelled; a part has no parts of its own: name them in the portfolio "
                        + "file",
                "customers.yaml:2:1: found unknown key 'as_of', expected a key of part: offtakers, "
                        + "borrowers, unmodelled; remove it: the portfolio file has the date");
    }

    @Test
    void aPartMayNotTakeTheNameOfACopyInTheRunDirectory() throws IOException {
        name("market.yaml", "banks/one.yaml");

        assertThat(problems()).containsExactly("book.yaml:4:5: found a part called 'market.yaml', expected "
                + "another name: a run keeps copies of its inputs under market.yaml, model.yaml, "
                + "portfolio.yaml; rename the part");
    }

    @Test
    void anIdInTwoPartsIsToldOnce() throws IOException {
        name("banks/one.yaml", "two.yaml");
        Files.writeString(folder.resolve("two.yaml"), BORROWER.formatted("one"));

        assertThat(problems()).containsExactly("two.yaml:2:5: found borrower 'one' for the second time, "
                + "expected each id once; rename or remove it; the first is in banks/one.yaml:2");
    }

    @Test
    void somebodyMustOweSomewhere() throws IOException {
        name("customers.yaml");

        assertThat(problems()).containsExactly("book.yaml:1:1: found no 'borrowers' in portfolio, expected a "
                + "list, an item per borrower; add borrowers: who owns and owes");
    }

    @Test
    void aStreamHasNoFolderToLookInto() throws IOException {
        assertThat(GoodFile.problems(GoodFile.read(Files.readAllBytes(book)))).hasSize(2).first()
                .isEqualTo("book.yaml:4:5: found the part 'customers.yaml': no folder to look into, expected "
                        + "a YAML file in the folder of this file; correct the path, or add the file");
    }

    @Test
    void everyFileOfTheBundledUniverseIsAPart() throws IOException {
        List<String> named = ((Outcome.Done<LoadedPortfolio>) BundledUniverse.portfolio()).value().parts()
                .stream().map(PartSource.Part::path).toList();

        assertThat(Shipped.universeParts()).extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
