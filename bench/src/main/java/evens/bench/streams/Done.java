package evens.bench.streams;

import java.util.List;

/**
 * An order that changed a ladder, as its sender saw it.
 *
 * @param ladder what a taker would back, {@link #ladder} of it
 * @param sequence of the step that did it
 * @param answeredNanos when the reply came, by the clock of this process
 * @param wagerRequests by which the frames of its matches name it; empty if nothing was matched
 */
record Done(String ladder, long sequence, long answeredNanos, List<String> wagerRequests) {

    /** The name of a ladder on the moneyline. */
    static String ladder(String game, String participant) {
        return game + participant;
    }
}
