package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OrderType;
import evens.client.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Orders in every state that an order can be in, each on a game of its own, called by words. */
final class StateOfOrders {
    private final Venue venue;
    private final Player mine;
    private final Player theirs;
    private final Map<String, Made> made = new HashMap<>();

    /** An order and the game it is on. */
    record Made(String id, Game game) {}

    StateOfOrders(Venue venue, Player mine, Player theirs) {
        this.venue = venue;
        this.mine = mine;
        this.theirs = theirs;
    }

    /**
     * The id for a word; made when it is asked for first. A word in capitals is the id of the same
     * order in capitals, a digit at the end only tells two orders in the same state apart.
     */
    String id(String word) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return order(word.toLowerCase(Locale.ROOT)).id().toUpperCase(Locale.ROOT);
        }
        return order(word).id();
    }

    Made order(String word) {
        Made known = made.get(word);
        if (known == null) {
            known = make(word.replaceFirst("\\d$", ""));
            made.put(word, known);
        }
        return known;
    }

    private Made make(String state) {
        Game game =
                state.equals("started")
                        ? venue.game(Instant.now().plus(Duration.ofSeconds(3)))
                        : venue.game();
        String id =
                switch (state) {
                    case "open" -> post(mine, game, 125, "100");
                    case "partly" -> taken(game, "25");
                    case "filled" -> taken(game, "100");
                    case "crumb" -> taken(game, "99.995");
                    case "cancelled" -> cancelled(mine, post(mine, game, 125, "100"));
                    case "suspended" -> suspended(game, post(mine, game, 125, "100"));
                    case "paused" -> paused(game, post(mine, game, 125, "100"));
                    case "started" -> closed(post(mine, game, 125, "100"));
                    case "their-open", "their-taken" -> theirs(game, state);
                    case "their-cancelled" -> cancelled(theirs, post(theirs, game, 125, "100"));
                    case "their-filled" -> theirs(game, state);
                    case "unknown" -> "65b0a4d00000000000000000";
                    case "other-kind" -> game.id();
                    default -> throw new IllegalArgumentException(state);
                };
        return new Made(id, game);
    }

    private static String post(Player player, Game game, int odds, String bet) {
        return rest(player, NewOrder.of(game.id(), game.home().id(), odds, bet, OrderType.POST));
    }

    static String rest(Player player, NewOrder order) {
        Placed placed = player.client().place(order);
        Offer offer = placed.unmatched();
        if (offer == null) {
            throw new AssertionError(order + " does not rest: " + placed);
        }
        return offer.orderID();
    }

    /** My order of $100 at even money, of which they have taken this much. */
    private String taken(Game game, String amount) {
        String id = post(mine, game, 100, "100");
        take(theirs.client(), game, amount);
        return id;
    }

    private static void take(EvensClient client, Game game, String amount) {
        Placed taken =
                client.place(
                        NewOrder.of(
                                game.id(), game.away().id(), 100, amount, OrderType.FILL_AND_KILL));
        assertThat(taken.matched()).as("%s", taken).hasSize(1);
    }

    private String theirs(Game game, String state) {
        String id = post(theirs, game, 100, "100");
        if (!state.equals("their-open")) {
            take(mine.client(), game, state.equals("their-filled") ? "100" : "25");
        }
        return id;
    }

    private static String cancelled(Player owner, String id) {
        assertThat(owner.client().cancel(id).success()).isTrue();
        return id;
    }

    private String suspended(Game game, String id) {
        venue.operator().operator().suspend(game.id());
        return id;
    }

    private String paused(Game game, String id) {
        String body = "{\"gameID\":\"%s\"}".formatted(game.id());
        assertThat(Wire.data(Wire.post(mine, "/session/pauseOrders", body))).hasSize(1);
        return id;
    }

    private String closed(String id) {
        Await.until(
                Duration.ofSeconds(10),
                () -> "the start of the game",
                () -> mine.client().unmatched().stream().noneMatch(o -> o.id().equals(id)));
        return id;
    }
}
