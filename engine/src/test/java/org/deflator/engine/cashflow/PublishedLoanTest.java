package org.deflator.engine.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deflator.engine.oracle.Published;
import org.deflator.model.base.Timeline;
import org.deflator.model.portfolio.Amortisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Loans that others have published: Excel's PMT (as QuantLib tests it), Hastructure's loan rows.
 * Hastructure truncates every amount to cents, so its rows are met within a cent, and a balance within half
 * a cent a period.
 */
class PublishedLoanTest {
    private static final String LOANS = "loans/hastructure_loan_cashflows.json";
    private static final String ANALYTICS = "loans/hastructure_pmt_irr_duration.json";
    private static final double CENT = 0.01;

    /** Cases of the files that no loan in the books has, or that another part of the product computes. */
    private static final Map<String, String> OUT_OF_SCOPE = outOfScope();

    private static Map<String, String> outOfScope() {
        String retail = "consumer loans: chance prepayment and delinquency are not modelled";
        String pricing = "yield, duration and future value belong to pricing";
        String dates = "cash of a month is paid at its end, so lives are in whole months, not in days";
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("level, 8000 balance, 19 of 24 months remaining",
                "asks for dates alone, on the first of a month");
        reasons.put("balloon with 10% CPR", retail);
        reasons.put("prepayment 3% CPR with penalty schedules", retail);
        reasons.put("delinquency: 5% CDR-like, 2-month lag, 30% default", retail);
        reasons.put("installment with flat fee 1%", retail);
        reasons.put("no payment first 3 months (capitalising), then level",
                "no agreed debt capitalises its interest");
        reasons.put("ARM SOFR3M+1%, initial cap 1.5%, periodic 1%, life cap 9%, floor 2%",
                "the base rate is level over a run, without caps");
        reasons.put("WAL months", dates);
        reasons.put("WAL years", dates);
        for (String name : List.of("IRR -100/+108 over one year", "IRR -100/+50/+70",
                "exit amount for 8% IRR",
                "duration bullet", "duration two flows", "convexity bullet", "FV one year", "FV half year")) {
            reasons.put(name, pricing);
        }
        reasons.put("survivor factor, 10% annual attrition", retail);
        return reasons;
    }

    static Stream<JsonNode> excelPayments() {
        return Published.cases("loans/excel_pmt_30y_monthly.json").stream();
    }

    @ParameterizedTest
    @MethodSource("excelPayments")
    void levelPaymentIsExcels(JsonNode loan) {
        double payment = Annuity.levelPayment(loan.get("principal").asDouble(),
                loan.get("annualRate").asDouble() / 12, loan.get("periods").asInt());
        assertThat(payment).isCloseTo(loan.get("expectedPayment").asDouble(),
                within(loan.get("tolerance").asDouble()));
    }

    static Stream<JsonNode> hastructurePayments() {
        return Published.cases(ANALYTICS).stream().filter(c -> name(c).startsWith("PMT"));
    }

    @ParameterizedTest
    @MethodSource("hastructurePayments")
    void levelPaymentIsHastructures(JsonNode loan) {
        JsonNode in = loan.get("inputs");
        double payment = Annuity.levelPayment(in.get("balance").asDouble(), in.get("periodicRate").asDouble(),
                in.get("periods").asInt());
        assertThat(payment).isCloseTo(loan.get("expected").asDouble(), within(CENT));
    }

    @Test
    void evenPrincipalIsTheBalanceOverThePaymentsLeft() {
        JsonNode loan = loan("even principal, 240 over 19 remaining");
        double[] principal =
                plan(loan, 19, 0).principal(new Amortisation.Linear(0), 240, new double[19], 12, m -> 0);
        assertThat(principal[0]).isCloseTo(loan.get("expected").get("firstPrincipal").asDouble(),
                within(CENT));
        assertThat(Arrays.stream(principal).sum()).isCloseTo(240, within(1e-9));
    }

    static Stream<JsonNode> balloons() {
        return Stream.of(loan("balloon 36m on 120m amortisation, 30/360"),
                loan("balloon, 24 of 36 remaining"));
    }

