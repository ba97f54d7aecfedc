package org.deflator.report;

import java.util.List;
import org.deflator.model.market.MarketModel;
import org.deflator.model.market.RentModel;

/** How the figures came about and what they leave out, in short. */
final class MethodSection {
    private static final List<String> LIMITS = List.of(
            "The depth of the resale market is the least known number, and every recovery depends"
                    + " on it: read each"
                    + " together with the liquidation curve.",
            "Borrowers affect each other through the resale price of cards only and, inside a group, through"
                    + " ownership and"
                    + " guarantees. Losses of lenders, tighter lending after them, and customers"
                    + " who owe each other are"
                    + " not a channel of contagion here.",
            "After a breach that is not cured, lenders waive, against margin and a full sweep, when"
                    + " holding on is worth more to them than a sale. Waivers, extensions and renewals"
                    + " put losses off and may raise or lower them.",
            "A balance that falls due is renewed with a chance that depends on funding conditions,"
                    + " LTV and cover, up to what both allow. There is no limit on what the sector"
                    + " as a whole can borrow.",
            "An owner surrenders a borrower whose assets stay below a share of its debt for several"
                    + " quarter ends in a row, where nobody guarantees the debt and its equity is"
                    + " worth next to nothing.",
            "SOFR stays at its level on the as-of date, and no lender of last resort steps in.",
            "Default probabilities and losses are statistical, not risk-neutral: they hold no premium"
                    + " for risk. Fair spreads are not computed.",
            "Percentiles by month come from histograms of 510 equal bins and are exact to one bin;"
                    + " DSCR is recorded from −1 to 5, and a figure such as >5 says that it lies beyond.");

    private final Book book;
    private final Html html;

    MethodSection(Book book, Html html) {
        this.book = book;
        this.html = html;
    }

    void write() {
        MarketModel model = book.input().market().model();
        RentModel rents = model.rents();
        html.open("section", "id", "method").element("h2", "Method and limits");
        html.element("p",
                "Rents, used prices, bitcoin, credit spreads and the launches of new hardware move"
                        + " together on "
                        + Figures.count(book.summary().plan().paths(), "path")
                        + ", month by month. On each, every borrower earns,"
                        + " pays its debts in the order of their documents, is tested against its"
                        + " covenants and may default; its"
                        + " lenders then sell the collateral into a market of limited depth, which"
                        + " marks down what others hold."
                        + " The annual decline of the rent of a given card is itself uncertain:"
                        + " drawn once a path with mean "
                        + Figures.percent(rents.declineMean(), 0) + " and standard deviation "
                        + Figures.percent(rents.declineSd(), 0) + ", between "
                        + Figures.percent(rents.declineMin(), 0) + " and "
                        + Figures.percent(rents.declineMax(), 0)
                        + ". Standard errors are those of simulation alone: they say"
                        + " nothing of the uncertainty of the inputs.");
        html.element("h3", "What to know of these figures").open("ul");
        for (String limit : LIMITS) {
            html.element("li", limit);
        }
        html.close().close();
    }
}
