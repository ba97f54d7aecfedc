package org.deflator.engine.cashflow;

import java.util.Optional;
import org.deflator.engine.path.RegimePath;
import org.deflator.engine.random.Elementary;
import org.deflator.model.market.DataCentreModel;
import org.deflator.model.market.Dependence;

/**
 * What a complete data centre is worth at the end of a month, by who pays its rent then. Each value is linear in what
 * the building would be worth if it were let at the market rent on that day (net operating income over capitalisation
 * rate):
 *
 * <pre>
 *   value = income + relet x market value - vacancy
 * </pre>
 *
 * {@code income} is the present value of rents under the lease, of the tenant while it survives and of its guarantor
 * after that up to the cap; {@code relet} is the discounted number of buildings let at the market after that, the
 * market rent growing at its drift; {@code vacancy} is the present value of standing empty in between. Hazards are
 * those of average conditions, renewal and vacancy the long-run mean of both regimes. Tables by month, worked out
 * backwards once; immutable.
 */
final class LeaseValue {
    /** The three parts of a value by month. */
    record Parts(double[] incomeUsd, double[] relet, double[] vacancyUsd) {
        private Parts(int months) {
            this(new double[months], new double[months], new double[months]);
        }

        double usd(int month, double marketValueUsd) {
            return incomeUsd[month] + relet[month] * marketValueUsd - vacancyUsd[month];
        }
    }

    private final DataCentreTerms dataCentre;
    private final double discount;
    private final double growth;
    private final double reletAfterVacancy;
    private final double vacancyUsd;
    private final double guarantorSurvival;
    private final double tenantSurvival;
    private final double[] vacantMonthsRelet;
    private final double[] vacantMonthsUsd;
    private final Parts backed;
    private final Parts unbacked;
    private final Parts failed;

    /** Tables for {@code dataCentre} up to the end of its base term. */
    LeaseValue(DataCentreTerms dataCentre, Book book) {
        DataCentreModel model = book.plan().market().model().dataCentres();
        Dependence dependence = book.plan().market().model().dependence();
        this.dataCentre = dataCentre;
        discount = 1 / (1 + model.discountRate() / 12);
        growth = discount * Elementary.exp(model.rentDrift() / 12);
        double tight = RegimePath.stationaryTight(dependence);
        int longest = Math.max(model.reletMonthsCalm(), model.reletMonthsTight());
        vacantMonthsRelet = new double[longest + 1];
        vacantMonthsUsd = new double[longest + 1];
        double emptyUsd = model.vacantUsdPerKwMonth() * dataCentre.criticalItKw();
        for (int k = 0; k <= longest; k++) {
            vacantMonthsRelet[k] = power(growth, k);
            vacantMonthsUsd[k] = emptyUsd * Annuity.factor(model.discountRate() / 12, k);
        }
        reletAfterVacancy = (1 - tight) * vacantMonthsRelet[model.reletMonthsCalm()]
                + tight * vacantMonthsRelet[model.reletMonthsTight()];
        vacancyUsd = (1 - tight) * vacantMonthsUsd[model.reletMonthsCalm()]
                + tight * vacantMonthsUsd[model.reletMonthsTight()];
        Optional<LeaseTerms> lease = dataCentre.lease();
        tenantSurvival = lease.map(l -> survival(book, l.tenant())).orElse(0.0);
        guarantorSurvival = lease.filter(l -> l.guarantor() >= 0).map(l -> survival(book, l.guarantor()))
                .orElse(0.0);
        double renew = (1 - tight) * model.renewCalm() + tight * model.renewTight();
        int end = lease.map(LeaseTerms::endMonth).orElse(1);
        backed = new Parts(end);
        unbacked = new Parts(end);
        failed = new Parts(end);
        for (int month = end - 1; month >= 0; month--) {
            failed.relet[month] = reletAfterVacancy;
            failed.vacancyUsd[month] = vacancyUsd;
        }
        lease.ifPresent(l -> {
            if (l.guarantor() >= 0) {
                for (int month = end - 1; month >= 0; month--) {
                    backstop(l, month, l.capUsd(), failed, month);
                }
            }
            for (Parts parts : new Parts[]{unbacked, backed}) {
                parts.relet[end - 1] = renew + (1 - renew) * reletAfterVacancy;
                parts.vacancyUsd[end - 1] = (1 - renew) * vacancyUsd;
            }
            for (int month = end - 2; month >= 0; month--) {
                step(l, month);
            }
        });
    }

    private static double survival(Book book, int offtaker) {
        return Elementary.exp(-book.offtakers().get(offtaker).hazardPerYear() / 12);
    }

