package org.deflator.data.file;

import static org.deflator.data.file.GoodFile.assertProblems;

import org.junit.jupiter.api.Test;

/** What is wrong with single values and keys is told at its place. Each test spoils the good file in one spot. */
class WrittenWrongTest {
    @Test
    void anUnknownKeyNamesTheNearest() {
        assertProblems("units: 1000,",
                "unit: 1000,",
                "book.yaml:13:35: found unknown key 'unit', expected a key of fleet: id, gpu, units, "
                        + "in_service, ramp_months, unit_cost_usd, site, paid, growth; did you mean"
                        + " 'units'?");
    }

    @Test
    void anUnknownKeyWithoutNeighbourListsWhatThereIs() {
        assertProblems("kind: neocloud",
                "kind: neocloud\n    currency: USD",
                "book.yaml:9:5: found unknown key 'currency', expected a key of borrower: id, name, "
                        + "kind, parent, sites, fleets, contracts, miners, data_centres, treasury, costs, "
                        + "equity_usd_m, debt, guarantees, reported, growth; remove it");
    }

    @Test
    void aMissingKeyIsNamedWithItsMeaning() {
        assertProblems("pue: 1.25, power_usd_per_kwh: 0.08, colo_usd_per_kw_month: 150}\n    "
                + "fleets:\n      - {id: h100",
                "power_usd_per_kwh: 0.08, colo_usd_per_kw_month: 150}\n    fleets:\n      - {id: h100",
                "book.yaml:11:9: found no 'pue' in site, expected a number from 1 to 3; add pue: "
                        + "facility power over IT power");
    }

    @Test
    void aWordWhereANumberBelongsIsRefused() {
        assertProblems("unit_cost_usd: 40000",
                "unit_cost_usd: forty",
                "book.yaml:13:100: found 'forty', expected a number greater than 0; write a bare "
                        + "number; its unit is in the key");
    }

    @Test
    void thousandsSeparatorsAreRefused() {
        assertProblems("unit_cost_usd: 40000",
                "unit_cost_usd: 40_000",
                "book.yaml:13:100: found '40_000', expected a number greater than 0; write 40000");
    }

    @Test
    void aQuotedNumberIsRefused() {
        assertProblems("unit_cost_usd: 40000",
                "unit_cost_usd: \"40000\"",
                "book.yaml:13:100: found '40000', expected a number greater than 0; remove the quotes");
    }

    @Test
    void aNumberOutOfRangeIsRefused() {
        assertProblems("uptime: 0.95",
                "uptime: 95",
                "book.yaml:25:61: found '95', expected a number from 0 to 1; correct the value");
    }

    @Test
    void aCoverOfMoreThanAYearBackIsRefused() {
        assertProblems("trailing_months: 3,",
                "trailing_months: 13,",
                "book.yaml:115:63: found '13', expected a whole number from 1 to 12; correct the value");
    }

    @Test
    void aNumberThatMustBePositiveIsNotZero() {
        assertProblems("units: 1000,",
                "units: 0,",
                "book.yaml:13:42: found '0', expected a number greater than 0; correct the value");
    }

    @Test
    void aPaymentFrequencyIsOneOfFour() {
        assertProblems("payments_per_year: 4\n        maturity: 2029-06-30",
                "payments_per_year: 3\n        maturity: 2029-06-30",
                "book.yaml:39:28: found '3', expected one of 1, 2, 4, 12; correct the value");
    }

    @Test
    void aBlankValueIsNoValue() {
        assertProblems("equity_usd_m: 200",
                "equity_usd_m:",
                "book.yaml:28:18: found nothing, expected a number of at least 0; give it a value, "
                        + "or leave the key out");
    }

    @Test
    void aDateMustExist() {
        assertProblems("maturity: 2029-06-30\n        commitment",
                "maturity: 2029-06-31\n        commitment",
                "book.yaml:40:19: found '2029-06-31', expected a date such as 2030-06-30; write an "
                        + "existing day as year-month-day");
    }

    @Test
    void theAsOfDateIsAMonthEnd() {
        assertProblems("as_of: 2026-06-30",
                "as_of: 2026-06-29",
                "book.yaml:2:8: found '2026-06-29', expected the last day of a month, such as "
                        + "2026-06-30; take the last day of that month");
    }

    @Test
    void aMonthHasNoDay() {
        assertProblems("in_service: 2025-06",
                "in_service: 2025-06-01",
                "book.yaml:13:60: found '2025-06-01', expected a month such as 2030-06; leave out "
                        + "the day");
    }

    @Test
    void aMisspeltChoiceNamesTheNearest() {
        assertProblems("kind: neocloud",
                "kind: neo_cloud",
                "book.yaml:8:11: found 'neo_cloud', expected one of neocloud, miner, spv, data_centre; did"
                        + " you mean 'neocloud'?");
    }

