package org.deflator.data.file;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.deflator.data.file.Tree.Branch;
import org.deflator.data.file.Tree.Setting;
import org.deflator.model.base.Problem;
import org.deflator.model.market.MarketShock;
import org.deflator.model.market.MarketShock.Effect;
import org.deflator.model.market.MarketShock.Start;
import org.deflator.model.scenario.Scenario;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Scenario files, checked and as records. */
final class ScenarioBinder {
    private static final double BP_PER_ONE = 1e4;

    private static final List<String> STARTS = List.of("at", "after_months", "when");

    private ScenarioBinder() {}

    /** What the values of a shock say of each other. */
    static void check(Branch root, List<Problem> problems) {
        for (Branch shock : root.branches("shocks")) {
            List<String> starts = STARTS.stream().filter(shock::mentions).toList();
            if (starts.size() != 1) {
                problems.add(shock.at().problem(
                        starts.isEmpty() ? "a shock without a beginning" : String.join(" and ", starts),
                        "one of " + String.join(", ", STARTS),
                        starts.isEmpty() ? "add at: 2027-01 or after_months: 6" : "remove all but one"));
            }
            shock.maybeWord("when").ifPresent(text -> ShockCondition.read(text, shock.at("when"), problems));
            if (shock.type().equals("credit_spread")
                    && shock.mentions("multiply_by") == shock.mentions("add_bp")) {
                problems.add(shock.at().problem(
                        shock.mentions("add_bp") ? "both multiply_by and add_bp"
                                : "neither multiply_by nor add_bp",
                        "one of them", "write multiply_by: 2, or add_bp: 300"));
            }
        }
    }

    static Scenario scenario(Branch root) {
        List<Scenario.Setting> settings = new ArrayList<>();
        settings.addAll(settings(root, "set", "model"));
        settings.addAll(settings(root, "set_market", "market"));
        settings.addAll(settings(root, "set_portfolio", "portfolio"));
        return new Scenario(root.word("scenario"), root.word("description"), settings,
                root.branches("shocks").stream().map(ScenarioBinder::shock).toList());
    }

    private static List<Scenario.Setting> settings(Branch root, String key, String file) {
        return root.fields().get(key) instanceof Tree.Settings set
                ? set.settings().stream().map(s -> new Scenario.Setting(file, s.path(), value(s))).toList()
                : List.of();
    }

    private static String value(Setting setting) {
        Node value = setting.value();
        return value instanceof ScalarNode word ? word.getValue() : ScalarReader.describe(value);
    }

    private static MarketShock shock(Branch b) {
        return new MarketShock(start(b), effect(b), b.countOr("ramp_months", 0),
                b.has("months") ? OptionalInt.of(b.count("months")) : OptionalInt.empty());
    }

    private static Start start(Branch b) {
        if (b.has("after_months")) {
            return new Start.After(b.count("after_months"));
        }
        return b.maybeMonth("at").<Start>map(Start.At::new).orElseGet(
                () -> ShockCondition.read(b.word("when"), b.at("when"), new ArrayList<>()).orElseThrow());
    }

    private static Effect effect(Branch b) {
        return switch (b.type()) {
            case "rent" -> new Effect.RentTimes(b.maybeWord("gpu"), b.number("multiply_by"));
            case "bitcoin" -> new Effect.BitcoinTimes(b.number("multiply_by"));
            case "credit_spread" -> b.has("add_bp")
                    ? new Effect.SpreadPlus(b.number("add_bp") / BP_PER_ONE)
                    : new Effect.SpreadTimes(b.number("multiply_by"));
            case "depth" -> new Effect.DepthTimes(b.number("multiply_by"));
            case "data_centre_rent" -> new Effect.DataCentreRentTimes(b.number("multiply_by"));
            case "offtaker_default" -> new Effect.OfftakerFails(b.maybeWord("offtaker"));
            case "borrower_default" -> new Effect.BorrowerFails(b.word("borrower"));
            case "refinancing_closed" -> new Effect.RefinancingCloses();
            default -> throw new IllegalStateException("a shock of the type " + b.type());
        };
    }
}
