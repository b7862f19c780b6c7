package evens.sim;

import evens.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One seed from its first action to its last. */
final class Simulation {
    private final long seed;
    private final int mostActions;
    private final Seen seen;
    private final List<Action> done = new ArrayList<>();

    /**
     * @param mostActions where to stop, if the seed would go on
     * @param seen hears what happens
     */
    Simulation(long seed, int mostActions, Seen seen) {
        this.seed = seed;
        this.mostActions = mostActions;
        this.seen = seen;
    }

    /** Runs it; answers what went wrong, null if nothing did. */
    @Nullable Violation run() {
        Workload workload = new Workload(seed);
        Run run = new Run(workload.remembered());
        try {
            int actions = Math.min(workload.length(), mostActions);
            while (done.size() < actions) {
                Action action = workload.next(run.alarmMillis());
                done.add(action);
                List<Step> steps = run.perform(action);
                workload.hear(steps);
                seen.add(steps);
            }
            run.finish();
            return null;
        } catch (Violation violation) {
            return violation;
        }
    }

    /** How many actions it came to. */
    int actions() {
        return done.size();
    }

    /** As few of its actions as still lead to a violation, in their order. */
    List<Action> shrunk() {
        List<Action> needed = new ArrayList<>(done);
        for (int size = needed.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < needed.size(); ) {
                List<Action> fewer = new ArrayList<>(needed.subList(0, from));
                fewer.addAll(needed.subList(Math.min(from + size, needed.size()), needed.size()));
                if (fails(fewer)) {
                    needed = fewer;
                } else {
                    from += size;
                }
            }
        }
        return needed;
    }

    private boolean fails(List<Action> actions) {
        Run run = new Run(new Workload(seed).remembered());
        try {
            actions.forEach(run::perform);
            run.finish();
            return false;
        } catch (Violation violation) {
            return true;
        }
    }
}
