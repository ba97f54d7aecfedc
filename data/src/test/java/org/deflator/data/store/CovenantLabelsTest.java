package org.deflator.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.deflator.data.file.BundledUniverse;
import org.deflator.data.file.BundledUniverse.BundledFile;
import org.deflator.data.file.LoadedMarket;
import org.deflator.data.file.MarketFile;
import org.deflator.data.file.PortfolioFile;
import org.deflator.engine.run.Engine;
import org.deflator.engine.run.RunPlan;
import org.deflator.engine.run.TestRow;
import org.deflator.model.base.Outcome;
import org.deflator.model.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

class CovenantLabelsTest {
    @Test
    void aCovenantHasTheNameUnderWhichTheEngineTestsIt() throws IOException {
        BundledFile book = BundledUniverse.portfolioFile();
        Portfolio portfolio = done(PortfolioFile.read(book.name(), new ByteArrayInputStream(book.bytes())))
                .portfolio();
        BundledFile snapshot = done(BundledUniverse.snapshotFile(portfolio.asOf()));
        BundledFile model = BundledUniverse.modelFile();
        LoadedMarket market = done(MarketFile.together(
                MarketFile.readSnapshot(snapshot.name(), new ByteArrayInputStream(snapshot.bytes())),
                MarketFile.readModel(model.name(), new ByteArrayInputStream(model.bytes()))));

        List<TestRow> tests =
                Engine.of(portfolio, market.market(), new RunPlan(1, 24, 1, 1)).run(0).tests();

        Map<String, List<String>> labels = CovenantLabels.of(portfolio);
        assertThat(tests).isNotEmpty()
                .allSatisfy(test -> assertThat(labels.get(test.instrument())).contains(test.covenant()));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T> failed -> throw new AssertionError(failed.toString());
        };
    }
}
