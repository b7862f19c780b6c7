package evens.race;

import evens.race.seen.Answer;
import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the owner of an account believes to have open, on whichever line. Any thread. */
final class Purse {
    private static final int MOST_EPOCHS = 8;

    private final Map<String, Bet> open = new LinkedHashMap<>();
    private final List<Long> epochs = new ArrayList<>();
    private int references;

    synchronized void learn(Ask ask, Answer answer) {
        if (answer.epoch() != Ask.NO_EPOCH) {
            epochs.addFirst(answer.epoch());
            if (epochs.size() > MOST_EPOCHS) {
                epochs.removeLast();
            }
        }
        for (Ended entry : answer.ended()) {
            if (entry.order() != null && !entry.paused()) {
                open.remove(entry.order());
            }
        }
        if (ask instanceof Ask.Place place) {
            keep(place.bets(), answer.placed());
        } else if (ask instanceof Ask.Edit edit) {
            keep(List.of(edit.bet()), answer.placed());
        }
    }

    private void keep(List<Bet> bets, List<Placed> answers) {
        for (int i = 0; i < answers.size(); i++) {
            String order = answers.get(i).order();
            if (order != null) {
                open.put(order, bets.get(i));
            }
        }
    }

    /** One of the orders; null if there is none. */
    synchronized Map.@Nullable Entry<String, Bet> any(Dice dice) {
        return open.isEmpty() ? null : dice.of(List.copyOf(open.entrySet()));
    }

    /** Some of the orders, the newest first. */
    synchronized List<String> some(int most) {
        return open.keySet().stream().toList().reversed().stream().limit(most).toList();
    }

    /** An epoch that was heard of not long ago, the newest more likely; none at first. */
    synchronized long epoch(Dice dice) {
        return epochs.isEmpty()
                ? Ask.NO_EPOCH
                : epochs.get(Math.min(dice.below(epochs.size()), dice.below(epochs.size())));
    }

    /** A reference, of which several orders may be the owner's. */
    synchronized String reference() {
        references++;
        return "r" + references / 3;
    }

    /** References that were used not long ago. */
    synchronized List<String> references() {
        int newest = references / 3;
        return List.of("r" + newest, "r" + Math.max(0, newest - 1));
    }
}
