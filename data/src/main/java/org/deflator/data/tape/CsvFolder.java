package org.deflator.data.tape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deflator.model.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads the CSV files of a folder: RFC 4180, UTF-8, with or without byte order mark. */
final class CsvFolder {
    static final String ENDING = ".csv";
    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private CsvFolder() {}

    /** A grid a file, in order of names; adds what is wrong to {@code problems}. */
    static List<Grid> read(Path folder, List<Problem> problems) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile)
                    .filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(ENDING)).sorted().toList();
        }
        if (files.isEmpty()) {
            problems.add(new Problem(folder.toString(), 0, 0, "a folder without CSV files",
                    "one file a table, such as instruments.csv", "name another folder"));
        }
        Limits limits = new Limits();
        List<Grid> grids = new ArrayList<>();
        for (Path file : files) {
            read(file, limits, problems).ifPresent(grids::add);
        }
        return grids;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Optional<Grid> read(Path file, Limits limits, List<Problem> problems) throws IOException {
        if (!Files.isReadable(file)) {
            problems.add(
                    whole(file, "a file that cannot be read", "a readable file", "check its permissions"));
            return Optional.empty();
        }
        if (Files.size(file) > Limits.FILE_BYTES) {
            problems.add(whole(file, "more than " + (Limits.FILE_BYTES >> 20) + " MB", "a smaller file",
                    "split the tape"));
            return Optional.empty();
        }
        Optional<Problem> binary = binary(file);
        if (binary.isPresent()) {
            problems.add(binary.get());
            return Optional.empty();
        }
        return rows(file, limits, problems);
    }

    private static Optional<Problem> binary(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(1024);
        }
        int first = head.length > 1 ? ((head[0] & 0xFF) << 8) | (head[1] & 0xFF) : 0;
        String found = switch (first) {
            case 0x504B -> "a zip archive or workbook named .csv";
            case 0xD0CF -> "an old Excel workbook named .csv";
            case 0xFFFE, 0xFEFF -> "UTF-16 text";
            default -> new String(head, StandardCharsets.ISO_8859_1).indexOf(0) >= 0 ? "binary content" : "";
        };
        return found.isEmpty()
                ? Optional.empty()
                : Optional
                        .of(whole(file, found, "comma-separated UTF-8 text", "save the table as CSV UTF-8"));
    }

    private static Optional<Grid> rows(Path file, Limits limits, List<Problem> problems) throws IOException {
        String table = name(file).substring(0, name(file).length() - ENDING.length());
        List<Grid.Row> rows = new ArrayList<>();
        Words words = new Words();
        int line = 1;
        try (Reader text = text(file);
                JsonParser parser = MAPPER.reader(CsvSchema.emptySchema()).createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                line = parser.currentLocation().getLineNr();
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    cells.add(words.once(parser.getString()));
                }
                String[] row = cells.toArray(new String[0]);
                if (Arrays.stream(row).anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Grid.Row(line, row));
                    Optional<String> excess = limits.exceededBy(row);
                    if (excess.isPresent()) {
                        problems.add(new Problem(file.toString(), line, 1, excess.get(), "less",
                                "split the tape, or correct the row"));
                        return Optional.empty();
                    }
                }
            }
        } catch (CharacterCodingException e) {
            problems.add(notUtf8(file, line));
            return Optional.empty();
        } catch (JacksonException e) {
            problems.add(e.getCause() instanceof CharacterCodingException
                    ? notUtf8(file, line)
                    : new Problem(file.toString(), line, 1, "a row that does not parse: "
                            + FilledTable.shortened(String.valueOf(e.getOriginalMessage())),
                            "cells between commas, double quotes around those with commas or line ends",
                            "mend the quotes in this row"));
            return Optional.empty();
        }
        if (rows.isEmpty()) {
            problems.add(
                    whole(file, "an empty file", "a row with the names of columns", "fill or delete it"));
            return Optional.empty();
        }
        return Optional
                .of(new Grid(file.toString(), "", table, rows.getFirst(), rows.subList(1, rows.size())));
    }

    private static Reader text(Path file) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static Problem notUtf8(Path file, int line) {
        return new Problem(file.toString(), line, 1, "a byte that is not UTF-8, here or in the rows below",
                "UTF-8 text", "save the table as CSV UTF-8");
    }

    private static Problem whole(Path file, String found, String expected, String remedy) {
        return new Problem(file.toString(), 0, 0, found, expected, remedy);
    }
}
