package org.deflator.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts are that a portfolio file names. */
@FunctionalInterface
public interface PartSource {
    /** What is at the path of a part. */
    sealed interface Found {}

    /**
     * A part as it is.
     *
     * @param path path from the folder of the portfolio file, as it names the part
     * @param name name in problems
     * @param bytes content
     */
    record Part(String path, String name, byte[] bytes) implements Found {}

    /** No part, but {@code what}, such as a folder. */
    record NoPart(String what) implements Found {}

    /** What is at {@code path}, which is relative and stays inside the folder. */
    Found find(String path);

    /** Files in the folder of a portfolio file. */
    static PartSource besides(Path portfolio) {
        return path -> {
            Path file = portfolio.resolveSibling(path);
            if (!Files.exists(file)) {
                return new NoPart("no such file");
            }
            if (!Files.isRegularFile(file)) {
                return new NoPart("a folder");
            }
            try {
                return new Part(path, file.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                return new NoPart("a file that cannot be read");
            }
        };
    }

    /** No files: for a portfolio that comes from no folder. */
    static PartSource none() {
        return path -> new NoPart("no folder to look into");
    }
}
