package evens.client;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Quotes both sides of every game through the public API, like anybody could. Every few seconds it
 * takes back its old orders in one request and posts new ones in another; now and then it takes a
 * little of what others offer. One daemon thread; what fails is tried again after a while.
 */
public final class MarketMaker implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MarketMaker.class.getName());
    private static final Duration REFRESH = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int ROUNDS_PER_LIST_OF_GAMES = 20;
    private static final int MOST_GAMES = 60;
    private static final int MOST_ORDERS = 1_000;

    private final EvensClient client;
    private final String username;
    private final String password;
    private final Duration refresh;
    private final SplittableRandom random;
    private final Map<String, FairPrice> prices = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private List<Game> games = List.of();
    private List<String> resting = List.of();
    private boolean ordersKnown;
    private int round;

    public MarketMaker(URI base, String username, String password, long seed) {
        this(base, username, password, seed, REFRESH);
    }

    MarketMaker(URI base, String username, String password, long seed, Duration refresh) {
        this.client = new EvensClient(base);
        this.username = username;
        this.password = password;
        this.refresh = refresh;
        this.random = new SplittableRandom(seed);
        this.thread = Thread.ofPlatform().daemon().name("maker-" + username).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!closedAfter(pause)) {
            try {
                quote();
                pause = refresh;
            } catch (ApiException e) {
                ordersKnown &= e.status() == 429;
                if (e.status() == 401) {
                    client.forget();
                }
                pause = longer(pause);
            } catch (UncheckedIOException e) {
                ordersKnown = false;
                pause = longer(pause);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, username + " goes on after an answer it did not expect", e);
                ordersKnown = false;
                pause = longer(pause);
            }
        }
    }

    /** One round. After a failure nobody knows which orders rest, so everything is taken back. */
    private void quote() {
        if (client.token() == null) {
            client.login(username, password);
        }
        if (!ordersKnown) {
            client.cancelAll();
            resting = List.of();
            ordersKnown = true;
        }
        if (round++ % ROUNDS_PER_LIST_OF_GAMES == 0 || games.isEmpty()) {
            games = openGames();
        }
        List<NewOrder> orders = new ArrayList<>();
        for (Game game : games) {
            int home = prices.computeIfAbsent(game.id(), this::fairPrice).next();
            orders.addAll(Quote.both(game, home, random));
        }
        client.cancelMultiple(resting);
        resting = List.of();
        resting = post(orders.subList(0, Math.min(MOST_ORDERS, orders.size())));
        if (!games.isEmpty() && random.nextInt(4) == 0) {
            take(games.get(random.nextInt(games.size())));
        }
    }

    private FairPrice fairPrice(String gameID) {
        return new FairPrice(gameID, random.split());
    }

    private List<Game> openGames() {
        List<Game> open = new ArrayList<>();
        for (String league : client.leagues()) {
            if (open.size() < MOST_GAMES) {
                client.games(league).stream().filter(game -> !game.ended()).forEach(open::add);
            }
        }
        return open.subList(0, Math.min(MOST_GAMES, open.size()));
    }

    private List<String> post(List<NewOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Placed placed : client.place(orders)) {
            Offer offer = placed.unmatched();
            if (offer != null) {
                ids.add(offer.orderID());
            }
        }
        return ids;
    }

    /** Takes at most $20 of the best offer of somebody else; what does not match does not stay. */
    private void take(Game game) {
        Book book = client.book(game.id());
        if (book == null) {
            return;
        }
        List<BookEntry> side = random.nextBoolean() ? book.home() : book.away();
        side.stream()
                .filter(entry -> entry.createdBy() == null)
                .findFirst()
                .ifPresent(entry -> resting = joined(resting, Quote.take(game, entry, random)));
    }

    private List<String> joined(List<String> ids, NewOrder taking) {
        List<String> all = new ArrayList<>(ids);
        all.addAll(post(List.of(taking)));
        return all;
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.isZero() ? refresh : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean closedAfter(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Stops quoting. Orders that rest stay; the next start of this maker takes them back. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
