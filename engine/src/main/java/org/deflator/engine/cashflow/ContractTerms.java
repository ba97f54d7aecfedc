package org.deflator.engine.cashflow;

/**
 * A contract on the month grid.
 *
 * @param index position among all contracts
 * @param id name, the key of its random numbers
 * @param pool pool whose cards it rents
 * @param units cards rented by month, from the ramp's start; after the contract's end the number that comes free
 * @param priceUsdPerHour price per card-hour before prepayment
 * @param endMonth first month no longer under contract
 * @param takeOrPay whether idle hours are paid
 * @param cashShare share of an invoice that is paid in cash: one minus the prepaid share
 * @param offtaker index of the customer
 * @param renegotiates whether the customer may use its size
 */
public record ContractTerms(int index, String id, int pool, double[] units, double priceUsdPerHour,
        int endMonth,
        boolean takeOrPay, double cashShare, int offtaker, boolean renegotiates) {}