    private static double power(double base, int exponent) {
        return Annuity.growth(base - 1, exponent);
    }

    /** One month back while the tenant lives: it pays and goes on, or fails. */
    private void step(LeaseTerms lease, int month) {
        double noi = lease.rentUsd()[month + 1] * lease.noiMargin();
        double s = tenantSurvival;
        double g = guarantorSurvival;
        unbacked.incomeUsd[month] = s * discount * (noi + unbacked.incomeUsd[month + 1]);
        unbacked.relet[month] = s * growth * unbacked.relet[month + 1] + (1 - s) * reletAfterVacancy;
        unbacked.vacancyUsd[month] = s * discount * unbacked.vacancyUsd[month + 1] + (1 - s) * vacancyUsd;
        backed.incomeUsd[month] = s * discount
                * (noi + g * backed.incomeUsd[month + 1] + (1 - g) * unbacked.incomeUsd[month + 1])
                + (1 - s) * failed.incomeUsd[month];
        backed.relet[month] =
                s * growth * (g * backed.relet[month + 1] + (1 - g) * unbacked.relet[month + 1])
                        + (1 - s) * failed.relet[month];
        backed.vacancyUsd[month] = s * discount
                * (g * backed.vacancyUsd[month + 1] + (1 - g) * unbacked.vacancyUsd[month + 1])
                + (1 - s) * failed.vacancyUsd[month];
    }

    /** Walks through the months in which the guarantor pays and writes the parts to {@code out[at]}. */
    private void backstop(LeaseTerms lease, int month, double capUsd, Parts out, int at) {
        double income = 0;
        double relet = 0;
        double vacancy = 0;
        double left = capUsd;
        double time = 1;
        double grown = 1;
        double alive = 1;
        for (int m = month + 1; m < lease.endMonth() && left > 0; m++) {
            double fails = alive * (1 - guarantorSurvival);
            relet += fails * grown * reletAfterVacancy;
            vacancy += fails * time * vacancyUsd;
            alive -= fails;
            time *= discount;
            grown *= growth;
            double paid = Math.min(left, lease.rentUsd()[m]);
            income += alive * time * (paid - lease.costUsd(m));
            left -= paid;
        }
        out.incomeUsd[at] = income;
        out.relet[at] = relet + alive * grown * reletAfterVacancy;
        out.vacancyUsd[at] = vacancy + alive * time * vacancyUsd;
    }

    /** Value while the tenant pays, USD. */
    double letUsd(int month, boolean guarantorAlive, double marketValueUsd) {
        Parts parts = guarantorAlive ? backed : unbacked;
        return parts.usd(Math.min(month, parts.relet.length - 1), marketValueUsd);
    }

    /** Value when the tenant has failed and a live guarantor still owes {@code leftUsd}, USD. */
    double backstoppedUsd(int month, double leftUsd, double marketValueUsd, Parts scratch) {
        if (dataCentre.lease().isPresent()) {
            backstop(dataCentre.lease().get(), month, leftUsd, scratch, 0);
        }
        return scratch.usd(0, marketValueUsd);
    }

    /** Room for {@link #backstoppedUsd}. */
    static Parts scratch() {
        return new Parts(1);
    }

    /** Value when nobody pays and a tenant will in {@code months} months; on average if that is negative, USD. */
    double vacantUsd(int months, double marketValueUsd) {
        if (months < 0) {
            return reletAfterVacancy * marketValueUsd - vacancyUsd;
        }
        int k = Math.min(months, vacantMonthsRelet.length - 1);
        return vacantMonthsRelet[k] * marketValueUsd - vacantMonthsUsd[k];
    }

    /**
     * Value at the end of {@code month} of a data centre that will be complete {@code wait} months later, its lease
     * standing as it does now; the cost to complete is not deducted, USD.
     *
     * @param stage who will pay; {@link LeaseStage#LET} if the tenant lives, else the state of its backstop
     */
    double unfinishedUsd(LeaseStage stage, int month, int wait, boolean guarantorAlive,
            double marketValueUsd) {
        double time = power(discount, wait);
        double grown = power(growth, wait) / time * marketValueUsd;
        int at = Math.min(month + wait, failed.relet.length - 1);
        double vacant = vacantUsd(-1, grown);
        double without = guarantorAlive ? failed.usd(at, grown) : vacant;
        return time * switch (stage) {
            case LET -> {
                double s = power(tenantSurvival, wait);
                yield s * letUsd(at, guarantorAlive, grown) + (1 - s) * without;
            }
            case BACKSTOPPED -> without;
            case VACANT, RELET -> vacant;
        };
    }
}
