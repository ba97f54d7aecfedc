package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From figures of a small run back to its inputs. */
class ExplainCommandTest {
    @TempDir
    static Path runs;

    private final Shell shell = new Shell(runs);

    @BeforeAll
    static void simulate() {
        assertThat(new Shell(runs).type(Shell.FIVE_GROUPS)).isZero();
    }

    @Test
    void aFigureThatIsReadFromTheFileHasOneInput() throws IOException {
        assertThat(shell.type("explain", "north-loan", "exposure_usd_m")).isZero();

        Golden.check("explain-exposure.txt", withoutFolder(shell.out()));
        assertThat(shell.type("explain", "--json", "north-loan", "exposure_usd_m")).isZero();
        Golden.check("explain-exposure.json", withoutFolder(shell.out()));
    }

    @Test
    void figuresThatCanBeExplainedAreListed() throws IOException {
        assertThat(shell.type("explain", "--metrics")).isZero();

        Golden.check("explain-metrics.txt", shell.out());
    }

    @Test
    void aProbabilityIsTracedToItsPathsAndToInputsNearAndFar() {
        assertThat(shell.type("explain", "north-loan", "pd_payment_5y")).isZero();

        assertThat(shell.out())
                .containsPattern("^pd_payment_5y of north-loan, North Vehicle I term loan: \\d+\\.\\d\\d%,"
                        + " standard error \\d\\.\\d\\d%\n")
                .containsPattern("[Ss]hare of paths with such a month among the first 60; standard error"
                        + " sqrt\\(p \\(1 - p\\) / paths\\): \\d+ paths of\\s+256\\.")
                .contains("256 paths of 60 months, seed 1, Deflator 1.0-test")
                .containsPattern(
                        "worst paths +default +cause +claim, USD m +loss, USD m +lowest DSCR\n  \\d+ ")
                .containsPattern("Follow one: deflator trace \\S+ -b north-spv --path \\d+\n")
                .contains("parents, vehicles and guarantors: north\n")
                .contains("owners of the same cards, who sell into one market: west\n")
                .contains("others, whose defaults make that market shallower: harbour, mill, south,"
                        + " south-spv\n")
                .containsPattern("instrument: 15 figures, 0 sourced, 15 assumed\n")
                .containsPattern(
                        "contracts\\.acme-1\\.price_usd_per_gpu_hour +2\\.35 +inputs/portfolio\\.yaml:49"
                                + " +https://example\\.com/north-8-k\n")
                .containsPattern("group: 7 figures, 1 sourced, 6 assumed\n")
                .containsPattern(
                        "offtakers\\.acme\\.annual_default_probability +0\\.06 .*example\\.com/acme\n")
                .containsPattern("other borrowers: \\d+ figures, .*; --all lists them\n")
                .doesNotContain("west-loan").doesNotContain("market.model");
    }

    @Test
    void allListsOtherBorrowersAndTheMarketToo() {
        shell.type("explain", "--all", "north-loan", "pd_payment_5y");

        assertThat(shell.out()).contains("portfolio.borrowers.west.debt.west-loan.rate.spread_bp")
                .contains("portfolio.offtakers.zeta.annual_default_probability")
                .containsPattern(
                        "market\\.snapshot\\.rents\\.H100-SXM\\.usd_per_gpu_hour .* inputs/market\\.yaml:\\d")
                .contains("market.model.rents.decline_mean").doesNotContain("--all lists them")
                .doesNotContain("market.snapshot.rents.A100-80GB").doesNotContain(".histories.")
                .doesNotContain("site_compatible_share");
    }

    @Test
    void aBorrowerWithoutCardsIsReachedByNobodyElse() {
        shell.type("explain", "--all", "mill-bond", "expected_loss_usd_m");

        assertThat(shell.out()).contains("mill-bond.rate.coupon_pct").doesNotContain("Who else moves it")
                .doesNotContain("borrowers.north").doesNotContain("market.snapshot.bitcoin")
                .doesNotContain("market.model.depth").contains("market.snapshot.sofr")
                .contains("market.model.financing.access_funding");
    }

    @Test
    void theNamesOfTheSummaryAreUnderstoodToo() {
        shell.type("explain", "north-loan", "min_dscr_median");
        String alias = shell.out();
        shell.type("explain", "north-loan", "dscr_min");

        assertThat(shell.out()).isEqualTo(alias).startsWith("dscr_min of north-loan");
    }

    @Test
    void whatIsNotDefinedSaysWhy() {
        shell.type("explain", "mill-bond", "ltv_stated");
        assertThat(shell.out())
                .startsWith("ltv_stated of mill-bond, Mill 8 % 2028: not defined: no cards are pledged");
    }

    @Test
    void aTotalIsTracedToEveryBorrowerAndToTheWorstPaths() {
        assertThat(shell.type("explain", "portfolio", "expected_loss")).isZero();

        assertThat(shell.out())
                .containsPattern("^expected_loss_usd_m of portfolio, five-groups: USD \\d+\\.\\d m,"
                        + " standard error USD \\d+\\.\\d m\n")
                .containsPattern("Follow one: deflator trace \\S+ -b BORROWER --path \\d+\n")
                .contains("mill-bond.rate.coupon_pct").contains("north-loan.rate.spread_bp")
                .containsPattern("borrower: \\d+ figures, 3 sourced").doesNotContain("Who else moves it");
    }

    @Test
    void aTotalReadFromTheFileHasABalanceOfEachInstrument() {
        assertThat(shell.type("explain", "portfolio", "exposure_usd_m")).isZero();

        assertThat(shell.out()).startsWith("exposure_usd_m of portfolio, five-groups: USD 800.0 m\n")
                .contains("borrower: 7 figures, 0 sourced, 7 assumed");
    }

    @Test
    void theDefaultOfABorrowerIsTracedToItsGroup() {
        assertThat(shell.type("explain", "north", "pd_payment_5y")).isZero();

        assertThat(shell.out()).containsPattern("^pd_payment_5y of north, North Compute, Inc\\.:"
                + " \\d+\\.\\d\\d%\n")
                .contains("parents, vehicles and guarantors: north-spv\n")
                .contains("portfolio.borrowers.north.debt.north-bond.rate.coupon_pct");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            explain                                    | name an instrument, a borrower or `portfolio`
            explain north-loan                         | name an instrument, a borrower or `portfolio`
            explain south-lone pd_payment_5y           | there is no instrument or borrower 'south-lone' in this run
            explain south-loan pd_5y                   | there is no figure 'pd_5y' of south-loan; there are
            explain nowhere south-loan lgd             | no manifest.json
            explain a b c d                            | d
            """)
    void badInputIsOneSentence(String arguments, String sentence) {
        assertThat(shell.type(arguments.strip().split(" "))).isEqualTo(2);
        assertThat(shell.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(shell.out()).isEmpty();
    }

    private static String withoutFolder(String text) {
        return text.replace(runs.toString(), "runs").replaceAll("\"identity\" : \"[0-9a-f]{64}\"",
                "\"identity\" : \"...\"");
    }
}
