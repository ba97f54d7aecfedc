package org.deflator.data.file;

import static org.deflator.data.file.Shape.optional;
import static org.deflator.data.file.Shape.positive;
import static org.deflator.data.file.Shape.required;
import static org.deflator.data.file.Shape.whole;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deflator.data.file.Shape.Field;
import org.deflator.data.file.Shape.Fields;

/** Keys, kinds and ranges of a scenario file; told in {@code docs/scenarios.md}. */
final class ScenarioShape {
    private static final int MAX_MONTHS = 600;

    private static final Field MULTIPLY =
            required("multiply_by", positive(), "factor of the driver once the shock is there in full");
    private static final Field GPU = optional("gpu", new Shape.Id(), "generation; absent: all of them");
    private static final Field RAMP = optional("ramp_months", whole(0, MAX_MONTHS),
            "months over which it comes in equal steps of the logarithm; absent: at once");
    private static final Field MONTHS = optional("months", whole(1, MAX_MONTHS),
            "months it lasts, the first included; absent: for good");

    private static final Map<String, Fields> SHOCKS = shocks();

    /** A whole scenario file. */
    static final Fields SCENARIO = new Fields("scenario", List.of(
            required("scenario", new Shape.Id(), "its name"),
            required("description", new Shape.Text(), "what it is about, in a sentence or two"),
            optional("set", new Shape.Settings("model.yaml"), "values in place of those of the market model"),
            optional("set_market", new Shape.Settings("the market snapshot"),
                    "values in place of those of the market snapshot"),
            optional("set_portfolio", new Shape.Settings("the portfolio"),
                    "values in place of those of the portfolio; * stands for all items of a list, *:WORD for"
                            + " those of the type WORD or with a key WORD"),
            optional("shocks",
                    new Shape.Items(new Shape.Variants("shock", SHOCKS, List.of()), "", "shock", 0),
                    "what befalls the market; absent: nothing")));

    private ScenarioShape() {}

    private static Map<String, Fields> shocks() {
        Map<String, Fields> shocks = new LinkedHashMap<>();
        shocks.put("rent", shock("rent shock", GPU, MULTIPLY, RAMP, MONTHS));
        shocks.put("bitcoin", shock("bitcoin shock", MULTIPLY, RAMP, MONTHS));
        shocks.put("credit_spread", shock("credit spread shock",
                optional("multiply_by", positive(), "factor of the spread"),
                optional("add_bp", positive(), "basis points on top of the spread"), RAMP, MONTHS));
        shocks.put("depth", shock("depth shock", MULTIPLY, RAMP, MONTHS));
        shocks.put("data_centre_rent", shock("data centre rent shock", MULTIPLY, RAMP, MONTHS));
        shocks.put("offtaker_default", shock("offtaker default",
                optional("offtaker", new Shape.Id(),
                        "customer that fails for good; absent: the one that owes most under"
                                + " today's contracts")));
        shocks.put("borrower_default", shock("borrower default",
                required("borrower", new Shape.Id(), "borrower that defaults on all that it owes")));
        shocks.put("refinancing_closed", shock("closure of refinancing", MONTHS));
        return shocks;
    }

    private static Fields shock(String noun, Field... own) {
        List<Field> fields = new ArrayList<>(List.of(
                optional("at", new Shape.Month(), "month in which it begins; this, after_months or when"),
                optional("after_months", whole(0, MAX_MONTHS),
                        "months after the as-of date when it begins; 0 is the first month"),
                optional("when", new Shape.Text(), "condition after which it begins, such as"
                        + " credit_spread_bp > 800 for 2 months; looked at on each path at each"
                        + " month's end")));
        fields.addAll(List.of(own));
        return new Fields(noun, fields);
    }
}
