package org.deflator.model.portfolio;

/**
 * Liquid assets on the as-of date.
 *
 * @param cashUsdM free cash, USD millions
 * @param restrictedCashUsdM cash bound to construction or debt service, USD millions; it funds the debt service of
 *        months before service starts
 * @param btc bitcoin held free of liens
 */
public record Treasury(double cashUsdM, double restrictedCashUsdM, double btc) {}
