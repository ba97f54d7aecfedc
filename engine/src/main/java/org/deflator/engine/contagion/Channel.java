package org.deflator.engine.contagion;

/**
 * A way in which what happened to borrowers this month reaches others from the next month on (MODEL 7.1). What reaches
 * them within the month, the price of collateral, is the {@link Cascade}'s; here nothing that stabilises or harms acts
 * before the month is over, so that the fixed point of the month stays monotone (MODEL 7.2).
 *
 * <p>A new channel is one class and one line in {@link Channels}. Columns belong to a block of paths.
 */
public interface Channel {
    /** Forgets the block before. */
    void start(int paths);

    /** The market of the month is drawn, nobody has earned or paid yet. */
    void openMonth(int month, int paths);

    /** Estates have sold and the month is written down. */
    void closeMonth(int month, int paths);
}
