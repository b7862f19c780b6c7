package evens.bench;

import java.util.Arrays;

/**
 * Commands in memory, four longs each, made before any clock runs. Orders are numbered from 1 and
 * keep their number when they move.
 */
final class Stream {
    private static final int WORDS = 4;
    private static final Kind[] KINDS = Kind.values();

    private long[] words = new long[1 << 16];
    private int size;

    /**
     * Appends a command.
     *
     * @param units what peers count: of the order, or what remains of it when it moves
     * @param stake the same in micro-dollars, at the odds that it will get
     */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    void add(Kind kind, boolean bid, int price, int account, int order, long units, long stake) {
        if ((size + 1) * WORDS > words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        int at = size * WORDS;
        words[at] = ((long) account << 32) | (price << 8) | (bid ? 4 : 0) | kind.ordinal();
        words[at + 1] = order;
        words[at + 2] = units;
        words[at + 3] = stake;
        size++;
    }

    int size() {
        return size;
    }

    Kind kind(int command) {
        return KINDS[(int) words[command * WORDS] & 3];
    }

    boolean isBid(int command) {
        return (words[command * WORDS] & 4) != 0;
    }

    int price(int command) {
        return (int) words[command * WORDS] >>> 8;
    }

    int account(int command) {
        return (int) (words[command * WORDS] >>> 32);
    }

    /** The order that it is about: its number, or another name that was given to it. */
    long order(int command) {
        return words[command * WORDS + 1];
    }

    /** Names the order that a command is about. */
    void order(int command, long name) {
        words[command * WORDS + 1] = name;
    }

    Stream copy() {
        Stream copy = new Stream();
        copy.words = Arrays.copyOf(words, size * WORDS);
        copy.size = size;
        return copy;
    }

    long units(int command) {
        return words[command * WORDS + 2];
    }

    long stake(int command) {
        return words[command * WORDS + 3];
    }
}
