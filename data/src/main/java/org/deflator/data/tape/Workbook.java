package org.deflator.data.tape;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.deflator.model.base.Problem;

/**
 * Reads Excel workbooks (ECMA-376). The reader is our own because a tape comes from strangers: it holds back
 * what does not fit into memory, follows no entities, and tells merged cells, failed formulas and percent
 * signs instead of guessing.
 */
final class Workbook {
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbook() {}

    /** Something in the workbook is not as it must be; the message says what was found. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(String found) {
            super(found);
        }
    }

    /** Whether a file of this name, in lower case, is taken for a workbook. */
    static boolean isNamedSo(String name) {
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls")
                || name.endsWith(".ods");
    }

    /** A grid a sheet, in the order of the workbook; adds what is wrong to {@code problems}. */
    static List<Grid> read(Path file, List<Problem> problems) throws IOException {
        Optional<String> other = otherThanWorkbook(file);
        if (other.isPresent()) {
            problems.add(unreadable(file, other.get()));
            return List.of();
        }
        try (ZipFile zip = new ZipFile(new File(file.toString()))) {
            return new Open(file, zip, problems).grids();
        } catch (ZipException e) {
            problems.add(unreadable(file, "a damaged workbook"));
        } catch (XMLStreamException e) {
            problems.add(unreadable(file, e.getNestedException() instanceof Unreadable cause
                    ? String.valueOf(cause.getMessage())
                    : "a workbook with damaged content"));
        } catch (NumberFormatException e) {
            problems.add(unreadable(file, "a workbook with damaged content"));
        } catch (Unreadable e) {
            problems.add(unreadable(file, String.valueOf(e.getMessage())));
        }
        return List.of();
    }

    private static Problem unreadable(Path file, String found) {
        return new Problem(file.toString(), 0, 0, found, "an Excel workbook (.xlsx)",
                "save the tape as .xlsx without a password, or as CSV files");
    }

    private static Optional<String> otherThanWorkbook(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return Optional.of("a file that cannot be read");
        }
        if (Files.size(file) > Limits.FILE_BYTES) {
            return Optional.of("more than " + (Limits.FILE_BYTES >> 20) + " MB");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length < 4) {
            return Optional.of("an empty file");
        }
        if (head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF) {
            return Optional.of("an old Excel file (.xls), or one with a password");
        }
        return head[0] == 'P' && head[1] == 'K' ? Optional.empty()
                : Optional.of("a file that is no workbook");
    }

    /** The parser of everything inside: no document types, no entities, nothing from elsewhere. */
    static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** An attribute, or the empty text. */
    static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** A workbook under way. */
    private record Open(Path file, ZipFile zip, List<Problem> problems) {
        List<Grid> grids() throws IOException, XMLStreamException {
            Map<String, String> parts = new HashMap<>();
            try (InputStream in = part("xl/_rels/workbook.xml.rels")) {
                XMLStreamReader xml = xml(in);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamReader.START_ELEMENT
                            && xml.getLocalName().equals("Relationship")) {
                        parts.put(attribute(xml, "Id"), attribute(xml, "Target"));
                    }
                }
            }
            List<String> texts = texts();
            List<String> formats = formats();
            List<Grid> grids = new ArrayList<>();
            Limits limits = new Limits();
            boolean from1904 = false;
            try (InputStream in = part("xl/workbook.xml")) {
                XMLStreamReader xml = xml(in);
                while (xml.hasNext()) {
                    if (xml.next() != XMLStreamReader.START_ELEMENT) {
                        continue;
                    }
                    if (xml.getLocalName().equals("workbookPr")) {
                        String flag = attribute(xml, "date1904");
                        from1904 = flag.equals("1") || flag.equals("true");
                    } else if (xml.getLocalName().equals("sheet")) {
                        String id = xml.getAttributeValue(RELATIONS, "id");
                        String target = parts.getOrDefault(id == null ? "" : id, "");
                        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                        SheetReader reader = new SheetReader(file.toString(), attribute(xml, "name"), limits,
                                problems, new CellText(texts, formats, from1904));
                        try (InputStream sheet = part(path)) {
                            reader.read(xml(sheet)).ifPresent(grids::add);
                        }
                    }
                }
            }
            return grids;
        }

        private List<String> texts() throws IOException, XMLStreamException {
            List<String> texts = new ArrayList<>();
            if (zip.getEntry("xl/sharedStrings.xml") == null) {
                return texts;
            }
            Words words = new Words();
            try (InputStream in = part("xl/sharedStrings.xml")) {
                XMLStreamReader xml = xml(in);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
                        texts.add(words.once(SheetReader.text(xml, "si")));
                    }
                }
            }
            return texts;
        }

        /** Number format of each style of a cell. */
        private List<String> formats() throws IOException, XMLStreamException {
            List<String> formats = new ArrayList<>();
            if (zip.getEntry("xl/styles.xml") == null) {
                return formats;
            }
            Map<String, String> codes = new HashMap<>();
            boolean cells = false;
            try (InputStream in = part("xl/styles.xml")) {
                XMLStreamReader xml = xml(in);
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                        cells = false;
                    } else if (event == XMLStreamReader.START_ELEMENT) {
                        switch (xml.getLocalName()) {
                            case "numFmt" ->
                                    codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                            case "cellXfs" -> cells = true;
                            case "xf" -> {
                                if (cells) {
                                    String id = attribute(xml, "numFmtId");
                                    formats.add(codes.getOrDefault(id, CellText.builtIn(id)));
                                }
                            }
                            default -> { /* Looks. */ }
                        }
                    }
                }
            }
            return formats;
        }

        private InputStream part(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new Unreadable("a workbook without " + FilledTable.shortened(name));
            }
            return new Bounded(zip.getInputStream(entry));
        }
    }

    /** Ends with an error where a small file unpacks to something huge. */
    private static final class Bounded extends FilterInputStream {
        private long left = Limits.PART_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            spent(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return spent(super.read(bytes, offset, length));
        }

        private int spent(int count) throws IOException {
            left -= Math.max(0, count);
            if (left < 0) {
                throw new Unreadable(
                        "a workbook that unpacks to more than " + (Limits.PART_BYTES >> 20) + " MB");
            }
            return count;
        }
    }
}
