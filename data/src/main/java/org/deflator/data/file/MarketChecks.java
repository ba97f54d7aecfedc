package org.deflator.data.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.base.Problem;

/** What the values of market files say of each other. */
final class MarketChecks {
    private MarketChecks() {}

    /** Quotes must be of known generations and not of the future. */
    static void snapshot(Branch root, List<Problem> problems) {
        Set<String> gpus = new TreeSet<>();
        root.branches("generations").forEach(g -> g.maybeWord("id").ifPresent(gpus::add));
        Optional<LocalDate> asOf = root.maybeDate("as_of");
        Stream.of("rents", "resale", "histories").flatMap(list -> root.branches(list).stream())
                .forEach(quote -> {
                    quote.maybeWord("gpu").filter(gpu -> !gpus.contains(gpu))
                            .ifPresent(gpu -> problems.add(quote.at("gpu")
                                    .problem("'" + gpu + "'", "a known generation",
                                            Spelling.remedy(gpu, gpus,
                                                    "there are " + String.join(", ", gpus)))));
                    if (asOf.isPresent()
                            && quote.maybeDate("quoted").filter(day -> day.isAfter(asOf.get())).isPresent()) {
                        problems.add(quote.at("quoted").problem("a quote of " + quote.date("quoted"),
                                "one not after the as-of date " + asOf.get(), "leave later quotes out"));
                    }
                    if (asOf.isPresent()
                            && quote.fields().get("usd_per_gpu_hour") instanceof Tree.Series series
                            && !series.values().isEmpty()
                            && series.values().lastKey().isAfter(YearMonth.from(asOf.get()))) {
                        problems.add(series.at().problem("a rent of " + series.values().lastKey(),
                                "none after the as-of date " + asOf.get(), "leave later rents out"));
                    }
                });
    }

    /** Sums, orders and correlations of a model. */
    static void model(Branch root, List<Problem> problems) {
        root.maybeBranch("rents").ifPresent(rents -> {
            notAbove(rents, "decline_min", "decline_max", problems);
            notAbove(rents, "decline_min", "decline_mean", problems);
            notAbove(rents, "decline_mean", "decline_max", problems);
            weights(rents, problems);
        });
        root.maybeBranch("usage").ifPresent(b -> notAbove(b, "utilisation_min", "utilisation_max", problems));
        root.maybeBranch("contracts")
                .ifPresent(b -> notAbove(b, "renew_months_min", "renew_months_max", problems));
        root.maybeBranch("servicer")
                .ifPresent(b -> notAbove(b, "outage_months_min", "outage_months_max", problems));
        root.maybeBranch("dependence").ifPresent(dependence -> Stream.of("calm", "tight")
                .flatMap(key -> dependence.maybeBranch(key).stream())
                .forEach(copula -> correlations(copula, problems)));
    }

    private static void notAbove(Branch b, String low, String high, List<Problem> problems) {
        if (b.has(low) && b.has(high) && b.number(low) > b.number(high)) {
            problems.add(b.at(low).problem(low + " " + Shape.plain(b.number(low)),
                    "at most " + high + ", " + Shape.plain(b.number(high)), "correct one of them"));
        }
    }

    private static void weights(Branch rents, List<Problem> problems) {
        List<String> keys = List.of("weight_algorithms", "weight_hardware", "weight_software");
        double sum = keys.stream().mapToDouble(key -> rents.numberOr(key, Double.NaN)).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            problems.add(
                    rents.at(keys.getFirst()).problem("weights that sum to " + Shape.plain(sum), "the sum 1",
                            "correct weight_algorithms, weight_hardware or weight_software"));
        }
    }

    private static void correlations(Branch copula, List<Problem> problems) {
        if (copula.fields().size() == ModelShape.COPULA_KEYS
                && !positiveDefinite(MarketBinder.copula(copula).matrix())) {
            problems.add(copula.at().problem("correlations that contradict each other",
                    "a positive definite correlation matrix", "bring them closer to 0"));
        }
    }

    /** By Cholesky's decomposition. */
    private static boolean positiveDefinite(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= l[i][k] * l[j][k];
                }
                if (i == j && rest <= 1e-12) {
                    return false;
                }
                l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
            }
        }
        return true;
    }
}
