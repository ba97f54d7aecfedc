package org.deflator.engine.oracle;

import static java.util.Map.entry;
import static org.deflator.engine.oracle.Oracle.matrix;
import static org.deflator.engine.oracle.Oracle.number;
import static org.deflator.engine.oracle.Oracle.numbers;
import static org.deflator.engine.oracle.Oracle.whole;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.deflator.engine.path.CryptoPath;
import org.deflator.engine.path.Hashprice;
import org.deflator.engine.path.QuotedDecline;

/** What the engine says to the questions of part 3, by id. */
final class CryptoOracles {
    static final Map<String, ToDoubleFunction<Map<String, Object>>> BY_ID = Map.ofEntries(
            entry("CRYPTO-01", in -> Hashprice.usdPerPhDay(number(in, "blocks_day"), number(in, "subsidy"),
                    number(in, "fee_btc_per_block"), number(in, "btc"), number(in, "hash_EH"))),
            entry("CRYPTO-02",
                    in -> Hashprice.breakevenUsdPerPhDay(number(in, "j_per_th"), number(in, "power"))),
            entry("CRYPTO-03",
                    in -> Hashprice.breakevenBitcoinUsd(number(in, "j_per_th"), number(in, "power"),
                            number(in, "hash_EH"), number(in, "blocks_day"), number(in, "subsidy"),
                            number(in, "fee_btc_per_block"))),
            entry("CRYPTO-04",
                    in -> Hashprice.halvingRatio(number(in, "subsidy"), number(in, "fee_btc_per_block"))),
            entry("CRYPTO-06", in -> Hashprice.rigUsdPerTh(number(in, "hp0"), number(in, "j_per_th"),
                    number(in, "power"), number(in, "decay"), number(in, "r"))),
            entry("CRYPTO-08", CryptoOracles::expectedGrowth),
            // Growth is a negative decline; the two figures are twelve months apart.
            entry("CRYPTO-13", in -> -QuotedDecline.between(number(in, "debt0"), number(in, "debt1"), 1)));

    private CryptoOracles() {}

    private static double expectedGrowth(Map<String, Object> in) {
        double[][] transition = matrix(in, "P");
        double[] drift = numbers(in, "mu");
        return CryptoPath.expectedGrowth(transition[0][1], transition[1][0], whole(in, "start") == 1,
                drift[0],
                drift[1], whole(in, "months"));
    }
}
