package org.deflator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deflator.engine.study.CreditReview;
import org.deflator.engine.study.GroupTree;
import org.deflator.engine.study.SourcesAndUses;
import org.deflator.model.portfolio.Amortisation;
import org.deflator.model.portfolio.Borrower;
import org.deflator.model.portfolio.Covenant;
import org.deflator.model.portfolio.Guarantee;
import org.deflator.model.portfolio.Instrument;
import org.deflator.model.portfolio.Security;

/** What is lent to whom: facility terms, sources and uses, the group and its recourse. */
record MemoStructure(Html html, CreditReview review, Borrower borrower) {
    void facilities() {
        MemoTable table = new MemoTable(html, "Facilities, USD m as of " + review.asOf(), 4, "Facility",
                "Rate", "Repayment", "Covenants", "Drawn", "Undrawn", "Due");
        double drawn = 0;
        double undrawn = 0;
        for (Instrument debt : borrower.debt()) {
            Instrument.Terms terms = debt.terms();
            GroupTree.Obligation place = obligation(debt.id());
            table.row(
                    terms.name() + " (" + terms.id() + "), " + rank(terms) + ", "
                            + security(debt),
                    BorrowerFacts.rate(terms.rate()), repayment(debt), covenants(debt),
                    MemoFigures.millions(place.outstandingUsd()), MemoFigures.millions(place.undrawnUsd()),
                    terms.maturity().toString());
            drawn += place.outstandingUsd();
            undrawn += place.undrawnUsd();
        }
        table.total("All facilities", "", "", "", MemoFigures.millions(drawn), MemoFigures.millions(undrawn),
                "");
        table.close();
    }

    private GroupTree.Obligation obligation(String instrument) {
        return review.tree().entities().stream().flatMap(e -> e.debts().stream())
                .filter(d -> d.instrument().equals(instrument)).findFirst().orElseThrow();
    }

