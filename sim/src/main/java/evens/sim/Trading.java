package evens.sim;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Command.Scope;
import evens.model.Event;
import evens.model.MarketType;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What accounts want done with their orders. */
final class Trading {
    private static final int RECENT = 300;
    private static final List<Long> LEASES =
            List.of(1L, 1_000L, 5_000L, 10_000L, 60_000L, 600_000L, 86_400_000L);

    /** An order that somebody has, or had. */
    private record Known(long order, long account, long stake, @Nullable String reference) {}

    private final Dice dice;
    private final Fixtures fixtures;
    private final NewOrders newOrders;
    private final Stamps stamps;
    private final List<Known> orders = new ArrayList<>();

    Trading(Dice dice, Fixtures fixtures, NewOrders newOrders, Stamps stamps) {
        this.dice = dice;
        this.fixtures = fixtures;
        this.newOrders = newOrders;
        this.stamps = stamps;
    }

    /** The ids of orders are worth cancelling. */
    void hear(Event event) {
        switch (event) {
            case Event.OrderPlaced e -> {
                if (e.index() != Event.OrderPlaced.AFTER_DELAY) {
                    orders.add(new Known(e.order(), e.account(), e.stake(), e.reference()));
                }
            }
            case Event.OrderDelayed e ->
                    orders.add(new Known(e.order(), e.account(), e.stake(), e.reference()));
            default -> {}
        }
    }

    Command place(long account, List<NewOrder> some) {
        return new Command.PlaceOrders(account, stamps.of(account), some);
    }

    /** Mostly of an order of its own. */
    Command edit(long somebody, boolean strange) {
        Known known = known();
        long account = known == null || dice.oneIn(10) ? somebody : known.account();
        return new Command.EditOrder(
                account,
                stamps.of(account),
                known == null || dice.oneIn(30) ? id() : known.order(),
                dice.coin() ? null : newOrders.line(strange),
                dice.coin() ? null : newOrders.stake(strange),
                newOrders.type(),
                newOrders.expiryMinutes(strange),
                dice.coin() ? null : newOrders.reference(strange),
                dice.oneIn(3) ? intended(known) : null,
                dice.oneIn(3));
    }

    private @Nullable Long intended(@Nullable Known known) {
        if (known == null || dice.oneIn(3)) {
            return newOrders.stake(true);
        }
        return known.stake() + dice.between(-1_000_001L, 1_000_001L);
    }

    Command cancel(long account) {
        List<Long> ids = new ArrayList<>();
        for (int i = dice.below(6); i > 0; i--) {
            ids.add(id());
            if (dice.oneIn(5)) {
                ids.add(dice.of(ids));
            }
        }
        return new Command.CancelOrders(account, ids);
    }

    private long id() {
        Known known = known();
        if (known == null || dice.oneIn(20)) {
            return dice.coin() ? dice.any() : dice.below(5L) << 32;
        }
        return known.order();
    }

    private @Nullable Known known() {
        if (orders.isEmpty()) {
            return null;
        }
        int newest = Math.min(orders.size(), dice.coin() ? 10 : RECENT);
        return orders.get(orders.size() - 1 - dice.below(newest));
    }

    Command cancelByReference(long account) {
        List<String> references = new ArrayList<>();
        for (int i = dice.below(8); i > 0; i--) {
            Known known = known();
            String reference = known == null ? null : known.reference();
            references.add(reference == null ? "r".repeat(dice.below(20)) : reference);
        }
        return new Command.CancelByReference(account, fixtures.id(), references);
    }

    Command cancelOfGame(long account) {
        Scope scope = dice.oneIn(3) ? Scope.ALL : scope();
        return new Command.CancelOrdersOfGame(account, fixtures.id(), scope);
    }

    private Scope scope() {
        return new Scope(
                dice.coin() ? null : dice.of(List.of(MarketType.values())),
                dice.oneIn(3),
                dice.coin() ? null : dice.of(List.of(Side.values())),
                fixtures.participant(),
                dice.oneIn(3),
                dice.coin() ? 0 : fixtures.participant());
    }

    Command cancelOfLeague(long account) {
        return new Command.CancelOrdersOfLeague(account, fixtures.league());
    }

    Command cancelAll(long account, boolean latch) {
        return new Command.CancelAllOrders(account, latch, stamps.connection());
    }

    Command pause(long account) {
        return new Command.PauseOrders(account, gameOrAll(), stamps.connection());
    }

    Command resume(long account) {
        return new Command.ResumeOrders(account, stamps.of(account), gameOrAll());
    }

    private long gameOrAll() {
        return dice.coin() ? 0 : fixtures.id();
    }

    Command renewLease(long account, boolean strange) {
        long millis = dice.of(LEASES);
        return new Command.RenewLease(
                account,
                strange
                        ? dice.of(List.of(0L, -1L, 86_400_001L, Long.MIN_VALUE, Long.MAX_VALUE))
                        : dice.coin() ? millis : dice.between(1L, millis));
    }
}
