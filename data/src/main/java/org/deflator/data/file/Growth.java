package org.deflator.data.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deflator.data.file.Tree.Branch;
import org.deflator.model.portfolio.Portfolio.LeftOut;

/** Tells what a portfolio marks as growth from the rest of it. */
final class Growth {
    private final List<LeftOut> leftOut = new ArrayList<>();
    /** Paths of what is growth, each with a dot at its end. */
    private final Set<String> paths = new HashSet<>();
    private final Branch frozen;

    private Growth(Branch whole) {
        Branch withoutDebts = without(whole, "unmodelled", "");
        frozen = with(withoutDebts, "borrowers", kept(whole));
    }

    /** Of a portfolio with all its parts. */
    static Growth of(Branch whole) {
        return new Growth(whole);
    }

    /** The portfolio without growth. */
    Branch frozen() {
        return frozen;
    }

    /** What that leaves out. */
    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Whether the figure at this path belongs to growth. */
    boolean covers(String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (paths.contains(path.substring(0, dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private List<Tree> kept(Branch whole) {
        List<Tree> borrowers = new ArrayList<>();
        for (Branch borrower : whole.branches("borrowers")) {
            String path = "borrowers." + borrower.maybeWord("id").orElse("") + ".";
            if (borrower.flag("growth")) {
                paths.add(path);
                leave(borrower, borrower, "borrower");
            } else {
                Branch rest = borrower;
                for (String list : borrower.fields().keySet()) {
                    rest = without(rest, list, path);
                }
                borrowers.add(rest);
            }
        }
        return borrowers;
    }

    /** The branch without what one of its lists marks as growth. */
    private Branch without(Branch branch, String list, String path) {
        List<Tree> kept = new ArrayList<>();
        for (Tree tree : branch.items(list)) {
            if (tree instanceof Branch item && item.flag("growth")) {
                paths.add(path + list + "." + item.maybeWord("id").orElse("") + ".");
                leave(branch, item, list);
            } else {
                kept.add(tree);
            }
        }
        return kept.size() == branch.items(list).size() ? branch : with(branch, list, kept);
    }

    private static Branch with(Branch branch, String list, List<Tree> items) {
        Map<String, Tree> fields = new LinkedHashMap<>(branch.fields());
        fields.put(list, new Tree.Items(branch.at(list), items));
        return new Branch(branch.at(), branch.type(), branch.mentioned(), fields);
    }

    private void leave(Branch owner, Branch item, String kind) {
        double debtUsdM = debtUsdM(item);
        double capexUsdM = capexUsdM(item);
        for (Branch debt : item.branches("debt")) {
            debtUsdM += debtUsdM(debt);
        }
        for (String list : List.of("fleets", "data_centres")) {
            for (Branch asset : item.branches(list)) {
                capexUsdM += capexUsdM(asset);
            }
        }
        leftOut.add(new LeftOut(item.maybeWord("borrower").or(() -> owner.maybeWord("id")).orElse(""),
                item.maybeWord("id").orElse(""), kind, debtUsdM, capexUsdM));
    }

    /** What a debt may grow to; an unmodelled one has an amount. */
    private static double debtUsdM(Branch debt) {
        double drawn = debt.numberOr("outstanding_usd_m", debt.numberOr("amount_usd_m", 0));
        double committed = debt.maybeBranch("draw").orElse(debt).numberOr("commitment_usd_m", 0);
        return Math.max(drawn, committed);
    }

    private static double capexUsdM(Branch asset) {
        return 1e-6 * asset.numberOr("units", 0) * asset.numberOr("unit_cost_usd", 0)
                + asset.numberOr("cost_usd_m", 0);
    }
}
