package org.deflator.engine.run;

import java.util.List;

/**
 * What one block of paths did. Blocks are merged in index order by {@link RunTotals}; a store may write and
 * read them in between without changing a bit.
 *
 * @param block index of the block
 * @param paths number of paths in it
 * @param instruments per instrument in resolved order, its paths
 * @param measures histograms {@code [borrower][measure][month]}, measures as in {@link BorrowerMeasure}
 * @param rents histograms of rent per generation simulated and month, USD per card-hour
 * @param resale histograms of the used price per generation simulated and month, USD
 * @param defaults {@code [borrower][month]}: paths on which the borrower defaulted in that month
 * @param ledger cash movements of sampled paths
 * @param tests covenant tests of sampled paths
 * @param cascades defaults of sampled paths
 */
public record BlockResult(int block, int paths, List<InstrumentPaths> instruments, Histogram[][][] measures,
        Histogram[][] rents, Histogram[][] resale, int[][] defaults, List<LedgerRow> ledger,
        List<TestRow> tests,
        List<CascadeRow> cascades) {}
