package org.deflator.engine.random;

/**
 * Names of random streams. A stream is a 64-bit number: one source of randomness, such as a market factor or
 * the idiosyncratic shock of one borrower, with its own number for each month and path.
 *
 * <p>The number is a hash of the purpose and of the entity's id, so adding or removing a borrower leaves the
 * random numbers of all others untouched. It depends on the characters only, not on {@link String#hashCode},
 * the character set or the machine.
 *
 * <p>All 64 bits enter the counter of {@link CounterRandom}, so different stream numbers never share a random
 * number. Two names share one only if their hashes collide: one chance in 37 million for a million names.
 * Numbers below {@link #FACTORS} are left free for factors that are simply counted.
 */
public final class Stream {

    /** Small numbers 0 .. FACTORS - 1 are never the hash of a name; use them for market factors. */
    public static final int FACTORS = 1024;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Stands between the parts of a name; no char has this value, so ("ab","c") and ("a","bc") differ. */
    private static final long SEPARATOR = 0x10000L;

    private Stream() {
    }

    /** The stream of a purpose, such as {@code "regime"}. */
    public static long of(String purpose) {
        return finish(add(FNV_OFFSET, purpose));
    }

    /** The stream of a purpose for one entity, such as {@code ("idiosyncratic", "borrower-7")}. */
    public static long of(String purpose, String entityId) {
        return finish(add(step(add(FNV_OFFSET, purpose), SEPARATOR), entityId));
    }

    /** The stream of one of several numbered draws, for purposes that need more than one number a month. */
    public static long of(String purpose, String entityId, int draw) {
        long hash = step(add(step(add(FNV_OFFSET, purpose), SEPARATOR), entityId), SEPARATOR);
        return finish(step(hash, draw));
    }

    /** FNV-1a over 16-bit characters. */
    private static long add(long hash, String text) {
        for (int i = 0; i < text.length(); i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    private static long step(long hash, long value) {
        return (hash ^ value) * FNV_PRIME;
    }

    /** The finaliser of MurmurHash3: spreads the last characters over all bits. */
    private static long finish(long hash) {
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        // Out of the way of the counted factors; the chance that this ever matters is 6e-17.
        return Long.compareUnsigned(hash, FACTORS) < 0 ? hash + FACTORS : hash;
    }
}
