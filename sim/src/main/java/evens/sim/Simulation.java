package evens.sim;

import evens.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One seed from its first action to its last. */
final class Simulation {
    private final long seed;
    private final int mostActions;
    private final Machine machine;
    private final Seen seen;
    private final List<Action> done = new ArrayList<>();
    private int actions;

    /**
     * @param mostActions where to stop, if the seed would go on
     * @param machine what the projectors of all seeds run on
     * @param seen hears what happens
     */
    Simulation(long seed, int mostActions, Machine machine, Seen seen) {
        this.seed = seed;
        this.mostActions = mostActions;
        this.machine = machine;
        this.seen = seen;
    }

    /** Runs it; answers what went wrong, null if nothing did. */
    @Nullable Violation run() {
        Workload workload = new Workload(seed);
        ProjectorWorkload projectors = new ProjectorWorkload(seed);
        Projection projection = projectors.isWanted() ? projection(projectors) : null;
        try (Run run = new Run(workload.remembered(), projection)) {
            int most = Math.min(workload.length(), mostActions);
            while (actions < most) {
                actions++;
                Action action = workload.next(run.alarmMillis());
                done.add(action);
                List<Step> steps = run.perform(action);
                workload.hear(steps);
                seen.add(steps);
                if (projection != null) {
                    project(run, projectors.next());
                }
            }
            run.finish();
            return null;
        } catch (Violation violation) {
            machine.dropRings();
            return violation;
        } finally {
            if (projection != null) {
                seen.add(projection);
            }
        }
    }

    private void project(Run run, List<Deed> deeds) {
        for (Deed deed : deeds) {
            Action action = new Action.Project(deed);
            done.add(action);
            run.perform(action);
        }
    }

    private Projection projection(ProjectorWorkload projectors) {
        return machine.projection(projectors.most());
    }

    /** How many actions it came to, without what was done to the projector. */
    int actions() {
        return actions;
    }

    /** What was done last, null if nothing was. */
    @Nullable Action last() {
        return done.isEmpty() ? null : done.get(done.size() - 1);
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
        ProjectorWorkload projectors = new ProjectorWorkload(seed);
        Projection projection = projectors.isWanted() ? projection(projectors) : null;
        try (Run run = new Run(new Workload(seed).remembered(), projection)) {
            actions.forEach(run::perform);
            run.finish();
            return false;
        } catch (Violation violation) {
            machine.dropRings();
            return true;
        }
    }
}
