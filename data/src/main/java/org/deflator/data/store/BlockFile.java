package org.deflator.data.store;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.deflator.engine.run.BlockResult;

/**
 * A finished block on disk: a header of magic, version, run key, payload length and CRC-32C, then the
 * deflated block. The key ties the file to its run, so that a block of another seed or another book is never
 * taken for this one's.
 */
final class BlockFile {
    private static final int MAGIC = 0x44464C42; // "DFLB"
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 32;

    private BlockFile() {}

    /** Writes the block so that {@code file} either does not exist or is whole. */
    static void write(Path file, long runKey, BlockResult block) throws IOException {
        byte[] payload = deflate(block);
        AtomicFile.write(file, stream -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(runKey);
            out.writeLong(payload.length);
            out.writeLong(checksum(payload, 0, payload.length));
            out.write(payload);
            out.flush();
        });
    }

    /** The block, or nothing if the file is truncated, damaged, of another version or of another run. */
    static Optional<BlockResult> read(Path file, long runKey) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < HEADER_BYTES) {
            return Optional.empty();
        }
        DataInputStream header = new DataInputStream(new ByteArrayInputStream(bytes));
        boolean ours =
                header.readInt() == MAGIC && header.readInt() == VERSION && header.readLong() == runKey;
        boolean whole = header.readLong() == bytes.length - HEADER_BYTES;
        boolean intact = header.readLong() == checksum(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        if (!(ours && whole && intact)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(header))) {
            return Optional.of(BlockCodec.read(in));
        }
    }

    private static byte[] deflate(BlockResult block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(bytes, fast, 1 << 16), 1 << 16))) {
            BlockCodec.write(block, out);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private static long checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return crc.getValue();
    }
}
