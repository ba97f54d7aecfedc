package org.deflator.data.file;

import org.deflator.data.file.Tree.Branch;
import org.deflator.model.market.BitcoinModel;
import org.deflator.model.market.ContractModel;
import org.deflator.model.market.ContagionModel;
import org.deflator.model.market.CreditModel;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.Dependence;
import org.deflator.model.market.Depth;
import org.deflator.model.market.EnforcementModel;
import org.deflator.model.market.FinancingModel;
import org.deflator.model.market.ForbearanceModel;
import org.deflator.model.market.GpuGeneration;
import org.deflator.model.market.Launch;
import org.deflator.model.market.LaunchCalendar;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.MarketSnapshot;
import org.deflator.model.market.RentHistory;
import org.deflator.model.market.RentModel;
import org.deflator.model.market.RentQuote;
import org.deflator.model.market.ResaleModel;
import org.deflator.model.market.ResaleQuote;
import org.deflator.model.market.ServicerModel;
import org.deflator.model.market.UnderwritingModel;
import org.deflator.model.market.UsageModel;

/** Market files without problems, as records. */
final class MarketBinder {
    private MarketBinder() {}

    static MarketSnapshot snapshot(Branch b) {
        return new MarketSnapshot(b.date("as_of"),
                PortfolioBinder.each(b, "generations", MarketBinder::generation),
                PortfolioBinder.each(b, "rents",
                        q -> new RentQuote(q.word("gpu"), q.number("usd_per_gpu_hour"), q.date("quoted"))),
                PortfolioBinder.each(b, "resale",
                        q -> new ResaleQuote(q.word("gpu"), q.number("used_usd"), q.date("quoted"))),
                b.number("bitcoin_usd"), b.number("network_hash_eh"), b.number("fee_btc_per_block"),
                b.number("sofr"),
                b.number("high_yield_spread_bp"), b.number("data_centre_rent_usd_per_kw_month"),
                PortfolioBinder.each(b, "histories",
                        h -> new RentHistory(h.word("gpu"), h.word("label"), h.series("usd_per_gpu_hour"))));
    }

    private static GpuGeneration generation(Branch b) {
        return new GpuGeneration(b.word("id"), b.month("launched"), b.number("system_kw"),
                b.number("launch_price_usd"), b.number("scarcity_beta"), b.number("site_compatible_share"),
                b.number("depth_multiple"));
    }

    static MarketModel model(Branch root) {
        return new MarketModel(rents(root.branch("rents")), usage(root.branch("usage")),
                contracts(root.branch("contracts")), launches(root.branch("launches")),
                resale(root.branch("resale")),
                bitcoin(root.branch("bitcoin")), credit(root.branch("credit")),
                dependence(root.branch("dependence")),
                depth(root.branch("depth")), enforcement(root.branch("enforcement")),
                financing(root.branch("financing")), forbearance(root.branch("forbearance")),
                servicer(root.branch("servicer")), dataCentres(root.branch("data_centres")),
                underwriting(root.branch("underwriting")), contagion(root.branch("contagion")));
    }

    private static RentModel rents(Branch b) {
        return new RentModel(b.number("decline_mean"), b.number("decline_sd"), b.number("decline_min"),
                b.number("decline_max"), b.number("weight_algorithms"), b.number("weight_hardware"),
                b.number("weight_software"), b.number("scarcity_reversion"), b.number("scarcity_vol_calm"),
                b.number("scarcity_vol_tight"), b.number("scarcity_mean_calm"),
                b.number("scarcity_mean_tight"),
                b.number("scarcity_start"), b.number("launch_ramp_years"), b.number("launch_step_cv"),
                b.number("minor_launch_size"), b.number("custom_silicon_size"),
                b.number("second_successor_weight"),
                b.number("later_successor_weight"), b.number("idiosyncratic_sd"),
                b.number("idiosyncratic_half_life_months"), b.number("monthly_reprice_probability"),
                b.number("reprice_band"));
    }

