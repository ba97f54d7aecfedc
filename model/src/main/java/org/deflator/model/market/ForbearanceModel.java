package org.deflator.model.market;

/**
 * What lenders do when a borrower is in breach but paying, or not paying yet (MODEL 5.6, 5.8). A lender waives when
 * holding on is worth more to it than selling the collateral today; this works against the cascade and is on by
 * default.
 *
 * @param graceMonths months that a payment may be late before it is a payment default
 * @param defaultProbability annual chance of default that the lender expects of a waived loan
 * @param recovery recovery that it expects in that default
 * @param adminShare advantage over liquidation that it asks for
 * @param maxWaivers waivers over the life of a loan
 * @param waiverMonths months for which a waiver suspends a covenant
 * @param marginStepBp margin added by each waiver, basis points
 * @param maxExtensions extensions of a loan that falls due and finds no new lender; 0: nobody extends
 * @param extensionMonths months by which each puts the maturity off, at {@code marginStepBp} more and with a full sweep
 * @param waiverIsExchange whether an agency counts a waiver, too, as a distressed exchange
 * @param curesInWindow cures by the sponsor in any {@code cureWindowTests} tests of a covenant in a row; as many as tests:
 *        only the documents' own limit counts
 * @param cureWindowTests tests over which cures are counted
 * @param surrenderRatio assets over debt below which an owner without recourse gives the borrower up
 * @param surrenderQuarters quarter ends in a row for which that must hold
 */
public record ForbearanceModel(int graceMonths, double defaultProbability, double recovery, double adminShare,
        int maxWaivers, int waiverMonths, double marginStepBp, int maxExtensions, int extensionMonths,
        boolean waiverIsExchange, int curesInWindow, int cureWindowTests, double surrenderRatio,
        int surrenderQuarters) {}
