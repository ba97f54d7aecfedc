package org.deflator.data.file;

import static org.deflator.data.file.GoodFile.assertProblems;

import org.junit.jupiter.api.Test;

/** What values say against each other is told at its place. Each test spoils the good file in one spot. */
class ContradictionTest {
    @Test
    void anUnknownOfftakerNamesTheNearest() {
        assertProblems("offtaker: ig",
                "offtaker: iq",
                "book.yaml:16:19: found 'iq', expected a known offtaker; did you mean 'ig'?");
    }

    @Test
    void anUnknownGpuIsNotAmongTheFleets() {
        assertProblems("gpu: H100-SXM\n",
                "gpu: A100-SXM\n",
                "book.yaml:17:14: found 'A100-SXM', expected a known gpu of this borrower's fleets; "
                        + "there are H100-SXM");
    }

    @Test
    void anUnknownSiteIsRefused() {
        assertProblems("unit_cost_usd: 40000, site: tx",
                "unit_cost_usd: 40000, site: ohio",
                "book.yaml:13:113: found 'ohio', expected a known site of this borrower; there are tx");
    }

    @Test
    void anUnknownFleetInSecurityIsRefused() {
        assertProblems("fleets: [b200]",
                "fleets: [b20]",
                "book.yaml:105:29: found 'b20', expected a known fleet of this borrower, or all; did "
                        + "you mean 'b200'?");
    }

    @Test
    void anUnknownParentIsRefused() {
        assertProblems("parent: top",
                "parent: tip",
                "book.yaml:95:13: found 'tip', expected a known borrower; did you mean 'top'?");
    }

    @Test
    void anUnknownGuarantorIsRefused() {
        assertProblems("guarantor: top",
                "guarantor: bank",
                "book.yaml:120:21: found 'bank', expected a known borrower; there are spv, top");
    }

    @Test
    void anUnmodelledDebtNeedsAKnownBorrower() {
        assertProblems("borrower: top",
                "borrower: pot",
                "book.yaml:122:16: found 'pot', expected a known borrower; there are spv, top");
    }

    @Test
    void parentsFormNoCircle() {
        assertProblems("kind: neocloud",
                "kind: neocloud\n    parent: spv",
                "book.yaml:93:5: found a circle of parents: spv -> top -> spv, expected no circle; "
                        + "remove one of these links");
    }

    @Test
    void guaranteesFormNoCircle() {
        assertProblems("guarantor: top",
                "guarantor: spv",
                "book.yaml:92:5: found a circle of guarantees: spv -> spv, expected no circle; "
                        + "remove one of these links");
    }

    @Test
    void aRevolverCoversDrawingsAndLettersOfCredit() {
        assertProblems("commitment_usd_m: 50",
                "commitment_usd_m: 12",
                "book.yaml:41:27: found a commitment of 12, expected at least what is outstanding, "
                        + "10, and letters of credit, 5; correct one of them");
    }

    @Test
    void aDelayedDrawCoversWhatIsOutstanding() {
        assertProblems("commitment_usd_m: 20",
                "commitment_usd_m: 11.5",
                "book.yaml:110:34: found a commitment of 11.5, expected at least what is "
                        + "outstanding, 12; correct one of them");
    }

    @Test
    void contractsPromiseNoMoreCardsThanThereAre() {
        assertProblems("units: {value: 900,",
                "units: {value: 1100,",
                "book.yaml:18:24: found contracts over 1100 H100-SXM in 2026-07, expected at most "
                        + "the 1000 in service then; correct units, start or in_service");
    }

    @Test
    void aStepIsRepaidInAPaymentMonth() {
        assertProblems("date: 2028-06-30",
                "date: 2028-05-31",
                "book.yaml:111:53: found the step 2028-05-31, expected a payment month: one every 3 months "
                        + "back from the maturity 2031-06-30; correct it, or payments_per_year");
    }

    @Test
    void aDebtMaturesAfterTheAsOfDate() {
        assertProblems("maturity: 2030-06-30",
                "maturity: 2026-06-30",
                "book.yaml:57:19: found the maturity 2026-06-30, expected a date after the as-of "
                        + "date 2026-06-30; correct it, or remove the debt if it was repaid");
    }

    @Test
    void aContractDoesNotEndBeforeItStarts() {
        assertProblems("end: 2030-06",
                "end: 2025-07",
                "book.yaml:21:14: found the end 2025-07, expected a month not before the start "
                        + "2025-08; correct start or end");
    }

    @Test
    void aTopBorrowerNeedsATreasury() {
        assertProblems("    treasury: {cash_usd_m: 40, restricted_cash_usd_m: 5, btc: 100}\n",
                "",
                "book.yaml:6:5: found no 'treasury' in borrower without parent, expected a mapping, "
                        + "the treasury; add treasury; only a borrower with a parent may leave it out");
    }

    @Test
    void loanToValuesAreInOrder() {
        assertProblems("call_ltv: 0.7",
                "call_ltv: 0.5",
                "book.yaml:90:19: found target 0.55, call 0.5, liquidation 0.8, expected target_ltv "
                        + "< call_ltv < liquidation_ltv; put them in order");
    }

    @Test
    void availabilityEndsBeforeMaturity() {
        assertProblems("availability_end: 2027-06-30",
                "availability_end: 2032-06-30",
                "book.yaml:110:56: found the end of availability 2032-06-30, expected a date not "
                        + "after the maturity 2031-06-30; correct one of them");
    }

    @Test
    void aPutDateIsNotAfterMaturity() {
        assertProblems("put_dates: [2029-06-30]",
                "put_dates: [2032-06-30]",
                "book.yaml:70:21: found the put date 2032-06-30, expected a date not after the "
                        + "maturity 2031-06-30; correct one of them");
    }

    @Test
    void repaymentsSumToAHundredAtMost() {
        assertProblems("principal_pct: 10",
                "principal_pct: 70",
                "book.yaml:111:45: found steps that repay 110 percent, expected at most 100; correct "
                        + "principal_pct");
    }

    @Test
    void levelRepaymentNeedsAStart() {
        assertProblems("amortisation: {type: custom, steps: [{date: 2028-06-30, principal_pct: 40}, "
                + "{date: 2027-12-31, principal_pct: 10}]}",
                "amortisation: level",
                "book.yaml:101:9: found no 'amortisation_start' in term_loan, expected a date such "
                        + "as 2030-06-30; add amortisation_start: first repayment");
    }

    @Test
    void aQuoteNeedsASpreadOrAPrice() {
        assertProblems("{spread_bp: 450, price_pct: 99.5, date: 2026-05-15}",
                "{date: 2026-05-15}",
                "book.yaml:58:17: found a quote without spread and price, expected spread_bp or "
                        + "price_pct; add one of them");
    }

    @Test
    void rigsArePledgedByTheirOwner() {
        assertProblems("fleets: [b200]}",
                "fleets: [b200], miners: true}",
                "book.yaml:105:44: found a pledge of miners, expected a borrower that owns miners; "
                        + "add miners, or remove the pledge");
    }
}
