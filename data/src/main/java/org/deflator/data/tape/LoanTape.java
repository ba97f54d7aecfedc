package org.deflator.data.tape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deflator.data.file.LoadedPortfolio;
import org.deflator.data.file.PortfolioFile;
import org.deflator.data.file.Spelling;
import org.deflator.data.tape.RowOwners.Owned;
import org.deflator.model.base.Outcome;
import org.deflator.model.base.Problem;
import org.deflator.model.portfolio.Perimeter;

/** Reads loan tapes; the format is told in {@code docs/loan-tapes.md}. */
public final class LoanTape {
    /** A tape that is all wrong is wrong in the same way in every row. */
    static final int MOST_PROBLEMS = 100;
    /** A table of this name is for people. */
    private static final String NOTES = "notes";

    private LoanTape() {}

    /** Whether a path names a tape: a workbook, a CSV file or a folder. */
    public static boolean isTape(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isDirectory(path) || name.endsWith(CsvFolder.ENDING) || Workbook.isNamedSo(name);
    }

    /**
     * The portfolio, or what is wrong with the tape. A folder is a tape of its CSV files, and so is each of
     * them with the others beside it.
     */
    public static Outcome<LoadedPortfolio> read(Path path, Perimeter perimeter) throws IOException {
        List<Problem> problems = new ArrayList<>();
        if (!Files.exists(path)) {
            problems.add(
                    new Problem(path.toString(), 0, 0, "no such file", "a workbook, a CSV file or a folder",
                            "check the path"));
            return new Outcome.Failed<>(problems);
        }
        List<Grid> grids = Files.isDirectory(path) ? CsvFolder.read(path, problems)
                : path.toString().toLowerCase(Locale.ROOT).endsWith(CsvFolder.ENDING)
                        ? CsvFolder.read(path.resolveSibling(""), problems)
                        : Workbook.read(path, problems);
        if (grids.isEmpty()) {
            return new Outcome.Failed<>(capped(path, problems));
        }
        return switch (read(path, grids, problems, perimeter)) {
            case Outcome.Done<LoadedPortfolio> done -> done;
            case Outcome.Failed<LoadedPortfolio>(List<Problem> all) ->
                    new Outcome.Failed<>(capped(path, all));
        };
    }

    private static Outcome<LoadedPortfolio> read(Path path, List<Grid> grids,
            List<Problem> problems, Perimeter perimeter) {
        TapeTable top = TapeLayout.portfolio();
        Map<String, FilledTable> tables = filled(grids, problems);
        FilledTable portfolio = tables.get(top.name());
        if (portfolio == null || portfolio.size() != 1) {
            problems.add(new Problem(path.toString(), 0, 0,
                    portfolio == null
                            ? "no table '" + top.name() + "'"
                            : portfolio.size() + " rows in table '" + top.name() + "'",
                    "one row with the name of the portfolio and the date of all balances",
                    "see docs/loan-tapes.md"));
        }
        if (portfolio == null || portfolio.size() == 0) {
            return new Outcome.Failed<>(problems);
        }
        Map<String, Owned> owned = new HashMap<>();
        own(top, tables, owned, problems);
        return PortfolioFile.read(path.toString(), new TapeNodes(tables, owned).portfolio(portfolio),
                problems,
                perimeter);
    }

    private static Map<String, FilledTable> filled(List<Grid> grids, List<Problem> problems) {
        Map<String, TapeTable> known = new HashMap<>();
        TapeLayout.portfolio().withChildren().forEach(table -> known.put(table.name(), table));
        Map<String, FilledTable> tables = new HashMap<>();
        for (Grid grid : grids) {
            String name = grid.name().toLowerCase(Locale.ROOT);
            TapeTable table = known.get(name);
            if (table != null) {
                FilledTable filled = FilledTable.of(table, grid, problems);
                if (tables.putIfAbsent(name, filled) != null) {
                    problems.add(new Problem(grid.file(), grid.sheet(), 0, 0, "",
                            "table '" + name + "' for the second time", "each table once",
                            "rename or remove it"));
                }
            } else if (!name.equals(NOTES)) {
                List<String> names = known.keySet().stream().sorted().toList();
                problems.add(new Problem(grid.file(), grid.sheet(), 0, 0, "",
                        "unknown table '" + FilledTable.shortened(grid.name()) + "'",
                        "one of " + String.join(", ", names),
                        Spelling.remedy(name, names, "remove the " + grid.kind() + ", or call it notes")));
            }
        }
        return tables;
    }

    private static void own(TapeTable table, Map<String, FilledTable> tables, Map<String, Owned> owned,
            List<Problem> problems) {
        FilledTable above = tables.get(table.name());
        for (Slot.Rows rows : table.row().rows()) {
            TapeTable child = rows.table();
            FilledTable filled = tables.get(child.name());
            if (filled != null && above != null) {
                owned.put(child.name(), child.references().isEmpty()
                        ? RowOwners.all(filled)
                        : RowOwners.of(filled, above, problems));
            } else if (filled != null) {
                problems.add(filled.header().problem("rows without table '" + table.name() + "'",
                        "the table to which they belong", "add it"));
            }
            own(child, tables, owned, problems);
        }
    }

    private static List<Problem> capped(Path path, List<Problem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add(new Problem(path.toString(), 0, 0,
                String.format(Locale.ROOT, "%,d more problems", problems.size() - MOST_PROBLEMS), "none",
                "mend these first, then check again"));
        return first;
    }
}
