package org.deflator.cli;

import picocli.CommandLine.Option;

/** A table as JSON or CSV instead of text; at most one of them. */
final class FormatChoice {
    @Option(names = "--json", description = "Print JSON, numbers in full.")
    boolean json;
    @Option(names = "--csv", description = "Print CSV, numbers in full.")
    boolean csv;
}
