package evens.core.ledger;

import java.util.Arrays;

/**
 * The sum of many payoffs, as a function of one whole number: what an account wins or loses with
 * all its wagers of one kind. It is kept as the turns of the payoffs in ascending order, so that
 * walking it once gives every value it takes.
 */
final class Curve {
    private static final int[] NO_TURNS = {};
    private static final long[] NO_VALUES = {};

    private int[] turns = NO_TURNS;
    private long[] below = NO_VALUES;
    private long[] at = NO_VALUES;
    private long[] above = NO_VALUES;
    private int size;

    /** Adds the payoff, or takes it away again with a sign of -1. */
    void add(Payoff payoff, int sign) {
        int index = Arrays.binarySearch(turns, 0, size, payoff.turn);
        if (index < 0) {
            index = -index - 1;
            insert(index, payoff.turn);
        }
        below[index] += sign * payoff.below;
        at[index] += sign * payoff.at;
        above[index] += sign * payoff.above;
        if (below[index] == 0 && at[index] == 0 && above[index] == 0) {
            remove(index);
        }
    }

    int size() {
        return size;
    }

    int turn(int index) {
        return turns[index];
    }

    /** The value below all turns. */
    long first() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += below[i];
        }
        return sum;
    }

    /** What the value becomes at the turn, given the value before it. */
    long at(int index, long before) {
        return before - below[index] + at[index];
    }

    /** What the value becomes above the turn, given the value before it. */
    long behind(int index, long before) {
        return before - below[index] + above[index];
    }

    /** The value at this number. */
    long value(int number) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += number < turns[i] ? below[i] : number == turns[i] ? at[i] : above[i];
        }
        return sum;
    }

    private void insert(int index, int turn) {
        if (size == turns.length) {
            int larger = Math.max(2, size * 2);
            turns = Arrays.copyOf(turns, larger);
            below = Arrays.copyOf(below, larger);
            at = Arrays.copyOf(at, larger);
            above = Arrays.copyOf(above, larger);
        }
        int behind = size - index;
        System.arraycopy(turns, index, turns, index + 1, behind);
        System.arraycopy(below, index, below, index + 1, behind);
        System.arraycopy(at, index, at, index + 1, behind);
        System.arraycopy(above, index, above, index + 1, behind);
        turns[index] = turn;
        below[index] = 0;
        at[index] = 0;
        above[index] = 0;
        size++;
    }

    private void remove(int index) {
        int behind = size - index - 1;
        System.arraycopy(turns, index + 1, turns, index, behind);
        System.arraycopy(below, index + 1, below, index, behind);
        System.arraycopy(at, index + 1, at, index, behind);
        System.arraycopy(above, index + 1, above, index, behind);
        size--;
    }
}
