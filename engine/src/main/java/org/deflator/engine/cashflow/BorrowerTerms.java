package org.deflator.engine.cashflow;

import java.util.List;
import org.deflator.model.market.FinancingModel.EquityBetas;

/**
 * A borrower on the month grid, in dollars. A borrower's pools, contracts, data centres and debts are
 * contiguous ranges of columns.
 *
 * @param index position: SPVs stand before their parents
 * @param id stable name
 * @param name full name
 * @param parent index of the parent, -1 if none
 * @param guarantor index of who guarantees its debts in full, -1 if nobody
 * @param completionGuarantor index of who covers its shortfalls until its data centres are complete, -1 if nobody
 * @param pools its pools
 * @param contracts its contracts
 * @param miners its mining fleets
 * @param dataCentres its data centres
 * @param debts its debts, in order of payment
 * @param overheadUsd fixed cash cost a month
 * @param leaseUsd data-centre leases a month
 * @param otherIncomeUsd other income a month
 * @param maintenanceUsd maintenance capital expenditure by month
 * @param capexUsd cards paid for from cash by month
 * @param cashUsd opening free cash
 * @param restrictedUsd opening restricted cash
 * @param btc opening free bitcoin
 * @param equityUsd market value of equity, 0 if none
 * @param vehicle whether it is an SPV, which keeps no cash it may distribute
 * @param equityBetas how its equity moves
 * @param distributes by month, whether cash may leave to the parent: months in which a debt pays
 * @param setAsideUsd by month, principal being saved up for debts that pay in other months
 */
public record BorrowerTerms(int index, String id, String name, int parent, int guarantor,
        int completionGuarantor, List<Pool> pools,
        List<ContractTerms> contracts, List<MinerTerms> miners, List<DataCentreTerms> dataCentres,
        List<DebtTerms> debts, double overheadUsd,
        double leaseUsd, double otherIncomeUsd, double[] maintenanceUsd, double[] capexUsd, double cashUsd,
        double restrictedUsd, double btc, double equityUsd, boolean vehicle, EquityBetas equityBetas,
        boolean[] distributes,
        double[] setAsideUsd) {
    /** Opening cash on all its accounts: free, restricted and in reserve for its debts, USD. */
    public double accountsUsd() {
        return cashUsd + restrictedUsd + debts.stream().mapToDouble(DebtTerms::reserveUsd).sum();
    }
}
