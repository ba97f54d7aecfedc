package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.numbers;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.cashflow.Annuity;
import org.deflator.engine.cashflow.BaseTerms;
import org.deflator.engine.cashflow.ConversionValue;
import org.deflator.engine.cashflow.MarginTerms;
import org.deflator.engine.cashflow.ReferenceWaterfall;
import org.deflator.engine.cashflow.Refinancing;
import org.deflator.engine.cashflow.Sculpting;
import org.deflator.engine.covenant.CardLoan;
import org.deflator.engine.covenant.CoverRatios;
import org.deflator.engine.covenant.Cure;
import org.deflator.engine.covenant.FlatSizing;
import org.deflator.engine.covenant.LenderElection;

/** What the engine says to the questions of part 5, and to the margin calls of part 3, by id. */
final class BorrowerOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("BORR-01",
                    in -> Annuity.levelPayment(number(in, "principal"), number(in, "rate"), whole(in, "n"))),
            entry("BORR-02", BorrowerOracles::covenantLife), entry("BORR-04", BorrowerOracles::covenantLife),
            entry("BORR-05", BorrowerOracles::covenantLife), entry("BORR-06", BorrowerOracles::covenantLife),
            entry("BORR-08", BorrowerOracles::covenantLife),
            entry("BORR-09",
                    in -> new FlatSizing(number(in, "dscr0"), number(in, "decline"),
                            number(in, "contract_share"),
                            number(in, "opex_share")).dscrAt(number(in, "t"))),
            entry("BORR-10",
                    in -> FlatSizing.overLendingMultiple(number(in, "decline"), number(in, "rate"),
                            whole(in, "n"))),
            entry("BORR-12",
                    in -> Sculpting.capacityUsd(numbers(in, "cfads"), number(in, "dscr"),
                            number(in, "rate"))),
            entry("BORR-13",
                    in -> Sculpting.principalUsd(numbers(in, "cfads"), number(in, "dscr"),
                            number(in, "rate"))[1]),
            entry("BORR-14", BorrowerOracles::sculptedLoanLifeCover),
            entry("BORR-16", BorrowerOracles::averageCover),
            entry("BORR-18", BorrowerOracles::levelLoanLife),
            entry("BORR-20", in -> CoverRatios.durationMismatchYears(levelLoanLife(in),
                    ResaleOracles.card(in, number(in, "r"), 0.0).durationYears())),
            entry("BORR-21", BorrowerOracles::borrowingBase),
            entry("BORR-23", BorrowerOracles::refinancingGap),
            entry("BORR-24", in -> Cure.amountUsd(number(in, "cfads"), number(in, "debt_service"),
                    number(in, "covenant"))),
            entry("BORR-25", BorrowerOracles::holdValue),
            entry("BORR-26",
                    in -> LenderElection.extend(holdValue(in), number(in, "liq_now"), number(in, "admin")) ? 1
                            : 0),
            entry("BORR-27", in -> waterfall(in).get(2).balanceUsd()),
            entry("BORR-28", in -> waterfall(in).get(3).reserveUsd()),
            entry("BORR-29",
                    in -> waterfall(in).stream().mapToDouble(ReferenceWaterfall.Period::distributedUsd)
                            .sum()),
            entry("BORR-36", BorrowerOracles::put),
            entry("BORR-41", in -> card(in).principalUsd(number(in, "rent"), number(in, "dscr"))),
            entry("BORR-42", in -> card(in).dscr(number(in, "rent"), number(in, "ltc") * number(in, "cost"))),
            entry("BORR-44",
                    in -> card(in).rentUsdPerGpuHour(number(in, "ltc") * number(in, "cost"),
                            number(in, "dscr"))),
            entry("CRYPTO-10", in -> MarginTerms.fallToCall(number(in, "ltv0"), number(in, "ltv_call"))),
            entry("CRYPTO-11", in -> MarginTerms.saleUsd(number(in, "loan"), number(in, "collateral"),
                    number(in, "ltv_target"))));

    private BorrowerOracles() {}

    private static double covenantLife(Map<String, Object> in) {
        return new FlatSizing(number(in, "dscr0"), number(in, "decline"), 0, number(in, "opex_share"))
                .yearsUntilDscr(number(in, "threshold"));
    }

    private static double sculptedLoanLifeCover(Map<String, Object> in) {
        double loan = Sculpting.capacityUsd(numbers(in, "cfads"), number(in, "dscr"), number(in, "rate"));
        return CoverRatios.llcr(numbers(in, "cfads"), number(in, "rate"), 0, loan);
    }

    private static double averageCover(Map<String, Object> in) {
        double[] service = new double[whole(in, "n")];
        Arrays.fill(service, Annuity.levelPayment(number(in, "debt"), number(in, "rate"), service.length));
        return CoverRatios.averageDscr(numbers(in, "cfads"), service);
    }

    private static double levelLoanLife(Map<String, Object> in) {
        double rate = number(in, "rate");
        double payment = Annuity.levelPayment(1, rate, whole(in, "n"));
        double[] principal = new double[whole(in, "n")];
        double balance = 1;
        for (int t = 0; t < principal.length; t++) {
            principal[t] = payment - rate * balance;
            balance -= principal[t];
        }
        return CoverRatios.weightedAverageLife(principal);
    }

    private static double borrowingBase(Map<String, Object> in) {
        BaseTerms base = new BaseTerms(number(in, "adv_gpu"), number(in, "adv_ar"), number(in, "adv_btc"),
                number(in, "reserves"), new boolean[0]);
        return Math.min(number(in, "commitment"),
                base.valueUsd(number(in, "gpu"), number(in, "ar"), number(in, "btc")));
    }

    private static double refinancingGap(Map<String, Object> in) {
        double annuity = Annuity.factor(number(in, "rate"), whole(in, "years"));
        return number(in, "maturity") - Refinancing.capacityUsd(number(in, "ltv_cap"), number(in, "value"),
                number(in, "cfads"), number(in, "dscr"), annuity);
    }

    private static double holdValue(Map<String, Object> in) {
        return LenderElection.holdValue(numbers(in, "bal"), numbers(in, "cf"), number(in, "q_default"),
                number(in, "recovery"), number(in, "r"));
    }

    private static List<ReferenceWaterfall.Period> waterfall(Map<String, Object> in) {
        return new ReferenceWaterfall(number(in, "principal"), number(in, "rate"), whole(in, "n"),
                number(in, "cash0"), number(in, "dsra0"), number(in, "default_dscr"), number(in, "lockup"),
                number(in, "sweep_normal")).run(numbers(in, "cfads"));
    }

    private static double put(Map<String, Object> in) {
        double parity =
                ConversionValue.parityUsd(number(in, "face"), number(in, "conv_price"), number(in, "stock"));
        return ConversionValue.holderPuts(number(in, "face"), parity, number(in, "hold_value")) ? 1 : 0;
    }

    private static CardLoan card(Map<String, Object> in) {
        return new CardLoan(number(in, "util"), number(in, "cash"), number(in, "hours"),
                number(in, "rate_month"),
                whole(in, "n"));
    }
}
