package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Answer.Half;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lists of matched bets say. */
final class Halves {
    private final Map<String, List<Owned>> byTransaction = new HashMap<>();
    private final Map<String, List<Owned>> byWager = new HashMap<>();

    /** A half of a match in the list of this account. */
    record Owned(int account, Half half) {}

    void add(Act act) {
        for (Half half : act.answer().halves()) {
            Owned owned = new Owned(act.account(), half);
            byTransaction.computeIfAbsent(half.transaction(), _ -> new ArrayList<>()).add(owned);
            byWager.computeIfAbsent(half.wager(), _ -> new ArrayList<>()).add(owned);
        }
    }

    /** All, by the ids of their transactions. */
    Map<String, List<Owned>> byTransaction() {
        return byTransaction;
    }

    /** Those of one order, in its owner's list. */
    List<Half> of(Order order) {
        return byWager.getOrDefault(order.wager(), List.of()).stream()
                .filter(owned -> owned.account() == order.account())
                .map(Owned::half)
                .toList();
    }
}