    private static String rank(Instrument.Terms terms) {
        return terms.rank().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String security(Instrument debt) {
        Security security = debt.terms().security();
        List<String> parts = new ArrayList<>();
        if (debt instanceof Instrument.BitcoinLoan loan) {
            parts.add(Figures.number(loan.pledgedBtc(), 0) + " bitcoin");
        }
        if (!security.fleets().isEmpty()) {
            parts.add(security.fleets().contains(Security.ALL) ? "all cards"
                    : "cards " + Figures.list(security.fleets()));
        }
        if (security.miners()) {
            parts.add("mining rigs");
        }
        if (!security.dataCentres().isEmpty()) {
            parts.add(security.dataCentres().contains(Security.ALL) ? "all data centres"
                    : "data centres " + Figures.list(security.dataCentres()));
        }
        return parts.isEmpty() ? "no assets pledged in the model" : "on " + Figures.list(parts);
    }

    private static String repayment(Instrument debt) {
        return switch (debt) {
            case Instrument.TermLoan loan -> amortisation(loan.amortisation())
                    + (loan.amortisation() instanceof Amortisation.Bullet ? ""
                            : " from " + loan.amortisationStart())
                    + (loan.reserve().months() > 0
                            ? "; reserve of " + Figures.count(loan.reserve().months(), "month") : "")
                    + (loan.sweepShare() > 0
                            ? "; sweep of " + Figures.percent(loan.sweepShare(), 0) + " of excess cash" : "");
            case Instrument.Revolver revolver -> "revolving, limit "
                    + Figures.usd(revolver.commitmentUsdM())
                    + (revolver.borrowingBase().isPresent() ? ", within a borrowing base" : "");
            case Instrument.Bond _ -> "at maturity";
            case Instrument.Convertible convertible -> Figures.number(convertible.redemptionPct(), 1)
                    + Figures.SPACE + "% at maturity"
                    + (convertible.putDates().isEmpty() ? ""
                            : "; holders may put on " + Figures.list(
                                    convertible.putDates().stream().map(Object::toString).toList()));
            case Instrument.Lease lease -> "level payments, residual " + Figures.usd(lease.residualUsdM());
            case Instrument.BitcoinLoan loan -> "margin call at "
                    + Figures.percent(loan.callLtv(), 0) + " LTV, sale at "
                    + Figures.percent(loan.liquidationLtv(), 0);
        };
    }

    private static String amortisation(Amortisation amortisation) {
        return switch (amortisation) {
            case Amortisation.Level level -> "level payments, balloon " + percent(level.balloonPct());
            case Amortisation.Linear linear -> "equal principal, balloon " + percent(linear.balloonPct());
            case Amortisation.Sculpted sculpted ->
                    "sculpted to " + Figures.ratio(sculpted.targetDscr());
            case Amortisation.Bullet _ -> "at maturity";
            case Amortisation.Custom custom -> Figures.count(custom.steps().size(), "scheduled instalment")
                    + ", the rest at maturity,";
        };
    }

    private static String percent(double percent) {
        return Figures.percent(percent / 100, 0);
    }

    private String covenants(Instrument debt) {
        List<Covenant> covenants = switch (debt) {
            case Instrument.TermLoan loan -> loan.covenants();
            case Instrument.Revolver revolver -> revolver.covenants();
            case Instrument.Bond bond -> bond.covenants();
            case Instrument.Convertible _ -> List.of();
            case Instrument.Lease _ -> List.of();
            case Instrument.BitcoinLoan _ -> List.of();
        };
        String labels = review.coverage().covenants().stream()
                .filter(h -> h.instrument().equals(debt.id())).map(h -> h.covenant()).distinct()
                .collect(Collectors.joining("; "));
        return covenants.isEmpty() ? "none tested in the model" : labels;
    }

    void sourcesAndUses() {
        sourcesAndUses(review.sourcesAndUses(), "of the borrower alone");
        review.groupSourcesAndUses().ifPresent(all -> sourcesAndUses(all, "with all it owns"));
    }

    private void sourcesAndUses(SourcesAndUses s, String whose) {
        html.open("div", "class", "pair");
        side("Sources, " + whose + ", USD m", s.sources(), s.totalUsd());
        side("Uses, " + whose + ", USD m", s.uses(), s.totalUsd());
        html.close();
    }

    private void side(String title, List<SourcesAndUses.Line> lines, double totalUsd) {
        html.open("div");
        MemoTable table = new MemoTable(html, title, 1, "", "USD m", "Share");
        for (SourcesAndUses.Line line : lines) {
            table.row(line.label(), MemoFigures.millions(line.usd()),
                    Figures.percent(line.usd() / totalUsd, 1));
        }
        table.total("Total", MemoFigures.millions(totalUsd), "");
        table.close();
        html.close();
    }

    void group() {
        MemoTable table = new MemoTable(html, "Group and recourse, USD m; what is paid first is ahead", 2,
                "Entity and debt", "Recourse", "Drawn", "Undrawn", "Ahead by rank", "Ahead below", "Beside");
        for (GroupTree.Entity entity : review.tree().entities()) {
            String marker = "› ".repeat(entity.depth());
            table.heading(marker + entity.name() + guarantees(entity)
                    + (entity.guaranteedUsd() > 0
                            ? "; guarantees " + MemoFigures.amount(entity.guaranteedUsd()) + " in full" : "")
                    + (entity.debts().isEmpty() ? "; no debt of its own" : ""));
            for (GroupTree.Obligation d : entity.debts()) {
                table.row(d.name(), MemoFigures.recourse(d.recourse()),
                        MemoFigures.millions(d.outstandingUsd()), MemoFigures.millions(d.undrawnUsd()),
                        MemoFigures.millions(d.aheadByRankUsd()),
                        MemoFigures.millions(d.aheadByStructureUsd()),
                        MemoFigures.millions(d.besideUsd()));
            }
        }
        table.close();
    }

    private static String guarantees(GroupTree.Entity entity) {
        return entity.guarantees().stream().map(MemoStructure::guarantee).map(g -> "; " + g)
                .collect(Collectors.joining());
    }

    private static String guarantee(Guarantee guarantee) {
        return switch (guarantee.kind()) {
            case FULL -> "full guarantee of ";
            case COMPLETION -> "completion guarantee of ";
            case BAD_ACTS -> "guarantee for bad acts only of ";
        } + guarantee.guarantor();
    }
}
