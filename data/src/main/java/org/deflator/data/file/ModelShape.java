package org.deflator.data.file;

import static org.deflator.data.file.Shape.anyNumber;
import static org.deflator.data.file.Shape.atLeastZero;
import static org.deflator.data.file.Shape.between;
import static org.deflator.data.file.Shape.listOf;
import static org.deflator.data.file.Shape.positive;
import static org.deflator.data.file.Shape.required;
import static org.deflator.data.file.Shape.share;
import static org.deflator.data.file.Shape.whole;

import java.util.List;
import org.deflator.data.file.Shape.Field;
import org.deflator.data.file.Shape.Fields;
import org.deflator.data.file.Shape.Figure;

/** Keys, kinds and ranges of a market model file; what each means is told by the records of the model. */
final class ModelShape {
    private ModelShape() {}

    private static final Fields RENTS = new Fields("rents", List.of(
            field("decline_mean", between(-1, 0.95)), field("decline_sd", atLeastZero()),
            field("decline_min", between(-1, 0.95)), field("decline_max", between(-1, 0.95)),
            field("weight_algorithms", share()), field("weight_hardware", share()),
            field("weight_software", share()),
            field("scarcity_reversion", positive()), field("scarcity_vol_calm", atLeastZero()),
            field("scarcity_vol_tight", atLeastZero()), field("scarcity_mean_calm", anyNumber()),
            field("scarcity_mean_tight", anyNumber()), field("scarcity_start", anyNumber()),
            field("launch_ramp_years", atLeastZero()), field("launch_step_cv", atLeastZero()),
            field("minor_launch_size", atLeastZero()), field("custom_silicon_size", atLeastZero()),
            field("second_successor_weight", share()), field("later_successor_weight", share()),
            field("idiosyncratic_sd", atLeastZero()), field("idiosyncratic_half_life_months", positive()),
            field("monthly_reprice_probability", share()), field("reprice_band", atLeastZero())));

    private static final Fields USAGE = new Fields("usage", List.of(
            field("utilisation_min", share()), field("utilisation_max", share()),
            field("utilisation_intercept", anyNumber()), field("utilisation_slope", anyNumber()),
            field("availability", share()), field("hours_per_month", between(700, 744)),
            field("market_pue", between(1, 3)), field("market_power_usd_per_kwh", atLeastZero()),
            field("market_colo_usd_per_kw_month", atLeastZero()),
            field("ops_usd_per_gpu_hour", atLeastZero()),
            field("maintenance_share_of_cost_per_year", share())));

    private static final Fields CONTRACTS = new Fields("contracts", List.of(
            field("renew_calm", share()), field("renew_tight", share()),
            field("renew_months_min", whole(1, 120)),
            field("renew_months_max", whole(1, 120)), field("term_discount", share()),
            field("idle_months", atLeastZero()), field("renegotiation_hazard_per_month", share()),
            field("renegotiation_threshold", atLeastZero()),
            field("offtaker_factor_loading", atLeastZero()),
            field("offtaker_hazard_multiple", atLeastZero())));

    private static final Fields LAUNCH = new Fields("launch", List.of(
            required("id", new Shape.Id(), "such as Rubin"),
            required("kind", new Shape.Choice(List.of("major", "minor", "custom_silicon")), "what it is"),
            required("scheduled", new Shape.Month(), "announced month of volume")));

    private static final Fields LAUNCHES = new Fields("launches", List.of(
            required("launches", listOf(LAUNCH), "announced launches"), field("delay_shape", whole(1, 20)),
            field("delay_scale_months", atLeastZero()), field("gap_months", whole(1, 120))));

    private static final Fields RESALE = new Fields("resale", List.of(
            field("discount_rate", share()), field("months", whole(1, 600)), field("utilisation", share()),
            field("scrap_usd", atLeastZero()), field("floor_share", share()),
            field("basis_half_life_months", positive())));

    private static final Fields BITCOIN = new Fields("bitcoin", List.of(
            field("drift_calm", anyNumber()), field("drift_tight", anyNumber()),
            field("vol_calm", atLeastZero()),
            field("vol_tight", atLeastZero()), field("blocks_per_day", positive()),
            field("subsidy_btc", atLeastZero()),
            required("halving", new Shape.Month(), "month of the next halving"),
            field("hash_up_per_year", atLeastZero()), field("hash_down_per_year", atLeastZero()),
            field("anchor_over_breakeven", positive()), field("median_joule_per_th", positive()),
            field("efficiency_gain_per_year", between(0, 0.99)),
            field("median_power_usd_per_kwh", positive())));

