package org.deflator.data.tape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.deflator.model.base.Problem;

/** Reads one sheet of a workbook, row by row. */
final class SheetReader {
    private final String file;
    private final String sheet;
    private final Limits limits;
    private final List<Problem> problems;
    private final CellText cellText;
    private final Words words = new Words();
    private final List<Grid.Row> rows = new ArrayList<>();
    private int line;

    SheetReader(String file, String sheet, Limits limits, List<Problem> problems, CellText cellText) {
        this.file = file;
        this.sheet = sheet;
        this.limits = limits;
        this.problems = problems;
        this.cellText = cellText;
    }

    /** The cells; empty, with a problem, if the sheet has none or too many. */
    Optional<Grid> read(XMLStreamReader xml) throws IOException, XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("row")) {
                String number = Workbook.attribute(xml, "r");
                line = number.isEmpty() ? line + 1 : Integer.parseInt(number);
                String[] row = row(xml);
                Optional<String> excess = limits.exceededBy(row);
                if (excess.isPresent()) {
                    problem(line, excess.get(), "less", "split the tape, or correct the row");
                    return Optional.empty();
                }
                if (Arrays.stream(row).anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Grid.Row(line, row));
                }
            } else if (xml.getLocalName().equals("mergeCell")) {
                problem(0, "the merged cells " + Workbook.attribute(xml, "ref"), "one value a cell",
                        "unmerge them and fill each cell");
            }
        }
        if (rows.isEmpty()) {
            problem(0, "an empty sheet", "a row with the names of columns", "fill or delete it");
            return Optional.empty();
        }
        return Optional.of(new Grid(file, sheet, sheet, rows.getFirst(), rows.subList(1, rows.size())));
    }

    private String[] row(XMLStreamReader xml) throws IOException, XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                String reference = Workbook.attribute(xml, "r");
                int column = reference.isEmpty() ? cells.size() : column(reference);
                String text = words.once(cell(xml, column));
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
        }
        return cells.toArray(new String[0]);
    }

    private String cell(XMLStreamReader xml, int column) throws IOException, XMLStreamException {
        String type = Workbook.attribute(xml, "t");
        String style = Workbook.attribute(xml, "s");
        String value = "";
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = text(xml, "v");
                    case "is" -> value = text(xml, "is");
                    case "f" -> formula = true;
                    default -> { /* Nothing that says more. */ }
                }
            }
        }
        if (value.isEmpty() && formula) {
            problems.add(new Problem(file, sheet, line, column + 1, "no. " + (column + 1),
                    "a formula without a result", "a value",
                    "open the workbook in a spreadsheet program and save it again"));
        }
        return value.isEmpty() ? "" : cellText.of(type, style, value);
    }

    /** Column of a reference such as {@code AB12}, from 0. */
    private static int column(String reference) throws Workbook.Unreadable {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z';
                i++) {
            column = 26 * column + reference.charAt(i) - 'A' + 1;
            if (column > 16_384) {
                throw new Workbook.Unreadable("a workbook with cell " + FilledTable.shortened(reference));
            }
        }
        return Math.max(0, column - 1);
    }

    /** All text up to the end of an element, without phonetic hints. */
    static String text(XMLStreamReader xml, String element) throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        int hints = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                hints++;
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("rPh")) {
                hints--;
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            } else if (hints == 0 && (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA
                    || event == XMLStreamReader.SPACE)) {
                text.append(xml.getText());
                if (text.length() > 8 * Limits.CELL_CHARACTERS) {
                    throw new Workbook.Unreadable("a workbook with a cell of endless text");
                }
            }
        }
        return text.toString();
    }

    private void problem(int row, String found, String expected, String remedy) {
        problems.add(new Problem(file, sheet, row, row == 0 ? 0 : 1, "", found, expected, remedy));
    }
}