    private static UsageModel usage(Branch b) {
        return new UsageModel(b.number("utilisation_min"), b.number("utilisation_max"),
                b.number("utilisation_intercept"), b.number("utilisation_slope"), b.number("availability"),
                b.number("hours_per_month"), b.number("market_pue"), b.number("market_power_usd_per_kwh"),
                b.number("market_colo_usd_per_kw_month"), b.number("ops_usd_per_gpu_hour"),
                b.number("maintenance_share_of_cost_per_year"));
    }

    private static ContractModel contracts(Branch b) {
        return new ContractModel(b.number("renew_calm"), b.number("renew_tight"), b.count("renew_months_min"),
                b.count("renew_months_max"), b.number("term_discount"), b.number("idle_months"),
                b.number("renegotiation_hazard_per_month"), b.number("renegotiation_threshold"),
                b.number("offtaker_factor_loading"), b.number("offtaker_hazard_multiple"));
    }

    private static LaunchCalendar launches(Branch b) {
        return new LaunchCalendar(
                PortfolioBinder.each(b, "launches",
                        l -> new Launch(l.word("id"),
                                Launch.Kind.valueOf(PortfolioBinder.constant(l.word("kind"))),
                                l.month("scheduled"))),
                b.count("delay_shape"), b.number("delay_scale_months"), b.count("gap_months"));
    }

    private static ResaleModel resale(Branch b) {
        return new ResaleModel(b.number("discount_rate"), b.count("months"), b.number("utilisation"),
                b.number("scrap_usd"), b.number("floor_share"), b.number("basis_half_life_months"));
    }

    private static BitcoinModel bitcoin(Branch b) {
        return new BitcoinModel(b.number("drift_calm"), b.number("drift_tight"), b.number("vol_calm"),
                b.number("vol_tight"), b.number("blocks_per_day"), b.number("subsidy_btc"),
                b.month("halving"),
                b.number("hash_up_per_year"), b.number("hash_down_per_year"),
                b.number("anchor_over_breakeven"),
                b.number("median_joule_per_th"), b.number("efficiency_gain_per_year"),
                b.number("median_power_usd_per_kwh"));
    }

    private static CreditModel credit(Branch b) {
        return new CreditModel(b.number("spread_mean_calm_bp"), b.number("spread_mean_tight_bp"),
                b.number("spread_reversion"), b.number("spread_vol"), b.number("funding_mean_tight"),
                b.number("funding_reversion"));
    }

    private static Dependence dependence(Branch b) {
        return new Dependence(b.number("to_tight"), b.number("to_calm"), b.flag("starts_tight"),
                copula(b.branch("calm")), copula(b.branch("tight")));
    }

    static Dependence.Copula copula(Branch b) {
        return new Dependence.Copula(b.number("bitcoin_scarcity"), b.number("bitcoin_spread"),
                b.number("bitcoin_funding"), b.number("scarcity_spread"), b.number("scarcity_funding"),
                b.number("spread_funding"), b.count("degrees_of_freedom"));
    }

    private static Depth depth(Branch b) {
        return new Depth(state(b.branch("normal")), state(b.branch("stress")), state(b.branch("crisis")),
                b.number("loss_sensitivity"), b.number("recovery_half_life_months"));
    }

    private static Depth.State state(Branch b) {
        return new Depth.State(b.number("units_per_month"), b.number("resilience_per_month"),
                b.number("price_floor"));
    }

    private static EnforcementModel enforcement(Branch b) {
        return new EnforcementModel(b.count("lag_months"), b.count("share_pledge_months"),
                b.count("chapter_eleven_months"), b.number("cost_share"), b.number("carry_usd_per_gpu_month"),
                b.number("deinstall_usd_per_gpu"), b.number("yield_loss"), b.number("funding_rate"),
                b.count("max_sale_months"), b.count("orderly_sale_months"), b.number("step_in_discount_calm"),
                b.number("step_in_discount_tight"));
    }

