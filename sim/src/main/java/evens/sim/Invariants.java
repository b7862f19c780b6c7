package evens.sim;

import evens.model.Command;
import evens.model.Event;
import evens.model.Event.OrderPlaced;
import evens.model.Step;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must hold whatever the rules are, checked from the events alone. The twin was written from
 * the same page as the core; this is the part that would notice if both had misread it.
 */
final class Invariants {
    private final LedgerInvariants ledger = new LedgerInvariants();
    private final GameInvariants games = new GameInvariants();
    private final OrderInvariants orders = new OrderInvariants(ledger, games);
    private final FenceInvariants fences = new FenceInvariants();
    private long lastSequence;
    private long lastMillis;

    /**
     * Checks one step, and what it left behind.
     *
     * @param command what it came from, null if it was due
     */
    void check(@Nullable Command command, Step step) {
        Violation.unless(step.sequence() == lastSequence + 1, "a sequence is missing");
        Violation.unless(step.timeMillis() >= lastMillis, "time went back");
        lastSequence = step.sequence();
        lastMillis = step.timeMillis();
        for (Event event : step.events()) {
            ledger.hear(event);
            games.hear(event);
            orders.hear(event, lastMillis);
            fences.hear(event, lastMillis);
        }
        orders.endStep();
        ledger.addUp();
        checkEnds(step);
        if (command != null) {
            orders.noneIsOver(lastMillis);
            fences.noneIsOver(lastMillis);
            Command executed =
                    command instanceof Command.Once once ? fences.executed(once, step) : command;
            if (executed != null) {
                check(executed, step.events());
                fences.notStale(executed, step);
            }
        }
    }

    /** What ends orders by itself ends all of them. */
    private void checkEnds(Step step) {
        for (Event event : step.events()) {
            switch (event) {
                case Event.LeaseExpired e -> orders.noneLeft(o -> o.account() == e.account());
                case Event.AccountChanged e -> {
                    if (e.banned()) {
                        orders.noneLeft(o -> o.account() == e.account());
                    }
                }
                default -> {}
            }
        }
    }

    private void check(Command command, Iterable<Event> events) {
        switch (command) {
            case Command.CancelAllOrders c -> orders.noneLeft(o -> o.account() == c.account());
            case Command.CancelGameOrders c -> orders.noneLeft(o -> o.game() == c.game());
            case Command.CloseGame c -> orders.noneLeft(o -> o.game() == c.game());
            case Command.CancelByReference c -> orders.noneLeft(named(c));
            case Command.CancelOrdersOfGame c -> {
                if (c.scope().equals(Command.Scope.ALL)) {
                    orders.noneLeft(o -> o.account() == c.account() && o.game() == c.game());
                }
            }
            case Command.CancelOrdersOfLeague c -> orders.noneLeft(inLeague(c));
            case Command.PauseOrders c -> orders.nonePending(inPause(c));
            default -> {}
        }
        boolean kills =
                command instanceof Command.CancelAllOrders
                        || command instanceof Command.PauseOrders
                        || command instanceof Command.ChangeAccount;
        for (Event event : events) {
            Violation.unless(
                    kills || !(event instanceof Event.EpochRaised), "I10: nobody raised an epoch");
        }
    }

    private static Predicate<OrderPlaced> named(Command.CancelByReference c) {
        return o ->
                o.account() == c.account()
                        && o.game() == c.game()
                        && o.reference() != null
                        && c.references().contains(o.reference());
    }

    private Predicate<OrderPlaced> inLeague(Command.CancelOrdersOfLeague c) {
        String league = c.league();
        return o ->
                o.account() == c.account()
                        && (league == null ? games.isLive(o.game()) : games.isOf(o.game(), league));
    }

    private static Predicate<OrderPlaced> inPause(Command.PauseOrders c) {
        return o -> o.account() == c.account() && (c.game() == 0 || c.game() == o.game());
    }
}