    private static final Fields CREDIT = new Fields("credit", List.of(
            field("spread_mean_calm_bp", positive()), field("spread_mean_tight_bp", positive()),
            field("spread_reversion", positive()), field("spread_vol", atLeastZero()),
            field("funding_mean_tight", anyNumber()), field("funding_reversion", positive())));

    /** Six correlations and the degrees of freedom. */
    static final int COPULA_KEYS = 7;
    private static final Figure CORRELATION = between(-1, 1);

    private static final Fields DEPENDENCE = new Fields("dependence", List.of(
            field("to_tight", share()), field("to_calm", share()),
            required("starts_tight", new Shape.Flag(), "regime on the as-of date"),
            required("calm", copula("calm copula"), "correlations in calm"),
            required("tight", copula("tight copula"), "correlations in tight")));

    private static Fields copula(String noun) {
        return new Fields(noun, List.of(
                field("bitcoin_scarcity", CORRELATION), field("bitcoin_spread", CORRELATION),
                field("bitcoin_funding", CORRELATION), field("scarcity_spread", CORRELATION),
                field("scarcity_funding", CORRELATION), field("spread_funding", CORRELATION),
                required("degrees_of_freedom",
                        new Shape.Count(List.of(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20)),
                        "0 stands for Gaussian")));
    }

    private static final Fields DEPTH = new Fields("depth", List.of(
            required("normal", state("normal depth"), "depth in calm"),
            required("stress", state("stress depth"), "depth in tight"),
            required("crisis", state("crisis depth"), "lowest depth"),
            field("loss_sensitivity", atLeastZero()), field("recovery_half_life_months", positive())));

    private static Fields state(String noun) {
        return new Fields(noun, List.of(field("units_per_month", positive()),
                field("resilience_per_month", atLeastZero()), field("price_floor", share())));
    }

    private static final Fields ENFORCEMENT = new Fields("enforcement", List.of(
            field("lag_months", whole(0, 60)), field("share_pledge_months", whole(0, 60)),
            field("chapter_eleven_months", whole(0, 120)), field("cost_share", share()),
            field("carry_usd_per_gpu_month", atLeastZero()), field("deinstall_usd_per_gpu", atLeastZero()),
            field("yield_loss", share()), field("funding_rate", share()),
            field("max_sale_months", whole(1, 60)),
            field("orderly_sale_months", whole(1, 120)),
            field("step_in_discount_calm", share()), field("step_in_discount_tight", share())));

    private static final Fields FINANCING = new Fields("financing", List.of(
            field("access_intercept", anyNumber()), field("access_funding", anyNumber()),
            field("access_ltv", anyNumber()), field("access_dscr", anyNumber()), field("ltv_cap", positive()),
            field("dscr_target", positive()), field("tenor_months", whole(1, 360)),
            field("margin_bp", atLeastZero()),
            field("equity_raise_calm", share()), field("equity_raise_tight", share()),
            field("equity_min_over_debt", atLeastZero()), field("conversion_premium", atLeastZero()),
            field("buffer_months", whole(0, 60)),
            required("always_refinances", new Shape.Flag(), "whether every balance due is lent anew"),
            required("rationed", new Shape.Flag(),
                    "whether what falls due shares a limited supply of new loans"),
            field("supply_calm", share()), field("supply_tight", share()),
            field("supply_months", whole(1, 120)),
            field("sector_debt_usd_m", atLeastZero()),
            required("neocloud_equity", betas("neocloud_equity"), "loadings"),
            required("miner_equity", betas("miner_equity"), "loadings"),
            required("data_centre_equity", betas("data_centre_equity"), "loadings")));

    private static Fields betas(String noun) {
        return new Fields(noun, List.of(field("bitcoin", anyNumber()), field("scarcity", anyNumber()),
                field("spread", anyNumber()), field("own_vol", atLeastZero())));
    }

