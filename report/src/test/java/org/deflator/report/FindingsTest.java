package org.deflator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.deflator.engine.run.RunSummary;
import org.deflator.engine.run.RunSummary.Fan;
import org.deflator.engine.run.RunSummary.InstrumentSummary;
import org.deflator.model.market.Market;
import org.deflator.model.market.MarketSnapshot;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static List<String> sentences(ReportInput input) {
        return new Findings(Book.of(input)).all().stream().map(Findings.Finding::sentence)
                .map(s -> s.replace(Figures.SPACE, " ")).toList();
    }

    private static ReportInput with(UnaryOperator<InstrumentSummary> change) {
        ReportInput input = SampleRun.input();
        RunSummary s = input.summary();
        return with(input, new RunSummary(s.portfolioId(), s.asOf(), s.plan(), s.portfolio(), s.borrowers(),
                s.instruments().stream().map(change).toList(), s.generations(), s.unmodelled(),
                s.leftOut()),
                input.market());
    }

    private static ReportInput with(ReportInput input, RunSummary summary, Market market) {
        return new ReportInput(summary, input.portfolio(), market, input.portfolioSources(),
                input.marketSources(),
                input.tests(), input.ledger(), input.reviews(), input.generatedBy());
    }

    private static InstrumentSummary changed(InstrumentSummary i, double loss, double sale) {
        return new InstrumentSummary(i.id(), i.name(), i.borrower(), i.type(), i.rank(), i.exposureUsdM(),
                i.undrawnUsdM(),
                i.pd(), i.lgd(), loss, loss / 50, i.minDscrMedian(), i.medianDscr(), i.statedLtv(),
                i.statedLtv().isPresent() ? OptionalDouble.of(sale) : OptionalDouble.empty(),
                i.interestCover(),
                i.debtYield(), i.firstBreach(),
                Optional.empty());
    }

    @Test
    void theLargestContributorsAreNamedWithTheirShare() {
        List<String> sentences = sentences(with(i -> changed(i, i.id().equals("ddtl-5") ? 90 : 1, 2)));
        assertThat(sentences.getFirst()).startsWith("Delayed-draw loan V (Northgate Compute Funding V), ")
                .contains(" carry 92 % of expected loss ");
    }

    @Test
    void aRunWithoutLossSaysSo() {
        assertThat(sentences(with(i -> changed(i, 0, 2))).getFirst())
                .isEqualTo("No instrument loses anything on any of 10,000 paths.");
    }

    @Test
    void aGapBetweenMarkAndSaleIsToldOnlyWhereThereIsOne() {
        assertThat(sentences(with(i -> changed(i, 1, 1.4))).get(1))
                .startsWith("7 of 7 instruments with an LTV")
                .contains("stated against 140 % in liquidation");
        assertThat(sentences(with(i -> changed(i, 1, 0.9))).get(1))
                .startsWith("No instrument with a stated LTV below")
                .contains("7 of 7 with an LTV are covered in a sale");
    }

    @Test
    void contractsThatEndBeforeTheDebtAreCounted() {
        assertThat(sentences(SampleRun.input()).get(2)).startsWith("5 instruments ($8.60bn) fall due after")
                .contains("30 months, of 0.5 % convertible 2031 (Northgate Compute)");
    }

    @Test
    void whatContradictsDeflationIsTold() {
        assertThat(sentences(SampleRun.input()).get(3))
                .contains(
                        "in Jun 2029 B200-SXM rents stand above today’s $3.90 on between 5 and 25 % of paths")
                .contains("2 of 2 instruments backed by investment-grade take-or-pay contracts");
    }

    @Test
    void withoutARentQuoteNothingIsSaidOfRisingRents() {
        ReportInput input = SampleRun.input();
        MarketSnapshot s = input.market().snapshot();
        Market market = new Market(
                new MarketSnapshot(s.asOf(), s.generations(), List.of(), s.resale(), s.bitcoinUsd(),
                        s.networkHashEh(), s.feeBtcPerBlock(), s.sofr(), s.highYieldSpreadBp(),
                        s.dataCentreRentUsdPerKwMonth(),
                        s.histories()),
                input.market().model());
        assertThat(sentences(with(input, input.summary(), market)).get(3))
                .doesNotContain("rents stand above");
    }

    @Test
    void percentilesBoundTheShareAboveALevel() {
        double[] one = {1};
        Fan fan = new Fan(one, new double[]{2}, new double[]{3}, new double[]{4}, new double[]{5}, one);
        assertThat(ShareAbove.of(fan, 0, 0.5).words().replace(Figures.SPACE, " "))
                .isEqualTo("more than 95 %");
        assertThat(ShareAbove.of(fan, 0, 3.5).words().replace(Figures.SPACE, " "))
                .isEqualTo("between 25 and 50 %");
        assertThat(ShareAbove.of(fan, 0, 9).words().replace(Figures.SPACE, " ")).isEqualTo("fewer than 5 %");
    }
}