    @Test
    void anUnknownDebtTypeListsTheTypes() {
        assertProblems("type: lease",
                "type: loan",
                "book.yaml:72:15: found 'loan', expected one of term_loan, revolver, bond, "
                        + "convertible, lease, bitcoin_loan; use one of these");
    }

    @Test
    void aRemedyWithFiguresNeedsAMapping() {
        assertProblems("first_test: 2026-09-30, every_months: 3, remedy: lockup}\n          - "
                + "{type: max_net",
                "first_test: 2026-09-30, every_months: 3, remedy: sweep}\n          - {type: max_net",
                "book.yaml:48:95: found 'sweep', expected lockup, or a mapping with a type; write "
                        + "{type: sweep, ...} with its other keys");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertProblems("recontracts: false",
                "recontracts: no",
                "book.yaml:4:94: found 'no', expected true or false; write true or false");
    }

    @Test
    void anIdHasNoSpaces() {
        assertProblems("id: rcf",
                "id: r cf",
                "book.yaml:32:13: found 'r cf', expected an id of letters, digits, '-', '_' and '+'; "
                        + "see docs/portfolio-format.md");
    }

    @Test
    void aDuplicateIdNamesTheFirstLine() {
        assertProblems("id: notes",
                "id: rcf",
                "book.yaml:50:9: found debt 'rcf' for the second time, expected each id once; rename "
                        + "or remove it; the first is on line 32");
    }

    @Test
    void aDebtIdIsUniqueInThePortfolio() {
        assertProblems("id: ddtl",
                "id: notes",
                "book.yaml:101:13: found debt 'notes' for the second time, expected each id once in "
                        + "the portfolio; rename it; top has one too");
    }

    @Test
    void aDuplicateKeyNamesTheFirstLine() {
        assertProblems("equity_usd_m: 200",
                "equity_usd_m: 200\n    equity_usd_m: 300",
                "book.yaml:29:5: found key 'equity_usd_m' for the second time, expected each key "
                        + "once; remove one; the first is on line 28");
    }

    @Test
    void aFixedRateHasNoSpread() {
        assertProblems("rate: {coupon_pct: 9.25}",
                "rate: {coupon_pct: 9.25, spread_bp: 100}",
                "book.yaml:55:34: found unknown key 'spread_bp', expected a key of fixed rate: "
                        + "coupon_pct; remove it");
    }

    @Test
    void aMisspeltCouponIsOnlyMisspelt() {
        assertProblems("rate: {coupon_pct: 9.25}",
                "rate: {coupn_pct: 9.25}",
                "book.yaml:55:16: found unknown key 'coupn_pct', expected a key of fixed rate: "
                        + "coupon_pct; did you mean 'coupon_pct'?");
    }

    @Test
    void anAssumptionNeedsAReason() {
        assertProblems("assumed: true, reason: \"nine tenths\"",
                "assumed: true",
                "book.yaml:18:29: found an assumption without reason, expected a reason; add reason: "
                        + "why this value");
    }

    @Test
    void aReasonNeedsAnAssumption() {
        assertProblems("assumed: true, reason: \"nine tenths\"",
                "reason: \"nine tenths\"",
                "book.yaml:18:29: found a reason without assumption, expected assumed: true beside "
                        + "it; add assumed: true, or remove the reason");
    }

    @Test
    void aFigureIsSourcedOrAssumed() {
        assertProblems("{value: 900, assumed",
                "{value: 900, source: \"https://example.org\", assumed",
                "book.yaml:18:60: found both source and assumed, expected one of them; remove one");
    }

    @Test
    void anAliasIsRefused() {
        assertProblems("kind: neocloud",
                "kind: *anchor",
                "book.yaml:8:11: found the alias *anchor, expected the values themselves; write them "
                        + "out");
    }

    @Test
    void aTagIsRefused() {
        assertProblems("equity_usd_m: 200",
                "equity_usd_m: !!float 200",
                "book.yaml:28:19: found the tag tag:yaml.org,2002:float, expected a plain value; "
                        + "remove the tag");
    }

    @Test
    void aSyntaxErrorHasItsPlace() {
        assertProblems("kind: neocloud",
                "kind: [neocloud",
                "book.yaml:9:11: found YAML that does not parse: expected ',' or ']', but got :, "
                        + "expected valid YAML; mend the text there or just before");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertProblems("unmodelled:",
                "---\nunmodelled:",
                "book.yaml:121:1: found a second document, expected one document; put it into its "
                        + "own file");
    }

    @Test
    void aListWhereAMappingBelongsIsRefused() {
        assertProblems("{cash_usd_m: 40, restricted_cash_usd_m: 5, btc: 100}",
                "[40, 5, 100]",
                "book.yaml:26:15: found a list, expected a mapping, the treasury; see "
                        + "docs/portfolio-format.md");
    }

    @Test
    void aKeyMustBeAWord() {
        assertProblems("equity_usd_m: 200",
                "[equity_usd_m]: 200",
                "book.yaml:28:5: found a list as key, expected a word; write key: value");
    }
}
