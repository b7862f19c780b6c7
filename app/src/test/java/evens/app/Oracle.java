package evens.app;

import evens.model.Event;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Event.OrderResumed;
import evens.model.Market;
import evens.model.Outcome;
import evens.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Knows the core's state at every step of an exchange that has ended, and is asked about some. */
final class Oracle {
    private final WatchedExchange exchange;
    private final TreeMap<Long, List<Consumer<CoreState>>> questions = new TreeMap<>();
    private final TreeMap<Long, Long> changesUpTo = new TreeMap<>();
    private long changes;
    private long firstMillis;
    private long lastMillis;

    Oracle(WatchedExchange exchange) {
        this.exchange = exchange;
        changesUpTo.put(0L, 0L);
    }

    /** Has something held against the state as it was when this step was over. */
    void ask(long sequence, Consumer<CoreState> question) {
        questions.computeIfAbsent(sequence, _ -> new ArrayList<>()).add(question);
    }

    /** Goes through all steps, and puts every question where it belongs. */
    void answer() {
        ShadowCore shadow = exchange.shadow();
        exchange.eachStep(step -> {
            shadow.follow(step);
            count(step);
            firstMillis = firstMillis == 0 ? step.timeMillis() : firstMillis;
            lastMillis = step.timeMillis();
            List<Consumer<CoreState>> now = questions.remove(step.sequence());
            if (now != null) {
                CoreState state = new CoreState(shadow.told());
                now.forEach(question -> question.accept(state));
            }
        });
        if (!questions.isEmpty()) {
            throw new AssertionError("no such steps: " + questions.keySet());
        }
    }

    /** One change for each ladder that is not, behind the step, what it was before. */
    private void count(Step step) {
        record Ladder(long game, Market market, Outcome outcome) {}
        Set<Ladder> changed = new HashSet<>();
        for (Event event : step.events()) {
            if (event instanceof OrderPlaced placed && placed.resting() > 0) {
                changed.add(new Ladder(placed.game(), placed.market(), placed.outcome()));
            } else if (event instanceof OrderResumed placed) {
                changed.add(new Ladder(placed.game(), placed.market(), placed.outcome()));
            } else if (event instanceof OrderMatched match) {
                changed.add(new Ladder(match.game(), match.market(), match.makerOutcome()));
            } else if (event instanceof OrderCancelled over && over.released() > 0) {
                changed.add(new Ladder(over.game(), over.market(), over.outcome()));
            }
        }
        changes += changed.size();
        changesUpTo.put(step.sequence(), changes);
    }

    /** Ladders that changed behind one step and up to another, each step by itself. */
    long changes(long behind, long upTo) {
        return changesUpTo.floorEntry(upTo).getValue() - changesUpTo.floorEntry(behind).getValue();
    }

    /** How long it went, by the log's time. */
    long seconds() {
        return Math.max(1, (lastMillis - firstMillis) / 1_000);
    }
}
