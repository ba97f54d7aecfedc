package org.deflator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.deflator.cli.CashflowTable.Period;
import org.deflator.engine.run.LedgerRow;
import org.deflator.model.base.Timeline;
import org.junit.jupiter.api.Test;

class CashflowTableTest {
    private static final List<LedgerRow> LEDGER =
            List.of(row(0, "north", "revenue", 3e6), row(0, "north", "power, space and operations", -1e6),
                    row(0, "south", "revenue", 9e9), row(1, "north", "revenue", 3.5e6),
                    row(6, "north", "revenue", 10_000),
                    row(0, "north", "distribution", -0.5e6), row(0, "north", "principal loan-a", -0.25e6),
                    row(0, "north", "maintenance capital expenditure", -0.5e6),
                    row(0, "north", "draw loan-b", 4e6), row(0, "north", "interest loan-b", -0.75e6),
                    row(6, "north", "interest loan-a", -2e6), row(6, "north", "guarantee of south", -0.4),
                    row(7, "north", "revenue", 5e6));
    private static final Timeline TIMELINE = new Timeline(LocalDate.of(2026, 6, 30), 7);

    @Test
    void accountsGoDownBySectionAndYearsAcross() {
        CashflowTable table = CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR);

        assertThat(table.text(new Terminal(80, false, false))).isEqualTo("""
                USD m                              2026  2027
                Revenue and costs
                  revenue                           6.5  <0.1
                  power, space and operations      -1.0     -
                EBITDA                              5.5  <0.1
                  maintenance capital expenditure  -0.5     -
                CFADS                               5.0  <0.1
                Debt service
                  interest loan-a                     -  -2.0
                  principal loan-a                 -0.3     -
                  interest loan-b                  -0.8     -
                debt service                       -1.0  -2.0
                Funding and investment
                  draw loan-b                       4.0     -
                Group, guarantees and other
                  distribution                     -0.5     -
                net change of cash                  7.5  -2.0
                """);
    }

    @Test
    void monthsAndQuartersAreCalendarOnes() {
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.MONTH).periods())
                .startsWith("2026-07", "2026-08")
                .hasSize(7);
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.QUARTER).periods()).containsExactly(
                "2026-Q3",
                "2026-Q4", "2027-Q1");
    }

    @Test
    void theFootIsTheSumOfTheAccounts() {
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR).netUsd()).containsExactly(7.5e6,
                -1.99e6);
    }

    @Test
    void amountsBelowOneDollarAreLeftOut() {
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR).json("north"))
                .doesNotContain("guarantee of south").contains("\"cfads_usd\"");
    }

    @Test
    void csvHasWholeFiguresAndQuotesCommas() {
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR).csv()).isEqualTo("""
                section,account,2026,2027
                operations,revenue,6500000.0,10000.0
                operations,"power, space and operations",-1000000.0,0.0
                ,EBITDA,5500000.0,10000.0
                maintenance,maintenance capital expenditure,-500000.0,0.0
                ,CFADS,5000000.0,10000.0
                debt_service,interest loan-a,0.0,-2000000.0
                debt_service,principal loan-a,-250000.0,0.0
                debt_service,interest loan-b,-750000.0,0.0
                ,debt service,-1000000.0,-2000000.0
                funding,draw loan-b,4000000.0,0.0
                other,distribution,-500000.0,0.0
                ,net change of cash,7500000.0,-1990000.0
                """);
    }

    private static LedgerRow row(int month, String borrower, String account, double usd) {
        return new LedgerRow(0, month, borrower, account, usd);
    }
}
