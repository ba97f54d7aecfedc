package org.deflator.data.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deflator.data.universe.Alarm.Unit.BP;
import static org.deflator.data.universe.Alarm.Unit.MONTHS;
import static org.deflator.data.universe.Alarm.Unit.PERCENT;
import static org.deflator.data.universe.Alarm.Unit.POINTS;
import static org.deflator.data.universe.Alarm.Unit.RATIO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Holds results against the ranges of a practitioner. The table of {@code docs/alarms.md} has the verdicts, and a
 * sentence for each that is not inside: a verdict that changes must be explained there. Nothing is tuned to them.
 */
class AlarmsTest {
    private static final Path DOCS = Path.of("../docs/alarms.md");
    private static final String DDTL_4 = "CoreWeave DDTL 4.0";
    private static final String DDTL_5 = "CoreWeave DDTL 5.0";
    private static final String HARDWARE_3 = "IREN Hardware 3";
    private static final String TERAWULF = "TeraWulf 7.75 %";
    private static final String SPOT = "spot neocloud";
    private static final String TEN_YEAR = "ten-year flat-rent loan";
    private static final String LENS = "the same, infrastructure lens";
    private static final String PD = "PD";
    private static final String LGD = "LGD";
    private static final String DSCR = "DSCR";
    private static final String SPREAD = "fair spread";
    /** The third year from the date: the buildings of TeraWulf are let by then. */
    private static final int STABILISED_MONTH = 35;

    private static List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        loan(alarms, DDTL_4, "ddtl-4-floating", 0.003, 0.03, 0.10, 0.45, 1.15, 1.35);
        alarms.add(spread(DDTL_4, 80, 260));
        loan(alarms, DDTL_5, "ddtl-5", 0.06, 0.20, 0.15, 0.45, 1.35, 1.7);
        alarms.add(spread(DDTL_5, 300, 700));
        loan(alarms, HARDWARE_3, "iren-hw3-ddtl", 0.003, 0.025, 0.15, 0.50, 1.3, 2.0);
        alarms.add(spread(HARDWARE_3, 70, 230));
        String wulf = "wulf-notes-7750-2030";
        alarms.add(new Alarm(TERAWULF, PD, 0.06, 0.20, PERCENT, r -> Alarm.pd5(r.universe(), wulf)));
        alarms.add(new Alarm(TERAWULF, LGD, 0.20, 0.45, PERCENT, r -> Alarm.lgd(r.universe(), wulf)));
        alarms.add(new Alarm(TERAWULF, "ICR", 1.8, 2.5, RATIO,
                r -> Alarm.interestCover(r.universe(), wulf, STABILISED_MONTH)));
        alarms.add(spread(TERAWULF, 250, 550));
        alarms.add(new Alarm(SPOT, PD, 0.35, 0.95, PERCENT, r -> Alarm.pd5(r.spot(), "high-yield")));
        alarms.add(new Alarm(SPOT, LGD, 0.40, 0.70, PERCENT, r -> Alarm.lgd(r.spot(), "high-yield")));
        alarms.add(new Alarm(SPOT, "DSCR below 1.0 after", 12, 36, MONTHS,
                r -> Alarm.monthsToShortfall(r.spot(), "high-yield")));
        alarms.add(spread(SPOT, 900, Double.POSITIVE_INFINITY));
        alarms.add(new Alarm(TEN_YEAR, "PD in ten years", 0.75, 1, PERCENT,
                r -> Alarm.everDefaulted(r.tenYear(), "term-loan")));
        alarms.add(new Alarm(TEN_YEAR, LGD, 0.45, 0.75, PERCENT, r -> Alarm.lgd(r.tenYear(), "term-loan")));
        alarms.add(new Alarm(TEN_YEAR, "DSCR below 1.0 after", 8, 24, MONTHS,
                r -> Alarm.monthsToShortfall(r.tenYear(), "term-loan")));
        alarms.add(spread(TEN_YEAR, 1_000, Double.POSITIVE_INFINITY));
        alarms.add(new Alarm(LENS, "PD in ten years", 0.03, 0.08, PERCENT, r -> OptionalDouble.empty()));
        alarms.add(new Alarm(LENS, LGD, 0.15, 0.25, PERCENT, r -> OptionalDouble.empty()));
        alarms.add(new Alarm("DDTL 4.0 against 5.0", "PD less PD of 5.0", Double.NEGATIVE_INFINITY, 0, POINTS,
                r -> less(Alarm.pd5(r.universe(), "ddtl-4-floating"), Alarm.pd5(r.universe(), "ddtl-5"))));
        alarms.add(new Alarm("forbearance", "PD less PD without it", Double.NEGATIVE_INFINITY, 0, POINTS,
                r -> less(Alarm.pd5(r.waived(), "term-loan"), Alarm.pd5(r.unwaived(), "term-loan"))));
        alarms.add(new Alarm("supply of refinancing", "PD of spot notes when it is sure, over PD", 0.5, 1.5,
                RATIO,
                r -> OptionalDouble.of(Alarm.pd5(r.spotSureAccess(), "high-yield").orElseThrow()
                        / Alarm.pd5(r.spot(), "high-yield").orElseThrow())));
        return alarms;
    }

    private static void loan(List<Alarm> alarms, String name, String id, double... ranges) {
        alarms.add(new Alarm(name, PD, ranges[0], ranges[1], PERCENT, r -> Alarm.pd5(r.universe(), id)));
        alarms.add(new Alarm(name, LGD, ranges[2], ranges[3], PERCENT, r -> Alarm.lgd(r.universe(), id)));
        alarms.add(new Alarm(name, DSCR, ranges[4], ranges[5], RATIO, r -> Alarm.dscr(r.universe(), id)));
    }

    /** No spread is computed yet. */
    private static Alarm spread(String name, double low, double high) {
        return new Alarm(name, SPREAD, low, high, BP, r -> OptionalDouble.empty());
    }

    private static OptionalDouble less(OptionalDouble a, OptionalDouble b) {
        return OptionalDouble.of(a.orElseThrow() - b.orElseThrow());
    }

    /** Cells of the rows of the table, by loan and measure. */
    private static Map<String, List<String>> golden() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String text = Files.readString(DOCS);
        String table = text.substring(text.indexOf("<!-- begin verdicts -->"),
                text.indexOf("<!-- end verdicts -->"));
        table.lines().filter(line -> line.startsWith("| ")).skip(1).forEach(line -> {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            rows.put(cells.get(1) + ", " + cells.get(2), cells.subList(3, 6));
        });
        return rows;
    }

    @Test
    void everyVerdictIsTheOneOfTheDocsAndEveryOneOutsideIsExplained() throws IOException {
        AlarmRuns runs = AlarmRuns.simulate();
        Map<String, List<String>> golden = golden();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Alarm alarm : alarms()) {
            String key = alarm.loan() + ", " + alarm.measure();
            String verdict = alarm.verdict(runs);
            String why = golden.getOrDefault(key, List.of("", "", "")).get(2);
            found.put(key, List.of(alarm.range(), verdict, why));
            System.out.println("| " + String.join(" | ", alarm.loan(), alarm.measure(), alarm.range(),
                    alarm.written(runs), verdict, why) + " |");
        }
        assertThat(golden).as("the verdicts of docs/alarms.md").isEqualTo(found);
        found.forEach((key, cells) -> assertThat(cells.get(2).isEmpty()).as("%s: %s", key, cells)
                .isEqualTo(cells.get(1).equals("inside")));
    }
}
