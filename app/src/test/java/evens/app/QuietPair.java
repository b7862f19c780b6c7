package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Recount.Statement;
import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.Pick;
import evens.client.Placed;
import evens.client.Team;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Two accounts that do something once and never again. What one of them has open outlives every
 * snapshot, so that it comes from a snapshot after each restart: each row must be as it was.
 */
final class QuietPair {
    private static final int LONG_SHOTS = 200;
    private static final int PARTLY_FILLED = 21;

    private Player owner;
    private Player taker;
    private final List<Statement> before;

    /**
     * Places orders at odds that nobody takes on games where others trade, and orders of which the
     * other account takes a little on a game where nobody else does.
     */
    QuietPair(Player owner, Player taker, List<Game> busy, Game quiet) {
        this.owner = owner;
        this.taker = taker;
        List<NewOrder> longShots = new ArrayList<>();
        for (int i = 0; i < LONG_SHOTS; i++) {
            longShots.add(longShot(i, busy.get(i % busy.size())));
        }
        assertThat(owner.client().place(longShots)).allMatch(QuietPair::rests);
        for (int i = PARTLY_FILLED; i > 0; i--) { // the newest has the best odds for who takes
            int odds = 101 + i;
            assertThat(owner.client().place(order(quiet, quiet.home(), odds, "100")))
                    .matches(QuietPair::rests);
            Placed taken = taker.client().place(order(quiet, quiet.away(), -odds, "7.3"));
            assertThat(taken.matched()).as("%s", taken).hasSize(1);
        }
        before = statements();
        JsonNode open = before.getFirst().unmatched();
        assertThat(open).hasSize(LONG_SHOTS + PARTLY_FILLED);
        assertThat(open)
                .filteredOn(row -> row.required("filled").decimalValue().signum() > 0)
                .hasSize(PARTLY_FILLED);
    }

    private static boolean rests(Placed placed) {
        return placed.unmatched() != null;
    }

    private static NewOrder longShot(int number, Game game) {
        String side = (number % 2 == 0 ? game.home() : game.away()).id();
        Pick pick =
                switch (number % 4) {
                    case 0 -> Pick.moneyline(side);
                    case 1 -> Pick.spread(side, new BigDecimal("1.25"));
                    case 2 -> Pick.total("over", new BigDecimal("2.5"));
                    default -> Pick.threeWay("yes", "draw");
                };
        return new NewOrder(
                game.id(),
                pick,
                BigDecimal.valueOf(900 + number),
                new BigDecimal("5.000001"),
                number % 3 == 0 ? OrderType.LIMIT : OrderType.POST,
                number % 5 == 0 ? 600 : null,
                "quiet " + number);
    }

    private static NewOrder order(Game game, Team side, int odds, String bet) {
        return NewOrder.of(game.id(), side.id(), odds, bet, OrderType.LIMIT);
    }

    /** Goes on after a restart with the same tokens. */
    void connect(URI base) {
        owner = connected(owner, base);
        taker = connected(taker, base);
    }

    private static Player connected(Player player, URI base) {
        return new Player(player.username(), player.id(), new EvensClient(base, player.token()));
    }

    List<Statement> statements() {
        return List.of(
                SeasonTest.statement(owner, Trader.DEPOSIT),
                SeasonTest.statement(taker, Trader.DEPOSIT));
    }

    /** Nothing about the two has changed, in any row, or in the order of the rows. */
    void check(List<Statement> now) {
        for (int i = 0; i < before.size(); i++) {
            String name = before.get(i).name();
            Image.sameRows(
                    "open orders of " + name, now.get(i).unmatched(), before.get(i).unmatched());
            Image.sameRows(
                    "matched bets of " + name, now.get(i).matched(), before.get(i).matched());
        }
    }
}
