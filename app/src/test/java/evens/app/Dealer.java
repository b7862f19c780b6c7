package evens.app;

import evens.app.Venue.Player;
import evens.client.Conditions;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OrderType;
import evens.client.OrdersSocket;
import evens.client.Pick;
import evens.client.Placed;
import evens.client.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who trades over an orders socket, many messages under way at once, as a seed will have
 * it. What can only be asked for by request is asked for by request now and then.
 */
final class Dealer implements AutoCloseable {
    private static final int UNDER_WAY = 64;
    private static final int LARGEST_BATCH = 6;
    private static final List<String> AWAY_SPREADS = List.of("-3.5", "-0.25", "2");
    private static final List<String> TOTALS = List.of("2.25", "200.5", "201");
    private static final int TWO_WAYS = 1 + AWAY_SPREADS.size() + TOTALS.size();
    private static final int ALL_WAYS = TWO_WAYS + 3;

    /** What no public figure or text has in it. */
    static final String MARK = "zqx";

    private final Player player;
    private final List<Game> games;
    private final int mostOpen;
    private final Random random;
    private final OrdersSocket socket;
    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final ConcurrentLinkedDeque<String> open = new ConcurrentLinkedDeque<>();
    private final AtomicInteger fills = new AtomicInteger();
    private int references;

    /**
     * @param mostOpen orders that it has open, about, before it cancels some
     */
    Dealer(Player player, List<Game> games, int mostOpen, long seed) {
        this.player = player;
        this.games = games;
        this.mostOpen = mostOpen;
        this.random = new Random(seed);
        this.socket = player.client().ordersSocket();
    }

    /** Matches in which it was the taker. */
    int fills() {
        return fills.get();
    }

    /** Does one thing; waits if too much is under way. */
    void act() throws InterruptedException {
        int dice = random.nextInt(1_000);
        if (dice < 4) {
            byRequest(dice);
        } else if (dice < 5) {
            underWay(socket.heartbeat(Duration.ofMillis(500)));
        } else if (dice < 7) {
            underWay(socket.cancelAll(Conditions.NONE));
        } else if (dice < 12) {
            underWay(socket.cancelAllByGame(game().id(), Map.of(), Conditions.NONE));
        } else if (dice < 40) {
            underWay(socket.cancelMultiple(someOpen(), Conditions.NONE));
        } else if (dice < 300 || open.size() > mostOpen) {
            cancelOne();
        } else {
            place();
        }
    }

    private void byRequest(int dice) {
        String id = open.peekFirst();
        if (dice > 0 && id != null) {
            edit(id);
        } else {
            Wire.post(player, "/session/pauseOrders", "{}");
            Wire.post(player, "/session/resumeOrders", "{}");
        }
    }

    private void edit(String id) {
        String body =
                "{\"sessionID\":\"%s\",\"orderVolume\":%s,\"orderType\":\"post\"}"
                        .formatted(id, bet());
        String answer = Wire.post(player, "/session/editOrder", body).body();
        open.removeFirstOccurrence(id);
        int at = answer.indexOf("\"createdSessions\"");
        if (at < 0) {
            return;
        }
        int placed = answer.indexOf("\"orderID\":\"", at);
        if (placed > 0) {
            open.add(answer.substring(placed + 11, placed + 35));
        }
    }

    private List<String> someOpen() {
        return open.stream().limit(5).toList();
    }

    private void cancelOne() throws InterruptedException {
        String id = random.nextBoolean() ? open.pollFirst() : open.pollLast();
        if (id != null) {
            underWay(socket.cancel(id));
        }
    }

    private void place() throws InterruptedException {
        List<NewOrder> batch = new ArrayList<>();
        int size = 1 + random.nextInt(LARGEST_BATCH);
        for (int i = 0; i < size; i++) {
            batch.add(order());
        }
        underWay(socket.place(batch, Conditions.NONE).thenAccept(this::placed));
    }

    private void placed(Reply<List<Placed>> reply) {
        for (Placed placed : reply.value()) {
            fills.addAndGet(placed.matched().size());
            Offer offer = placed.unmatched();
            if (offer != null) {
                open.add(offer.orderID());
            }
        }
    }

    private void underWay(CompletableFuture<?> answer) throws InterruptedException {
        free.acquire();
        var _ = answer.whenComplete((_, _) -> free.release());
    }

    private Game game() {
        return games.get(random.nextInt(games.size()));
    }

    /** Around a price that depends on the question, so that some orders meet. */
    private NewOrder order() {
        Game game = game();
        boolean first = random.nextBoolean();
        int market = random.nextInt(game.sport().equals("soccer") ? ALL_WAYS : TWO_WAYS);
        int favourite = (game.id().hashCode() + 7 * market) % 80;
        int line = (first ? -favourite : favourite) + random.nextInt(61) - 15;
        BigDecimal odds = BigDecimal.valueOf(line >= 0 ? 100 + line : line - 100);
        if (random.nextInt(4) == 0) {
            odds = odds.add(new BigDecimal(line >= 0 ? "0.5" : "-0.5"));
        }
        OrderType type =
                switch (random.nextInt(20)) {
                    case 0, 1 -> OrderType.FILL_AND_KILL;
                    case 2, 3, 4, 5, 6 -> OrderType.POST;
                    case 7 -> OrderType.POST_ARB;
                    default -> OrderType.LIMIT;
                };
        return new NewOrder(
                game.id(), pick(game, market, first), odds, bet(), type, null, reference());
    }

    private BigDecimal bet() {
        return BigDecimal.valueOf(1_000_000 + random.nextInt(100_000_000), 6);
    }

    private @Nullable String reference() {
        references++;
        return references % 3 == 0 ? null : MARK + "-" + references;
    }

    private static Pick pick(Game game, int market, boolean first) {
        String team = first ? game.away().id() : game.home().id();
        if (market == 0) {
            return Pick.moneyline(team);
        }
        if (market <= AWAY_SPREADS.size()) {
            BigDecimal number = new BigDecimal(AWAY_SPREADS.get(market - 1));
            return Pick.spread(team, first ? number : number.negate());
        }
        if (market < TWO_WAYS) {
            int at = market - 1 - AWAY_SPREADS.size();
            return Pick.total(first ? "over" : "under", new BigDecimal(TOTALS.get(at)));
        }
        List<String> subjects = List.of(game.away().id(), "draw", game.home().id());
        return Pick.threeWay(first ? "yes" : "no", subjects.get(market - TWO_WAYS));
    }

    /** Waits for all answers. */
    void settle() throws InterruptedException {
        free.acquire(UNDER_WAY);
        free.release(UNDER_WAY);
    }

    @Override
    public void close() {
        socket.close();
    }
}
