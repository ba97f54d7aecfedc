package org.deflator.model.market;

/**
 * Time and cost between default and cash (MODEL 6.1, 6.4, correction 6).
 *
 * @param lagMonths months from default to the first sale, piecemeal
 * @param sharePledgeMonths months to take over an SPV by its pledged shares
 * @param chapterElevenMonths months to a distribution to unsecured creditors
 * @param costShare legal and estate cost over gross proceeds
 * @param carryUsdPerGpuMonth cost of holding a card until sold
 * @param deinstallUsdPerGpu cost of taking a card out and testing it
 * @param yieldLoss share of cards that do not survive removal
 * @param fundingRate rate at which the estate discounts, per year
 * @param maxSaleMonths longest sale that an estate plans
 * @param orderlySaleMonths months over which a standing loan's collateral, or stock announced by others, is expected
 *            to be sold
 * @param stepInDiscountCalm discount to the value of fleet and contract sold in place, calm
 * @param stepInDiscountTight the same, tight
 */
public record EnforcementModel(int lagMonths, int sharePledgeMonths, int chapterElevenMonths,
        double costShare,
        double carryUsdPerGpuMonth, double deinstallUsdPerGpu, double yieldLoss, double fundingRate,
        int maxSaleMonths,
        int orderlySaleMonths,
        double stepInDiscountCalm, double stepInDiscountTight) {}
