package org.deflator.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.deflator.engine.run.BlockResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFileTest {
    private static final long RUN = 42;

    @TempDir
    Path folder;

    @Test
    void aBlockComesBackWithEveryBit() throws IOException {
        Path file = folder.resolve("a.blk");
        BlockResult written = FakeRun.block(3);
        BlockFile.write(file, RUN, written);

        BlockResult read = BlockFile.read(file, RUN).orElseThrow();

        assertThat(read).usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.compareTo(b) == 0, Double.class)
                .isEqualTo(written);
        assertThat(read.rents()[0][0].binWidth()).isEqualTo(written.rents()[0][0].binWidth());
    }

    @Test
    void aTruncatedFileIsNoBlockWhereverItEnds() throws IOException {
        Path file = folder.resolve("a.blk");
        BlockFile.write(file, RUN, FakeRun.block(3));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[]{0, 7, 31, 32, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(BlockFile.read(file, RUN)).as("%d of %d bytes", length, whole.length).isEmpty();
        }
    }

    @Test
    void aFlippedBitIsFound() throws IOException {
        Path file = folder.resolve("a.blk");
        BlockFile.write(file, RUN, FakeRun.block(3));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 4;
        Files.write(file, bytes);

        assertThat(BlockFile.read(file, RUN)).isEmpty();
    }

    @Test
    void aBlockOfAnotherRunIsNotTaken() throws IOException {
        Path file = folder.resolve("a.blk");
        BlockFile.write(file, RUN, FakeRun.block(3));

        assertThat(BlockFile.read(file, RUN + 1)).isEmpty();
    }

    @Test
    void writingLeavesNothingElseBehind() throws IOException {
        BlockFile.write(folder.resolve("a.blk"), RUN, FakeRun.block(3));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.blk");
        }
    }
}
