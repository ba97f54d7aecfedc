package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.RunSummary;
import org.deflator.model.portfolio.Portfolio.LeftOut;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
    private static final RunPlan PLAN = new RunPlan(20_000, 120, 1, 4);

    @Test
    void aWideScreenShowsOneRowAnInstrument() {
        assertThat(render(200)).isEqualTo(
                """
                        made-up as of 2026-06-30: 20,000 paths of 120 months, seed 1

                        Exposure             9,500.0 USD m
                        Undrawn              1,000.0 USD m
                        Expected loss           63.2 USD m, standard error 4.2
                        Loss, 99 % VaR         812.3 USD m
                        Loss, 99 % ES        1,020.0 USD m
                        Any payment default    10.0% of paths within 5 years

                                            PD payment          PD agency          PD covenant                  expected loss  DSCR           LTV
                        instrument   USD m     1y    3y     5y    1y    3y     5y     1y     3y      5y    LGD  USD m      +-    min  median  stated    sale  first breach           main cause of default
                        Parent Inc
                          bond-2030  2,000   0.0%  0.0%      -     -     -      -      -      -       -      -    0.0     0.0      -       -       -       -  -                      -
                          Borrower SPV
                            ddtl-4   7,500  <0.1%  5.2%  10.0%  1.0%  6.0%  12.0%  20.0%  40.0%  >99.9%  31.0%   63.2     4.2  0.87x   1.42x   70.2%  145.4%  DSCR >= 1.35x (12.3%)  missed payment
                        """
                        + tail(200));
    }

    @Test
    void growthOutsideThePerimeterIsTold() {
        assertThat(SummaryText.leftOut(List.of(new LeftOut("parent", "next", "debt", 700, 0),
                new LeftOut("vehicle", "vehicle", "borrower", 1_300.5, 2_000))))
                .isEqualTo(
                        "Left out as growth: USD 2,000.5 m of debt, assets of USD 2,000.0 m (next, vehicle); "
                                + "--perimeter growth brings them in.");
    }

    @Test
    void aGroupStandsTogetherItsParentFirst() {
        RunSummary made = FakeSummary.of(PLAN, 63.21);
        RunSummary reversed = new RunSummary(made.portfolioId(), made.asOf(), made.plan(), made.portfolio(),
                made.borrowers().reversed(), made.instruments().reversed(), made.generations(),
                made.unmodelled(), made.leftOut());
        String text = SummaryText.render(reversed, new Terminal(200, false, false));

        assertThat(text).isEqualTo(render(200));
    }

    @Test
    void aBorrowerWithoutDebtHasNoHeadingAndItsUnmodelledRowsStay() {
        RunSummary made = FakeSummary.of(PLAN, 63.21);
        RunSummary vehicleAlone = new RunSummary(made.portfolioId(), made.asOf(), made.plan(),
                made.portfolio(), made.borrowers(), List.of(made.instruments().getLast()), made.generations(),
                made.unmodelled(), made.leftOut());
        RunSummary parentAlone = new RunSummary(made.portfolioId(), made.asOf(), made.plan(),
                made.portfolio(), made.borrowers(), List.of(made.instruments().getFirst()),
                made.generations(), made.unmodelled(), made.leftOut());
        Terminal wide = new Terminal(200, false, false);

        assertThat(SummaryText.render(made, wide)).contains("\nParent Inc\n", "\n  Borrower SPV\n");
        assertThat(SummaryText.render(parentAlone, wide)).contains("\nParent Inc\n")
                .doesNotContain("Borrower SPV")
                .contains("Not simulated\n  parent, Swap");
        // Who owns a borrower that owes stands above it.
        assertThat(SummaryText.render(vehicleAlone, wide)).contains("\nParent Inc\n  Borrower SPV\n");
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        for (int width : new int[]{80, 100, 132, 200}) {
            assertThat(render(width).lines()).as("width %d", width).allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void aNarrowScreenShowsEveryFigureToo() {
        String narrow = render(80);

        assertThat(narrow).contains("<0.1%", ">99.9%", "31.0%", "1.42x", "145.4%", "DSCR >= 1.35x (12.3%)",
                "missed payment");
        assertThat(narrow.lines().filter(line -> line.startsWith("    ddtl-4"))).hasSizeGreaterThan(1);
    }

    @Test
    void whatWasNotSimulatedIsToldWithItsReason() {
        assertThat(render(120))
                .contains("Not simulated\n  parent, Swap, USD 12.0 m: its terms are not published\n");
    }

    @Test
    void boldCodesAppearOnlyWhereTheScreenHasThem() {
        assertThat(render(120)).doesNotContain("\u001b");
        assertThat(SummaryText.render(FakeSummary.of(PLAN, 63.21), new Terminal(120, true, false)))
                .contains("\u001b[1mmade-up\u001b[0m");
    }

    private static String tail(int width) {
        String text = render(width);
        return text.substring(text.indexOf("\nPD: share"));
    }

    private static String render(int width) {
        return SummaryText.render(FakeSummary.of(PLAN, 63.21), new Terminal(width, false, false));
    }
}
