package org.deflator.data.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a tape is told with row and column. Each test spoils a good tape in one spot. */
class BadTapeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeAGoodTape() throws IOException {
        csv("portfolio", "portfolio,as_of", "loans,2026-06-30");
        csv("offtakers", "id,name,rating,annual_default_probability,recontracts",
                "ig,Example IG,A,0.001,FALSE");
        csv("borrowers", "id,name,kind,parent,treasury.cash_usd_m,costs.overhead_usd_m_per_month",
                "top,Top Co,neocloud,,10,1", "spv,SPV,spv,top,,");
        csv("sites", "borrower,id,pue,power_usd_per_kwh,colo_usd_per_kw_month", "spv,tx,1.25,0.08,150");
        csv("fleets", "borrower,id,gpu,units,in_service,unit_cost_usd,site",
                "spv,f,H100-SXM,100,2025-06,40000,tx");
        csv("contracts", "borrower,id,offtaker,gpu,units,price_usd_per_gpu_hour,start,end,type",
                "spv,c,ig,H100-SXM,100,2.35,2025-06,2029-05,take_or_pay");
        instruments(
                "spv,loan,term_loan,Loan,senior_secured,all,3,SOFR,450,4,2030-06-30,5,2027-06-30,50,level,"
                        + "2026-09-30,USD");
        csv("guarantees", "borrower,guarantor,kind", "spv,top,full");
    }

    private void instruments(String... rows) throws IOException {
        String header =
                "borrower,id,type,name,rank,security.fleets,outstanding_usd_m,rate.base,rate.spread_bp,"
                        + "payments_per_year,maturity,draw.commitment_usd_m,draw.availability_end,"
                        + "draw.undrawn_fee_bp,amortisation.type,amortisation_start,currency";
        csv("instruments", java.util.stream.Stream.concat(java.util.stream.Stream.of(header),
                java.util.Arrays.stream(rows)).toArray(String[]::new));
    }

    @Test
    void theTapeIsGood() throws IOException {
        assertThat(problems(folder)).isEmpty();
    }

    @Test
    void aMissingColumnIsToldOnceForAllRows() throws IOException {
        csv("fleets", "borrower,id,gpu,units,in_service,site", "spv,f,H100-SXM,100,2025-06,tx",
                "spv,g,H100-SXM,100,2025-06,tx");
        assertProblems(
                "fleets.csv:1:borrower: found no column 'unit_cost_usd', expected a number greater than 0; "
                        + "add the column");
    }

    @Test
    void aMisspeltColumnNamesTheNearestAndIsNotMissing() throws IOException {
        csv("guarantees", "borrower,guarantr,kind", "spv,top,full");
        assertProblems(
                "guarantees.csv:1:guarantr: found unknown column 'guarantr', expected a column of"
                        + " guarantees: "
                        + "borrower, guarantor, kind, source, assumed reason, currency; did you mean"
                        + " 'guarantor'?");
    }

    @Test
    void aWrongTypeNamesRowAndColumn() throws IOException {
        spoil("instruments", "2030-06-30", "June 2030");
        assertProblems("instruments.csv:2:maturity: found 'June 2030', expected a date such as 2030-06-30; "
                + "write an existing day as year-month-day");
    }

    @Test
    void thousandsSeparatorsAreRefused() throws IOException {
        spoil("fleets", "40000", "\"40,000\"");
        assertProblems(
                "fleets.csv:2:unit_cost_usd: found '40,000', expected a number greater than 0; write 40000");
    }

    @Test
    void aSecondInstrumentOfTheSameNameIsRefused() throws IOException {
        String row = Files.readAllLines(folder.resolve("instruments.csv")).get(1);
        instruments(row, row);
        assertProblems("instruments.csv:3:id: found debt 'loan' for the second time, expected each id once; "
                + "rename or remove it; the first is on line 2");
    }

    @Test
    void aContractOfAnUnknownBorrowerIsAnOrphan() throws IOException {
        spoil("contracts", "spv,c", "spx,c");
        assertProblems(
                "contracts.csv:2:borrower: found 'spx', expected a known borrower; did you mean 'spv'?");
    }

    @Test
    void aContractOverCardsThatNobodyOwnsIsRefused() throws IOException {
        spoil("contracts", "H100", "B200");
        assertProblems(
                "contracts.csv:2:gpu: found 'B200-SXM', expected a known gpu of this borrower's fleets; "
                        + "there are H100-SXM");
    }

    @Test
    void circularGuaranteesAreRefused() throws IOException {
        csv("guarantees", "borrower,guarantor,kind", "spv,top,full", "top,spv,full");
        assertProblems(
                "borrowers.csv:3:id: found a circle of guarantees: spv -> top -> spv, expected no circle; "
                        + "remove one of these links");
    }

    @Test
    void circularParentsAreRefused() throws IOException {
        spoil("borrowers", "neocloud,", "neocloud,spv");
        assertProblems(
                "borrowers.csv:3:id: found a circle of parents: spv -> top -> spv, expected no circle; "
                        + "remove one of these links");
    }

    @Test
    void aCommitmentBelowWhatIsOutstandingIsRefused() throws IOException {
        spoil("instruments", ",5,2027", ",2,2027");
        assertProblems(
                "instruments.csv:2:draw.commitment_usd_m: found a commitment of 2, expected at least what is "
                        + "outstanding, 3; correct one of them");
    }

    @Test
    void anotherCurrencyThanTheDollarIsRefused() throws IOException {
        spoil("instruments", "USD", "EUR");
        assertProblems(
                "instruments.csv:2:currency: found 'EUR', expected USD; convert the amounts of this row to"
                        + " US dollars");
    }

    @Test
    void allProblemsOfAllTablesAreToldAtOnce() throws IOException {
        spoil("fleets", "40000", "-1");
        spoil("sites", "1.25", "0.9");
        spoil("instruments", "450", "#REF!");
        assertThat(problems(folder)).hasSize(4).anyMatch(text -> text.contains("the failed formula #REF!"));
    }

    @Test
    void manyProblemsAreCountedBeyondTheFirstHundred() throws IOException {
        String[] rows = new String[151];
        rows[0] = "borrower,id,pue,power_usd_per_kwh,colo_usd_per_kw_month";
        for (int i = 1; i < rows.length; i++) {
            rows[i] = "spv,s" + i + ",9,0.08,150";
        }
        csv("sites", rows);
        List<String> problems = problems(folder);
        assertThat(problems).hasSize(101);
        assertThat(problems.getLast()).contains("found 51 more problems");
    }

    @Test
    void filesThatAreNoTablesAreRefused() throws IOException {
        Files.writeString(folder.resolve("fleet.csv"), "id\nx\n");
        Files.write(folder.resolve("sites.csv"), new byte[]{'P', 'K', 3, 4});
        Files.write(folder.resolve("miners.csv"), new byte[0]);
        Files.write(folder.resolve("guarantees.csv"), "borrower,guarantor,kind\nspv,\u00fc,full\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(folder)).anyMatch(text -> text.contains("unknown table 'fleet'"))
                .anyMatch(text -> text.contains("a zip archive or workbook named .csv"))
                .anyMatch(text -> text.contains("an empty file"))
                .anyMatch(text -> text.contains("not UTF-8"));
    }

    @Test
    void aWorkbookNamesSheetRowAndColumn() throws IOException {
        Path file = folder.resolve("tape.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet portfolio = book.newWorksheet("portfolio");
            portfolio.value(0, 0, "portfolio");
            portfolio.value(0, 1, "as_of");
            portfolio.value(1, 0, "loans");
            portfolio.value(1, 1, 46_203);
            Worksheet notes = book.newWorksheet("Notes");
            notes.value(0, 0, "anything");
            Worksheet borrowers = book.newWorksheet("borrowers");
            String[] header = {"id", "name", "kind", "treasury.cash_usd_m", "costs.overhead_usd_m_per_month"};
            for (int i = 0; i < header.length; i++) {
                borrowers.value(0, i, header[i]);
            }
            borrowers.value(3, 0, "top");
            borrowers.value(3, 1, "Top");
            borrowers.value(3, 2, "bank");
            borrowers.value(3, 3, 0.5);
            borrowers.style(3, 3).format("0%").set();
            borrowers.value(3, 4, 1);
            borrowers.range(4, 0, 4, 1).merge();
        }
        assertThat(problems(file)).containsExactlyInAnyOrder(
                file + ": sheet borrowers: found the merged cells A5:B5, expected one value a cell;"
                        + " unmerge them and fill each cell",
                file + ": sheet borrowers, row 4, column kind: found 'bank', expected one of neocloud,"
                        + " miner, spv, data_centre; use one of these",
                file + ": sheet borrowers, row 4, column treasury.cash_usd_m: found '50%', expected a"
                        + " number of at least 0; write a bare number; its unit is in the key",
                file + ": sheet portfolio, row 2, column as_of: found '46203', expected the last day of a"
                        + " month, such as 2026-06-30; write an existing day as year-month-day");
    }

    @Test
    void whatIsNoWorkbookIsSaidSo() throws IOException {
        Path file = folder.resolve("tape.xlsx");
        Files.write(file, new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertThat(problems(file)).singleElement().asString()
                .contains("an old Excel file (.xls), or one with a");
        Files.writeString(file, "id,name\n");
        assertThat(problems(file)).singleElement().asString().contains("a file that is no workbook");
        Files.write(file, new byte[]{'P', 'K', 3, 4, 0});
        assertThat(problems(file)).singleElement().asString().contains("a damaged workbook");
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        Path file = folder.resolve("tape.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write("<Relationships>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i <= Limits.PART_BYTES >> 20; i++) {
                zip.write(blanks);
            }
        }
        assertThat(problems(file)).singleElement().asString().contains("unpacks to more than 512 MB");
    }

    private void csv(String table, String... lines) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), String.join("\n", lines) + "\n");
    }

    private void spoil(String table, String good, String bad) throws IOException {
        String text = Files.readString(folder.resolve(table + ".csv"));
        assertThat(text).contains(good);
        Files.writeString(folder.resolve(table + ".csv"), text.replace(good, bad));
    }

    private void assertProblems(String... expected) throws IOException {
        assertThat(problems(folder).stream().map(text -> text.substring(folder.toString().length() + 1)))
                .containsExactly(expected);
    }

    private static List<String> problems(Path tape) throws IOException {
        return switch (LoanTape.read(tape, Perimeter.FROZEN)) {
            case Outcome.Done<LoadedPortfolio> _ -> List.of();
            case Outcome.Failed<LoadedPortfolio>(List<Problem> problems) ->
                    problems.stream().map(Problem::toString).toList();
        };
    }
}
