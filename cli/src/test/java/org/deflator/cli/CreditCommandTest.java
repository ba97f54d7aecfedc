package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first look at a credit, as it is printed. */
class CreditCommandTest {
    private static final String CARDS = "../examples/archetypes/sub-ig-spv.yaml";
    private static final String LANDLORD = "../examples/archetypes/data-centre-landlord.yaml";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void aLoanOnCardsReadsAsInItsFile() throws IOException {
        assertThat(shell.type("credit", CARDS, "-b", "sub-ig-spv")).isZero();
        Golden.check("credit-sub-ig-spv.txt", shell.out());
    }

    @Test
    void allBorrowersOfABookStandInOneTable() throws IOException {
        assertThat(shell.type("credit", LANDLORD)).isZero();
        Golden.check("credit-landlord.txt", shell.out());
    }

    @Test
    void jsonHasNoNumberThatIsNone() {
        assertThat(shell.type("credit", CARDS, "-b", "sub-ig-spv", "--json")).isZero();
        assertThat(shell.out()).contains("\"sources_and_uses\"").doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void aBorrowerWhoIsNotThereIsToldWithThoseWhoAre() {
        assertThat(shell.type("credit", CARDS, "-b", "nobody")).isEqualTo(2);
        assertThat(shell.err()).contains("there is no borrower 'nobody'").contains("sub-ig-spv");
    }
}