    private static final Fields FORBEARANCE = new Fields("forbearance", List.of(
            field("grace_months", whole(0, 24)), field("default_probability", share()),
            field("recovery", share()),
            field("admin_share", share()), field("max_waivers", whole(0, 100)),
            field("waiver_months", whole(0, 120)),
            field("margin_step_bp", atLeastZero()), field("max_extensions", whole(0, 100)),
            field("extension_months", whole(1, 120)),
            required("waiver_is_exchange", new Shape.Flag(),
                    "whether an agency counts a waiver as an exchange"),
            field("cures_in_window", whole(0, 40)), field("cure_window_tests", whole(1, 40)),
            field("surrender_ratio", atLeastZero()),
            field("surrender_quarters", whole(1, 40))));

    private static final Fields SERVICER = new Fields("servicer", List.of(
            field("consolidation_probability", share()), field("outage_months_min", whole(0, 60)),
            field("outage_months_max", whole(0, 60)), field("fee_share", share())));

    private static final Fields DATA_CENTRES = new Fields("data_centres", List.of(
            field("rent_drift", anyNumber()), field("rent_vol", atLeastZero()),
            field("scarcity_loading", anyNumber()), field("noi_margin", share()),
            field("vacant_usd_per_kw_month", atLeastZero()), field("renew_calm", share()),
            field("renew_tight", share()), field("relet_months_calm", whole(0, 120)),
            field("relet_months_tight", whole(0, 120)), field("relet_term_months", whole(1, 360)),
            field("relet_escalator", share()), field("discount_rate", share()),
            field("cap_rate", between(0.001, 1)), field("cap_rate_elasticity", atLeastZero()),
            field("delay_shape", whole(1, 18)), field("delay_scale_months", atLeastZero()),
            field("delay_cost_share", share()), field("sale_months", whole(0, 60)),
            field("sale_discount_calm", share()), field("sale_discount_tight", share()),
            field("ltv_cap", positive()), field("min_debt_yield", positive()),
            field("margin_bp", atLeastZero())));

    private static final Fields UNDERWRITING = new Fields("underwriting", List.of(
            field("rating_utilisation", share()), field("rating_pue", between(1, 3)),
            field("book_life_months", whole(1, 600))));

    private static final Fields CONTAGION = new Fields("contagion", List.of(
            channel("collateral_price", "one market for all sellers marks what stands"),
            channel("rents", "cards of estates are let again"),
            channel("bitcoin", "sales of bitcoin press on its price"),
            channel("lenders", "losses make lenders lend less"),
            channel("offtakers", "a customer that is a borrower may leave its contracts when it falls"),
            required("remarketing", new Fields("remarketing", List.of(
                    field("demand_elasticity", positive()), field("installed_cards", positive()))),
                    "cards let again"),
            required("bitcoin_market", new Fields("bitcoin_market", List.of(
                    field("impact_coefficient", atLeastZero()), field("daily_vol", atLeastZero()),
                    field("volume_usd_m_per_day", positive()), field("lasting_share", share()))),
                    "impact of sales"),
            required("lending", new Fields("lending", List.of(
                    field("count", whole(1, 10_000)), field("capital_ratio", share()),
                    field("target_capital_ratio", positive()), field("exposure_share", share()),
                    field("advance_rate", positive()), field("tightening", atLeastZero()),
                    field("least_advance_rate", share()), field("provision_share", share()),
                    field("rebuild_half_life_months", positive()))),
                    "lenders of this market"),
            field("rejection_probability", share()),
            required("last_resort", new Fields("last_resort", List.of(
                    required("on", new Shape.Flag(), "whether there is such a buyer"),
                    field("price_share", share()))),
                    "a public buyer of used cards")));

    private static Field channel(String key, String words) {
        return required(key, new Shape.Flag(), words);
    }

    /** A whole model file. */
    static final Fields MODEL = new Fields("market model", List.of(
            section(RENTS), section(USAGE), section(CONTRACTS), section(LAUNCHES), section(RESALE),
            section(BITCOIN),
            section(CREDIT), section(DEPENDENCE), section(DEPTH), section(ENFORCEMENT), section(FINANCING),
            section(FORBEARANCE), section(SERVICER), section(DATA_CENTRES),
            section(UNDERWRITING), section(CONTAGION)));

    private static Field field(String key, Figure figure) {
        return required(key, figure, figure.words());
    }

    private static Field section(Fields fields) {
        return required(fields.noun(), fields, "see docs/portfolio-format.md");
    }
}
