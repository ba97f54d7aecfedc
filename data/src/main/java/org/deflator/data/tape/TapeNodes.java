package org.deflator.data.tape;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.deflator.data.file.Place;
import org.deflator.data.file.PlacedNode;
import org.deflator.data.file.Shape;
import org.deflator.data.tape.RowOwners.Owned;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The rows of a tape as the nodes that a portfolio file of the same content would have. Nodes of a list are
 * made when somebody asks for them and not kept, so that a large tape never has all of them at once.
 */
final class TapeNodes {
    /** Separates the ids of a list in one cell. */
    static final String SEPARATOR = ";";

    private final Map<String, FilledTable> tables;
    private final Map<String, Owned> owned = new HashMap<>();

    /** By name: the tables that are there, and which rows of each belong to a row of the table above. */
    TapeNodes(Map<String, FilledTable> tables, Map<String, Owned> owned) {
        this.tables = Map.copyOf(tables);
        this.owned.putAll(owned);
    }

    /** The portfolio, which is the only row of {@code top}. */
    Node portfolio(FilledTable top) {
        return row(top, 0);
    }

    private Node row(FilledTable table, int row) {
        if (table.table().single()) {
            Slot.Value value = table.table().row().values().getFirst();
            return value(table, row, value)
                    .orElseGet(() -> new Cell("", true, table.place(row, value.column())));
        }
        return mapping(table, row, table.table().row())
                .orElseGet(() -> new Mapping(List.of(), table, row, ""));
    }

    private Optional<Node> mapping(FilledTable table, int row, Slot.Group group) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (Slot slot : group.slots()) {
            Optional<Node> node = switch (slot) {
                case Slot.Value value -> value(table, row, value);
                case Slot.Group inner -> mapping(table, row, inner);
                case Slot.Rows rows -> items(rows.table(), row);
            };
            node.ifPresent(value -> tuples.add(new NodeTuple(
                    new Cell(slot.key(), true, ((PlacedNode) value).place()), value)));
        }
        boolean ownSource = group.slots().stream().anyMatch(slot -> slot.key().equals("source"));
        addEvidence(table, row, group.column(), ownSource, tuples);
        return tuples.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mapping(List.copyOf(tuples), table, row, group.column()));
    }

    private Optional<Node> value(FilledTable table, int row, Slot.Value slot) {
        String text = table.cell(row, slot.column());
        if (text.isBlank() && table.told(slot.column()).isEmpty()) {
            return Optional.empty();
        }
        Place at = table.place(row, slot.column());
        if (slot.shape() instanceof Shape.Items) {
            return text.isBlank() ? Optional.empty() : Optional.of(ids(text, at));
        }
        List<NodeTuple> evidence = new ArrayList<>();
        addEvidence(table, row, slot.column(), false, evidence);
        if (text.isBlank() && evidence.isEmpty()) {
            return Optional.empty();
        }
        Node value = cell(text, slot.shape(), at);
        if (evidence.isEmpty()) {
            return Optional.of(value);
        }
        evidence.addFirst(new NodeTuple(new Cell("value", true, at), value));
        return Optional.of(new Mapping(List.copyOf(evidence), table, row, slot.column()));
    }

    private static Node cell(String text, Shape shape, Place at) {
        boolean plain = TapeLayout.isNumber(shape) || text.isBlank();
        String value = shape instanceof Shape.Text ? Guard.removed(text) : text.strip();
        // Spreadsheets write flags in capitals when they save text.
        boolean loud = shape instanceof Shape.Flag && (value.equals("TRUE") || value.equals("FALSE"));
        return new Cell(loud ? value.toLowerCase(Locale.ROOT) : value, plain, at);
    }

    private static Node ids(String text, Place at) {
        List<Node> ids = new ArrayList<>();
        for (String id : text.split(SEPARATOR, -1)) {
            ids.add(new Cell(id.strip(), false, at));
        }
        return new Listing(List.copyOf(ids), at);
    }

    private static void addEvidence(FilledTable table, int row, String column, boolean ownSource,
            List<NodeTuple> tuples) {
        Optional<FilledTable.Told> told = table.told(column);
        if (told.isEmpty()) {
            return;
        }
        String source = told.get().source();
        String reason = told.get().reason();
        if (!ownSource && !table.cell(row, source).isBlank()) {
            tuples.add(text("source", table.cell(row, source), table.place(row, source)));
        }
        if (!table.cell(row, reason).isBlank()) {
            Place at = table.place(row, reason);
            tuples.add(new NodeTuple(new Cell("assumed", true, at), new Cell("true", true, at)));
            tuples.add(text("reason", table.cell(row, reason), at));
        }
    }

    private static NodeTuple text(String key, String text, Place at) {
        return new NodeTuple(new Cell(key, true, at), new Cell(Guard.removed(text), false, at));
    }

    private Optional<Node> items(TapeTable child, int row) {
        FilledTable table = tables.get(child.name());
        Owned rows = owned.get(child.name());
        if (table == null || rows == null) {
            return Optional.empty();
        }
        int first = rows.first(row);
        int count = rows.count(row);
        if (count == 0) {
            // A table without owners that is there but empty is an empty list.
            return child.references().isEmpty()
                    ? Optional.of(new Listing(List.of(), table.header()))
                    : Optional.empty();
        }
        List<Node> nodes = new Lazy(count, i -> row(table, rows.row(first + i)));
        return Optional.of(new Listing(nodes, table.place(rows.row(first))));
    }

    private static final class Lazy extends AbstractList<Node> implements RandomAccess {
        private final int size;
        private final IntFunction<Node> node;

        Lazy(int size, IntFunction<Node> node) {
            this.size = size;
            this.node = node;
        }

        @Override
        public Node get(int index) {
            return node.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static final class Cell extends ScalarNode implements PlacedNode {
        private final Place place;

        Cell(String text, boolean plain, Place place) {
            super(Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
            this.place = place;
        }

        @Override
        public Place place() {
            return place;
        }
    }

    private static final class Listing extends SequenceNode implements PlacedNode {
        private final Place place;

        Listing(List<Node> items, Place place) {
            super(Tag.SEQ, items, FlowStyle.BLOCK);
            this.place = place;
        }

        @Override
        public Place place() {
            return place;
        }
    }

    /** A row, or the part of it whose columns begin with a prefix. */
    private static final class Mapping extends MappingNode implements PlacedNode {
        private final FilledTable table;
        private final int row;
        private final String column;

        Mapping(List<NodeTuple> tuples, FilledTable table, int row, String column) {
            super(Tag.MAP, tuples, FlowStyle.BLOCK);
            this.table = table;
            this.row = row;
            this.column = column;
        }

        @Override
        public Place place() {
            if (column.isEmpty()) {
                return table.place(row);
            }
            return getValue().isEmpty()
                    ? table.place(row, column)
                    : ((PlacedNode) getValue().getFirst().getKeyNode()).place();
        }

        @Override
        public Place missing(String key) {
            return table.place(row, named(key));
        }

        @Override
        public boolean toldMissing(String key) {
            return table.toldMissing(named(key));
        }

        private String named(String key) {
            return column.isEmpty() ? key : column + "." + key;
        }
    }
}
