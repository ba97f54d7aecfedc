package org.deflator.cli;

import java.util.List;
import org.deflator.cli.TextTable.Column;
import org.deflator.data.store.Json;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.PathTrace;
import org.deflator.model.base.Timeline;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who fell on one path, in order. */
record CascadeStory(PathTrace trace, Timeline timeline) {
    String text(Terminal terminal) {
        String title = terminal.bold("Path " + trace.path()) + ", every channel of contagion on\n\n";
        if (trace.falls().isEmpty()) {
            return title + "Nobody falls.\n";
        }
        TextTable table =
                new TextTable(List.of(Column.text("month"), Column.text("falls"), Column.text("why"),
                        Column.text("pushed by")));
        for (CascadeRow fall : trace.falls()) {
            table.row(List.of(timeline.yearMonth(fall.month()).toString(), fall.borrower(), fall.cause(),
                    push(fall)));
        }
        return title + table.render(terminal);
    }

    private static String push(CascadeRow fall) {
        return fall.round() == 0 ? "its own cash" : "card prices, round " + fall.round() + " of the month";
    }

    String json() {
        ObjectNode node = Json.object().put("path", trace.path());
        ArrayNode falls = node.putArray("falls");
        for (CascadeRow fall : trace.falls()) {
            falls.addObject().put("month", timeline.yearMonth(fall.month()).toString())
                    .put("borrower", fall.borrower()).put("cause", fall.cause()).put("round", fall.round());
        }
        return Json.text(node);
    }
}
