package evens.bench;

import java.util.ArrayList;
import java.util.List;

/** What must be equal after the same commands: orders, matches, and units by price. */
final class Tally {
    private final long[] bids = new long[Shape.PRICES];
    private final long[] asks = new long[Shape.PRICES];
    private final long[] matched = new long[Shape.PRICES];
    private int resting;
    private long matches;

    /** One more order rests. */
    void rests(boolean bid, int price, long units) {
        resting++;
        (bid ? bids : asks)[price] += units;
    }

    /** One more match, at the price of the order that was there first. */
    void matched(int price, long units) {
        matches++;
        matched[price] += units;
    }

    int resting() {
        return resting;
    }

    long matches() {
        return matches;
    }

    /**
     * Compares with what it has to be.
     *
     * @throws IllegalStateException naming the first things that differ
     */
    void mustEqual(Tally expected, String whose) {
        List<String> differences = new ArrayList<>();
        compare(differences, "resting orders", resting, expected.resting);
        compare(differences, "matches", matches, expected.matches);
        for (int price = 0; price < Shape.PRICES; price++) {
            compare(differences, "bid units at " + price, bids[price], expected.bids[price]);
            compare(differences, "ask units at " + price, asks[price], expected.asks[price]);
            compare(
                    differences,
                    "matched units at " + price,
                    matched[price],
                    expected.matched[price]);
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    whose
                            + " ended elsewhere: "
                            + String.join("; ", differences.stream().limit(5).toList()));
        }
    }

    private static void compare(List<String> differences, String what, long is, long expected) {
        if (is != expected) {
            differences.add(what + ": " + is + ", expected " + expected);
        }
    }
}
