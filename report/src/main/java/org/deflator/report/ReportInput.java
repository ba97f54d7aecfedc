package org.deflator.report;

import java.util.List;
import org.deflator.engine.run.LedgerRow;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.TestRow;
import org.deflator.engine.study.CreditReview;
import org.deflator.model.base.Provenance;
import org.deflator.model.market.Market;
import org.deflator.model.portfolio.Portfolio;

/**
 * All that a report tells of. The same input gives the same report, byte for byte.
 *
 * @param summary results of the run
 * @param portfolio the book that was run
 * @param market the market in which it was run
 * @param portfolioSources evidence of the book's figures
 * @param marketSources evidence of the market's figures
 * @param tests covenant tests of sampled paths; may be empty
 * @param ledger cash movements of sampled paths; may be empty
 * @param reviews first looks at borrowers that owe debt, which the report charts and links to their memos;
 * may be empty
 * @param generatedBy program and version, such as {@code Deflator 0.1.0}
 */
public record ReportInput(RunSummary summary, Portfolio portfolio, Market market, Provenance portfolioSources,
        Provenance marketSources, List<TestRow> tests, List<LedgerRow> ledger,
        List<CreditReview> reviews, String generatedBy) {
    public ReportInput {
        tests = List.copyOf(tests);
        ledger = List.copyOf(ledger);
        reviews = List.copyOf(reviews);
    }
}
