package org.deflator.data.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deflator.engine.run.BlockResult;
import org.deflator.engine.run.CascadeRow;
import org.deflator.engine.run.Histogram;
import org.deflator.engine.run.InstrumentPaths;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.TestRow;

/** A block as bytes, exactly: doubles by their bits, histograms by their non-empty bins. */
final class BlockCodec {
    private BlockCodec() {}

    static void write(BlockResult block, DataOutputStream out) throws IOException {
        out.writeInt(block.block());
        out.writeInt(block.paths());
        out.writeInt(block.instruments().size());
        for (InstrumentPaths instrument : block.instruments()) {
            writeInstrument(instrument, block.paths(), out);
        }
        out.writeInt(block.measures().length);
        for (Histogram[][] borrower : block.measures()) {
            writeGrid(borrower, out);
        }
        writeGrid(block.rents(), out);
        writeGrid(block.resale(), out);
        out.writeInt(block.defaults().length);
        for (int[] months : block.defaults()) {
            out.writeInt(months.length);
            for (int count : months) {
                out.writeInt(count);
            }
        }
        writeLedger(block.ledger(), out);
        writeTests(block.tests(), out);
        writeCascades(block.cascades(), out);
    }

    static BlockResult read(DataInputStream in) throws IOException {
        int block = in.readInt();
        int paths = in.readInt();
        int instrumentCount = in.readInt();
        List<InstrumentPaths> instruments = new ArrayList<>(instrumentCount);
        for (int i = 0; i < instrumentCount; i++) {
            instruments.add(readInstrument(paths, in));
        }
        Histogram[][][] measures = new Histogram[in.readInt()][][];
        for (int borrower = 0; borrower < measures.length; borrower++) {
            measures[borrower] = readGrid(in);
        }
        Histogram[][] rents = readGrid(in);
        Histogram[][] resale = readGrid(in);
        int[][] defaults = new int[in.readInt()][];
        for (int borrower = 0; borrower < defaults.length; borrower++) {
            defaults[borrower] = new int[in.readInt()];
            for (int month = 0; month < defaults[borrower].length; month++) {
                defaults[borrower][month] = in.readInt();
            }
        }
        return new BlockResult(block, paths, instruments, measures, rents, resale, defaults, readLedger(in),
                readTests(in), readCascades(in));
    }

    private static void writeInstrument(InstrumentPaths instrument, int paths, DataOutputStream out)
            throws IOException {
        for (int path = 0; path < paths; path++) {
            out.writeShort(instrument.paymentMonth()[path]);
            out.writeShort(instrument.agencyMonth()[path]);
            out.writeShort(instrument.covenantMonth()[path]);
            out.writeByte(instrument.cause()[path]);
            out.writeByte(instrument.firstBreach()[path]);
            out.writeDouble(instrument.exposureUsd()[path]);
            out.writeDouble(instrument.recoveryUsd()[path]);
            out.writeDouble(instrument.lossUsd()[path]);
            out.writeDouble(instrument.minDscr()[path]);
        }
    }

    private static InstrumentPaths readInstrument(int paths, DataInputStream in) throws IOException {
        InstrumentPaths instrument = InstrumentPaths.none(paths);
        for (int path = 0; path < paths; path++) {
            instrument.paymentMonth()[path] = in.readShort();
            instrument.agencyMonth()[path] = in.readShort();
            instrument.covenantMonth()[path] = in.readShort();
            instrument.cause()[path] = in.readByte();
            instrument.firstBreach()[path] = in.readByte();
            instrument.exposureUsd()[path] = in.readDouble();
            instrument.recoveryUsd()[path] = in.readDouble();
            instrument.lossUsd()[path] = in.readDouble();
            instrument.minDscr()[path] = in.readDouble();
        }
        return instrument;
    }

    private static void writeGrid(Histogram[][] grid, DataOutputStream out) throws IOException {
        out.writeInt(grid.length);
        for (Histogram[] row : grid) {
            out.writeInt(row.length);
            for (Histogram histogram : row) {
                writeHistogram(histogram, out);
            }
        }
    }

    private static Histogram[][] readGrid(DataInputStream in) throws IOException {
        Histogram[][] grid = new Histogram[in.readInt()][];
        for (int row = 0; row < grid.length; row++) {
            grid[row] = new Histogram[in.readInt()];
            for (int column = 0; column < grid[row].length; column++) {
                grid[row][column] = readHistogram(in);
            }
        }
        return grid;
    }

    private static void writeHistogram(Histogram histogram, DataOutputStream out) throws IOException {
        out.writeDouble(histogram.low());
        out.writeDouble(histogram.high());
        int filled = 0;
        for (int bin = 0; bin < Histogram.BINS; bin++) {
            filled += histogram.count(bin) == 0 ? 0 : 1;
        }
        out.writeShort(filled);
        for (int bin = 0; bin < Histogram.BINS; bin++) {
            if (histogram.count(bin) != 0) {
                out.writeShort(bin);
                out.writeInt(histogram.count(bin));
            }
        }
    }

    private static Histogram readHistogram(DataInputStream in) throws IOException {
        Histogram histogram = new Histogram(in.readDouble(), in.readDouble());
        int filled = in.readShort();
        for (int i = 0; i < filled; i++) {
            histogram.add(in.readShort(), in.readInt());
        }
        return histogram;
    }

    private static void writeLedger(List<LedgerRow> rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.size());
        for (LedgerRow row : rows) {
            out.writeInt(row.path());
            out.writeShort(row.month());
            out.writeUTF(row.borrower());
            out.writeUTF(row.account());
            out.writeDouble(row.usd());
        }
    }

    private static List<LedgerRow> readLedger(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<LedgerRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(
                    new LedgerRow(in.readInt(), in.readShort(), in.readUTF(), in.readUTF(), in.readDouble()));
        }
        return rows;
    }

    private static void writeTests(List<TestRow> rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.size());
        for (TestRow row : rows) {
            out.writeInt(row.path());
            out.writeShort(row.month());
            out.writeUTF(row.instrument());
            out.writeUTF(row.covenant());
            out.writeDouble(row.ratio());
            out.writeDouble(row.threshold());
            out.writeDouble(row.headroom());
            out.writeUTF(row.effect());
        }
    }

    private static List<TestRow> readTests(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<TestRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(new TestRow(in.readInt(), in.readShort(), in.readUTF(), in.readUTF(), in.readDouble(),
                    in.readDouble(), in.readDouble(), in.readUTF()));
        }
        return rows;
    }

    private static void writeCascades(List<CascadeRow> rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.size());
        for (CascadeRow row : rows) {
            out.writeInt(row.path());
            out.writeShort(row.month());
            out.writeShort(row.round());
            out.writeUTF(row.borrower());
            out.writeUTF(row.cause());
        }
    }

    private static List<CascadeRow> readCascades(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<CascadeRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(
                    new CascadeRow(in.readInt(), in.readShort(), in.readShort(), in.readUTF(), in.readUTF()));
        }
        return rows;
    }
}
