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
            List.of(row(0, "north", "revenue", 3e6), row(0, "north", "power", -1e6),
                    row(0, "south", "revenue", 9e9), row(1, "north", "revenue", 3.5e6),
                    row(6, "north", "revenue", 10_000),
                    row(6, "north", "interest, loan-a", -2e6), row(7, "north", "revenue", 5e6));
    private static final Timeline TIMELINE = new Timeline(LocalDate.of(2026, 6, 30), 7);

    @Test
    void accountsGoDownAndYearsAcross() {
        CashflowTable table = CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR);

        assertThat(table.text(new Terminal(80, false, false))).isEqualTo("""
                USD m             2026  2027
                revenue            6.5  <0.1
                power             -1.0     -
                interest, loan-a     -  -2.0
                net cash           5.5  -2.0
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
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR).netUsd()).containsExactly(5.5e6,
                -1.99e6);
    }

    @Test
    void csvHasWholeFiguresAndQuotesCommas() {
        assertThat(CashflowTable.of(LEDGER, "north", TIMELINE, Period.YEAR).csv()).isEqualTo("""
                account,2026,2027
                revenue,6500000.0,10000.0
                power,-1000000.0,0.0
                "interest, loan-a",0.0,-2000000.0
                net cash,5500000.0,-1990000.0
                """);
    }

    private static LedgerRow row(int month, String borrower, String account, double usd) {
        return new LedgerRow(0, month, borrower, account, usd);
    }
}
