package org.deflator.data.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.Place;
import org.deflator.data.tape.TapeRows.Cell;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a portfolio as a loan tape that {@link LoanTape} reads back unchanged. */
public final class TapeWriter {
    private static final Pattern TO_QUOTE = Pattern.compile(".*[,\"\r\n].*|\\s.*|.*\\s", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private TapeWriter() {}

    /** Writes a workbook. Nothing is written if a text is longer than a cell may hold. */
    public static Outcome<Path> workbook(LoadedPortfolio loaded, Path file) throws IOException {
        List<TapeRows> tables = TapeRows.of(Outline.of(loaded));
        List<Problem> problems = tooLong(tables, (table, row, column) -> new Place(file.toString(),
                table.table().name(), row, column + 1, table.columns().get(column)));
        if (!problems.isEmpty()) {
            return new Outcome.Failed<>(problems);
        }
        Path made = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(made);
                Workbook workbook = new Workbook(out, "Deflator", "1.0")) {
            for (TapeRows table : tables) {
                sheet(table, workbook.newWorksheet(table.table().name()));
            }
        }
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        return new Outcome.Done<>(file);
    }

    /** Where a cell will stand. */
    private interface Destination {
        Place of(TapeRows table, int row, int column);
    }

    /** Texts that no tape holds, since they could not be read back. */
    private static List<Problem> tooLong(List<TapeRows> tables, Destination destination) {
        List<Problem> problems = new ArrayList<>();
        for (TapeRows table : tables) {
            int row = 1;
            for (Map<String, Cell> cells : table.rows()) {
                row++;
                for (Map.Entry<String, Cell> each : cells.entrySet()) {
                    int characters = CellText.escaped(each.getValue().text()).length();
                    if (characters > Limits.CELL_CHARACTERS) {
                        problems.add(destination.of(table, row, table.columns().indexOf(each.getKey()))
                                .problem(String.format(Locale.ROOT, "a text of %,d characters", characters),
                                        String.format(Locale.ROOT, "at most %,d, as a cell holds",
                                                Limits.CELL_CHARACTERS),
                                        "shorten it in the portfolio"));
                    }
                }
            }
        }
        return problems;
    }

    private static void sheet(TapeRows table, Worksheet sheet) throws IOException {
        sheet.freezePane(0, 1);
        List<String> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c));
            sheet.style(0, c).bold().set();
            sheet.width(c, Math.clamp(columns.get(c).length() + 3L, 10, 40));
        }
        int r = 1;
        for (Map<String, Cell> row : table.rows()) {
            for (int c = 0; c < columns.size(); c++) {
                Cell cell = row.get(columns.get(c));
                if (cell != null) {
                    put(sheet, r, c, cell);
                }
            }
            r++;
        }
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell) {
        String text = cell.text();
        boolean number = cell.kind() == TapeRows.Kind.NUMBER && isExact(text);
        if (number) {
            sheet.value(row, column, new BigDecimal(text));
            int point = text.indexOf('.');
            if (point >= 0 && text.endsWith("0")) {
                sheet.style(row, column).format("0." + "0".repeat(text.length() - point - 1)).set();
            }
        } else if (cell.kind() == TapeRows.Kind.DATE && !LocalDate.parse(text).isBefore(FIRST_DAY)) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, CellText.escaped(text));
        }
    }

    /** Whether a number of a spreadsheet, shown with as many decimals, is spelt like this. */
    private static boolean isExact(String text) {
        if (!PLAIN.matcher(text).matches() || (text.startsWith("-0") && new BigDecimal(text).signum() == 0)) {
            return false;
        }
        BigDecimal exact = new BigDecimal(text);
        return exact.toPlainString().equals(text)
                && new BigDecimal(Double.toString(exact.doubleValue())).compareTo(exact) == 0;
    }

    /**
     * Writes a CSV file a table into a folder, which is made if it is not there. Nothing is written if a text is longer
     * than a cell may hold.
     */
    public static Outcome<Path> folder(LoadedPortfolio loaded, Path folder) throws IOException {
        List<TapeRows> tables = TapeRows.of(Outline.of(loaded));
        List<Problem> problems = tooLong(tables, (table, row, column) -> new Place(
                file(folder, table).toString(), "", row, column + 1, table.columns().get(column)));
        if (!problems.isEmpty()) {
            return new Outcome.Failed<>(problems);
        }
        Files.createDirectories(folder);
        for (TapeRows table : tables) {
            Path file = file(folder, table);
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                line(table.columns(), out);
                for (Map<String, Cell> row : table.rows()) {
                    line(table.columns().stream().map(column -> {
                        Cell cell = row.get(column);
                        return cell == null ? "" : cell.text();
                    }).toList(), out);
                }
            }
        }
        return new Outcome.Done<>(folder);
    }

    private static Path file(Path folder, TapeRows table) {
        return folder.resolve(table.table().name() + CsvFolder.ENDING);
    }

    private static void line(List<String> cells, Writer out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            out.append(i == 0 ? "" : ",").append(
                    TO_QUOTE.matcher(cell).matches() ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append('\n');
    }
}