    @ParameterizedTest
    @MethodSource("balloons")
    void balloonLeavesWhatTheLongScheduleStillOwes(JsonNode loan) {
        JsonNode in = loan.get("inputs");
        double rate = in.get("rate").asDouble() / 12;
        double balance = in.get("balance").asDouble();
        int left = in.get("remaining").asInt();
        int longLeft = in.get("amortTerm").asInt() - (36 - left);
        double balloon = Annuity.factor(rate, longLeft - left) / Annuity.factor(rate, longLeft);
        double[] principal = plan(loan, left, 0).principal(new Amortisation.Level(100 * balloon), balance,
                new double[left], 12, m -> 0);
        double beforeLast = balance - Arrays.stream(principal, 0, left - 1).sum();
        JsonNode expected = loan.get("expected");
        assertThat(principal[0]).isCloseTo(expected.get("firstPrincipal").asDouble(), within(CENT));
        assertThat(balance * rate).isCloseTo(expected.get("firstInterest").asDouble(), within(CENT));
        assertThat(beforeLast).isCloseTo(expected.get("lastPrincipal").asDouble(), within(0.005 * left));
        assertThat(beforeLast * rate).isCloseTo(expected.get("lastInterest").asDouble(), within(CENT));
    }

    @Test
    void interestOnlyLoanRepaysNothingBeforeItEnds() {
        JsonNode loan = loan("buy-to-let interest only then bullet");
        double[] principal =
                plan(loan, 24, 0).principal(new Amortisation.Bullet(), 240, new double[24], 12, m -> 0);
        JsonNode row = loan.get("expected").get(0);
        assertThat(principal).containsOnly(row.get(2).asDouble());
        assertThat(240 * 0.08 / 12).isCloseTo(row.get(3).asDouble(), within(CENT));
    }

    @Test
    void levelPaymentsMayStartAfterMonthsOfInterestOnly() {
        JsonNode loan = loan("interest only first 3 months, then level");
        double[] principal =
                plan(loan, 24, 3).principal(new Amortisation.Level(0), 240, new double[24], 12, m -> 0);
        JsonNode first = loan.get("expected").get(0);
        JsonNode fourth = loan.get("expected").get(1);
        assertThat(principal[0]).isEqualTo(first.get(2).asDouble());
        assertThat(principal[3]).isCloseTo(fourth.get(2).asDouble(), within(CENT));
        assertThat(240 - principal[3]).isCloseTo(fourth.get(1).asDouble(), within(CENT));
    }

    @Test
    void everyPublishedCaseIsMetOrHasAReason() {
        Set<String> met = new TreeSet<>(Set.of("even principal, 240 over 19 remaining",
                "balloon 36m on 120m amortisation, 30/360", "balloon, 24 of 36 remaining",
                "buy-to-let interest only then bullet", "interest only first 3 months, then level"));
        hastructurePayments().forEach(c -> met.add(name(c)));
        Set<String> published = new TreeSet<>();
        Published.cases(LOANS).forEach(c -> published.add(name(c)));
        Published.cases(ANALYTICS).forEach(c -> published.add(name(c)));
        assertThat(met).doesNotContainAnyElementsOf(OUT_OF_SCOPE.keySet());
        met.addAll(OUT_OF_SCOPE.keySet());
        assertThat(met).isEqualTo(published);
    }

    private static RepaymentPlan plan(JsonNode loan, int months, int first) {
        boolean[] pays = new boolean[months];
        Arrays.fill(pays, true);
        Timeline timeline = new Timeline(LocalDate.of(2020, 12, 31), months);
        return new RepaymentPlan(timeline, pays, loan.get("inputs").get("rate").asDouble() / 12, first,
                months - 1);
    }

    private static JsonNode loan(String name) {
        return Published.cases(LOANS).stream().filter(c -> name(c).equals(name)).findFirst().orElseThrow();
    }

    private static String name(JsonNode published) {
        return Objects.requireNonNull(published.get("name")).asString();
    }
}
