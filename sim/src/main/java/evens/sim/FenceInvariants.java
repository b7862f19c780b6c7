package evens.sim;

import evens.model.Command;
import evens.model.Command.Once;
import evens.model.Event;
import evens.model.Reject;
import evens.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** I10 and I13: what had been sent before a kill is refused, and what was done is done once. */
final class FenceInvariants {
    private record Raise(long epoch, long connection) {}

    private record Key(long account, long high, long low) {}

    private record Done(long hashHigh, long hashLow, long sequence, long millis) {}

    private final Set<Long> accounts = new HashSet<>();
    private final Map<Long, List<Raise>> raises = new HashMap<>();
    private final Set<Long> latched = new HashSet<>();
    private final Map<Long, Long> leases = new HashMap<>();
    private final Map<Key, Done> done = new HashMap<>();

    void hear(Event event, long nowMillis) {
        switch (event) {
            case Event.AccountOpened e -> accounts.add(e.account());
            case Event.EpochRaised e -> {
                List<Raise> all = raises.computeIfAbsent(e.account(), _ -> new ArrayList<>());
                all.add(new Raise(e.epoch(), e.connection()));
                Violation.unless(e.epoch() == all.size(), "I10: an epoch is missing");
                Violation.unless(
                        e.latched() || !latched.contains(e.account()), "a latch went by itself");
                if (e.latched()) {
                    latched.add(e.account());
                }
            }
            case Event.LatchReleased e -> latched.remove(e.account());
            case Event.LeaseRenewed e -> {
                Violation.unless(e.untilMillis() == nowMillis + e.millis(), "a lease's end");
                leases.put(e.account(), e.untilMillis());
            }
            case Event.LeaseDropped e -> leases.remove(e.account());
            case Event.LeaseExpired e -> {
                Long until = leases.remove(e.account());
                Violation.unless(
                        until != null && until <= nowMillis, "R8: a lease fired out of turn");
            }
            case Event.OrderPlaced e -> isNotLatched(e.account());
            case Event.OrderDelayed e -> isNotLatched(e.account());
            case Event.OrderResumed e -> isNotLatched(e.account());
            default -> {}
        }
    }

    private void isNotLatched(long account) {
        Violation.unless(!latched.contains(account), "a latched account trades");
    }

    /** A command is executed: no lease may have run out before. */
    void noneIsOver(long nowMillis) {
        leases.forEach((account, until) ->
                Violation.unless(until > nowMillis, "R8: the lease of " + account + " is over"));
    }

    /** What a kill had passed by has led to no order. */
    void notStale(Command command, Step step) {
        switch (command) {
            case Command.PlaceOrders c -> notStale(c.account(), c.stamp(), step);
            case Command.EditOrder c -> notStale(c.account(), c.stamp(), step);
            case Command.ResumeOrders c -> notStale(c.account(), c.stamp(), step);
            default -> {}
        }
    }

    private void notStale(long account, Command.Stamp stamp, Step step) {
        boolean stale =
                raises.getOrDefault(account, List.of()).stream()
                        .anyMatch(raise ->
                                raise.epoch() > stamp.epoch()
                                        && (stamp.connection() == 0
                                                || raise.connection() != stamp.connection()));
        for (Event event : step.events()) {
            boolean trades =
                    event instanceof Event.OrderPlaced
                            || event instanceof Event.OrderDelayed
                            || event instanceof Event.OrderResumed
                            || event instanceof Event.OrderCancelled;
            Violation.unless(!(stale && trades), "I10: what was sent before a kill is alive");
        }
    }

    /** The command that was executed; null if it was not, because its key was known. */
    @Nullable Command executed(Once once, Step step) {
        Key key = new Key(once.account(), once.keyHigh(), once.keyLow());
        Done before = done.get(key);
        if (!accounts.contains(once.account())) {
            Event refused = new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
            Violation.unless(step.events().equals(List.of(refused)), "I13: whose key is it");
            return null;
        }
        if (before == null || step.timeMillis() - before.millis() >= Once.REMEMBERED_MILLIS) {
            Violation.unless(
                    step.events().stream().noneMatch(e -> e instanceof Event.Repeated),
                    "I13: it was never done");
            done.put(
                    key,
                    new Done(once.hashHigh(), once.hashLow(), step.sequence(), step.timeMillis()));
            return once.command();
        }
        boolean same = before.hashHigh() == once.hashHigh() && before.hashLow() == once.hashLow();
        Event expected =
                same
                        ? new Event.Repeated(before.sequence())
                        : new Event.Refused(Reject.KEY_OF_ANOTHER_COMMAND);
        Violation.unless(
                step.events().equals(List.of(expected)), "I13: the same key, and " + step.events());
        return null;
    }
}
