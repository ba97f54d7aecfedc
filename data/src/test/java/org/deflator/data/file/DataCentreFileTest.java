package org.deflator.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deflator.data.file.GoodFile.assertProblemsIn;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.DataCentre;
import org.deflator.model.portfolio.DataCentreLease;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Remedy;
import org.deflator.model.portfolio.Security;
import org.junit.jupiter.api.Test;

/** What a file says of data centres, and what is said of one that contradicts itself. */
class DataCentreFileTest {
    private static void assertProblems(String good, String bad, String... expected) {
        assertProblemsIn(GoodFile.landlord(), good, bad, expected);
    }

    @Test
    void everyKeyOfADataCentreFillsItsRecord() {
        List<Borrower> borrowers = GoodFile.load(GoodFile.landlord()).portfolio().borrowers();
        Borrower vehicle = borrowers.get(1);
        assertThat(borrowers.getFirst().kind()).isEqualTo(Borrower.Kind.DATA_CENTRE);
        assertThat(vehicle.dataCentres()).containsExactly(
                new DataCentre("north", 100, 1000, 200, YearMonth.of(2026, 12), 4,
                        Optional.of(new DataCentreLease("cloud", 150, 3, 0.85, YearMonth.of(2036, 11),
                                Optional.of(new DataCentreLease.Backstop("big", 900))))),
                new DataCentre("south", 20, 200, 0, YearMonth.of(2025, 1), 0, Optional.empty()));
        assertThat(vehicle.debt().getFirst().terms().security())
                .isEqualTo(new Security(List.of(), false, List.of("north")));
        assertThat(vehicle.guarantees())
                .containsExactly(new Guarantee("land", Guarantee.Kind.COMPLETION));
    }

    @Test
    void covenantsOfALandlordFillTheirRecords() {
        Borrower vehicle = GoodFile.load(GoodFile.landlord()).portfolio().borrower("halls").orElseThrow();
        assertThat(((Instrument.Bond) vehicle.debt().getFirst()).covenants()).containsExactly(
                new Covenant.MinInterestCover(1.5, 12, LocalDate.of(2027, 12, 31), 3, new Remedy.Lockup()),
                new Covenant.MinDebtYield(0.1, LocalDate.of(2027, 6, 30), 3,
                        new Remedy.EventOfDefault(3, 0)));
    }

    @Test
    void aTenantIsAnOfftaker() {
        assertProblems("tenant: cloud", "tenant: clout",
                "book.yaml:24:19: found 'clout', expected a known offtaker; did you mean 'cloud'?");
    }

    @Test
    void whoBackstopsIsAnOfftaker() {
        assertProblems("guarantor: big", "guarantor: bib",
                "book.yaml:29:33: found 'bib', expected a known offtaker; did you mean 'big'?");
    }

    @Test
    void nobodyBackstopsHimself() {
        assertProblems("guarantor: big", "guarantor: cloud",
                "book.yaml:29:33: found a backstop by the tenant 'cloud', expected another offtaker; "
                        + "name the guarantor, or remove the backstop");
    }

    @Test
    void aLeaseDoesNotEndBeforeCompletion() {
        assertProblems("end: 2036-11", "end: 2026-11",
                "book.yaml:28:16: found the end 2026-11, expected a month not before the completion "
                        + "2026-12; correct one of them");
    }

    @Test
    void aLeaseThatHasRunOutIsNone() {
        assertProblems("completion: 2025-01}",
                "completion: 2016-07, lease: {tenant: big, rent_usd_per_kw_month: 90, noi_margin: 0.9, "
                        + "end: 2026-06}}",
                "book.yaml:30:149: found the end 2026-06, expected a month after the as-of date "
                        + "2026-06-30; remove the lease if it has run out");
    }

    @Test
    void whatIsLeftToSpendIsPartOfTheCost() {
        assertProblems("cost_to_complete_usd_m: 200", "cost_to_complete_usd_m: 1200",
                "book.yaml:20:33: found a cost to complete of 1200, expected at most the cost of the "
                        + "whole, 1000; correct one of them");
    }

    @Test
    void amountsAreNotNegative() {
        assertProblems("cap_usd_m: 900", "cap_usd_m: -900",
                "book.yaml:29:49: found '-900', expected a number greater than 0; correct the value");
    }

    @Test
    void anUnknownDataCentreInSecurityIsRefused() {
        assertProblems("data_centres: [north]", "data_centres: [nort]",
                "book.yaml:37:35: found 'nort', expected a known data centre of this borrower, or all; did "
                        + "you mean 'north'?");
    }

    @Test
    void onlyWhatIsBuiltCanBeGuaranteedToBeCompleted() {
        assertProblemsIn(GoodFile.text(), "kind: full", "kind: completion",
                "book.yaml:120:32: found a completion guarantee, expected a borrower with data centres; add "
                        + "data_centres, or correct the kind");
    }
}
