package org.deflator.engine.run;

/**
 * One covenant test on a sampled path.
 *
 * @param path path
 * @param month month of the grid
 * @param instrument instrument id
 * @param covenant what was tested, such as {@code DSCR >= 1.35x}
 * @param ratio measured ratio
 * @param threshold agreed limit
 * @param headroom distance to the limit, positive when kept, in the ratio's unit
 * @param effect what followed: {@code kept}, {@code lock-up}, {@code sweep}, {@code breach, cure period},
 *        {@code cured by sponsor}, {@code event of default}
 */
public record TestRow(int path, int month, String instrument, String covenant, double ratio, double threshold,
        double headroom, String effect) {}