    private static FinancingModel financing(Branch b) {
        return new FinancingModel(b.number("access_intercept"), b.number("access_funding"),
                b.number("access_ltv"),
                b.number("access_dscr"), b.number("ltv_cap"), b.number("dscr_target"),
                b.count("tenor_months"),
                b.number("margin_bp"), b.number("equity_raise_calm"), b.number("equity_raise_tight"),
                b.number("equity_min_over_debt"), b.number("conversion_premium"), b.count("buffer_months"),
                b.flag("always_refinances"), b.flag("rationed"), b.number("supply_calm"),
                b.number("supply_tight"), b.count("supply_months"), b.number("sector_debt_usd_m"),
                betas(b.branch("neocloud_equity")), betas(b.branch("miner_equity")),
                betas(b.branch("data_centre_equity")));
    }

    private static FinancingModel.EquityBetas betas(Branch b) {
        return new FinancingModel.EquityBetas(b.number("bitcoin"), b.number("scarcity"), b.number("spread"),
                b.number("own_vol"));
    }

    private static ForbearanceModel forbearance(Branch b) {
        return new ForbearanceModel(b.count("grace_months"), b.number("default_probability"),
                b.number("recovery"),
                b.number("admin_share"), b.count("max_waivers"), b.count("waiver_months"),
                b.number("margin_step_bp"), b.count("max_extensions"), b.count("extension_months"),
                b.flag("waiver_is_exchange"), b.count("cures_in_window"), b.count("cure_window_tests"),
                b.number("surrender_ratio"), b.count("surrender_quarters"));
    }

    private static UnderwritingModel underwriting(Branch b) {
        return new UnderwritingModel(b.number("rating_utilisation"), b.number("rating_pue"),
                b.count("book_life_months"));
    }

    private static ServicerModel servicer(Branch b) {
        return new ServicerModel(b.number("consolidation_probability"), b.count("outage_months_min"),
                b.count("outage_months_max"), b.number("fee_share"));
    }

    private static DataCentreModel dataCentres(Branch b) {
        return new DataCentreModel(b.number("rent_drift"), b.number("rent_vol"), b.number("scarcity_loading"),
                b.number("noi_margin"), b.number("vacant_usd_per_kw_month"), b.number("renew_calm"),
                b.number("renew_tight"), b.count("relet_months_calm"), b.count("relet_months_tight"),
                b.count("relet_term_months"), b.number("relet_escalator"), b.number("discount_rate"),
                b.number("cap_rate"), b.number("cap_rate_elasticity"), b.count("delay_shape"),
                b.number("delay_scale_months"), b.number("delay_cost_share"), b.count("sale_months"),
                b.number("sale_discount_calm"), b.number("sale_discount_tight"), b.number("ltv_cap"),
                b.number("min_debt_yield"), b.number("margin_bp"));
    }

    private static ContagionModel contagion(Branch b) {
        Branch remarketing = b.branch("remarketing");
        Branch bitcoin = b.branch("bitcoin_market");
        Branch lending = b.branch("lending");
        Branch lastResort = b.branch("last_resort");
        return new ContagionModel(b.flag("collateral_price"), b.flag("rents"), b.flag("bitcoin"),
                b.flag("lenders"), b.flag("offtakers"),
                new ContagionModel.Remarketing(remarketing.number("demand_elasticity"),
                        remarketing.number("installed_cards")),
                new ContagionModel.BitcoinMarket(bitcoin.number("impact_coefficient"),
                        bitcoin.number("daily_vol"), bitcoin.number("volume_usd_m_per_day"),
                        bitcoin.number("lasting_share")),
                new ContagionModel.Lending(lending.count("count"), lending.number("capital_ratio"),
                        lending.number("target_capital_ratio"), lending.number("exposure_share"),
                        lending.number("advance_rate"), lending.number("tightening"),
                        lending.number("least_advance_rate"), lending.number("provision_share"),
                        lending.number("rebuild_half_life_months")),
                b.number("rejection_probability"),
                new ContagionModel.LastResort(lastResort.flag("on"), lastResort.number("price_share")));
    }
}
