package evens.app;

import static evens.app.Recount.micros;
import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.Pick;
import evens.client.RawResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Places orders drawn from a seed, in batches, and keeps every reply. */
final class Bettor {
    private static final BigInteger CENT = BigInteger.valueOf(10_000);
    private static final int LARGEST_BATCH = 12;
    private static final List<String> AWAY_SPREADS = List.of("-0.5", "-0.25", "0.75");
    private static final List<String> TOTALS = List.of("2.25", "2.5", "3");

    /** The moneyline, the spreads, the totals, and three three-way questions. */
    static final int MARKETS = 1 + AWAY_SPREADS.size() + TOTALS.size() + 3;

    private final Player player;
    private final List<Game> games;
    private final Random random;
    private final List<Ticket> tickets = new ArrayList<>();

    Bettor(Player player, List<Game> games, long seed) {
        this.player = player;
        this.games = games;
        this.random = new Random(seed);
    }

    Player player() {
        return player;
    }

    List<Ticket> tickets() {
        return tickets;
    }

    void place(int count) {
        while (tickets.size() < count) {
            int size = 1 + random.nextInt(Math.min(LARGEST_BATCH, count - tickets.size()));
            List<NewOrder> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(order());
            }
            JsonNode replies = reply(batch);
            assertThat(replies.size()).isEqualTo(size);
            for (int i = 0; i < size; i++) {
                tickets.add(new Ticket(batch.get(i), replies.required(i)));
            }
        }
    }

    /** Around a price that depends on the game, so that about half of all orders meet. */
    private NewOrder order() {
        Game game = games.get(random.nextInt(games.size()));
        boolean first = random.nextBoolean();
        int market = random.nextInt(MARKETS);
        int favourite = (game.id().hashCode() + 7 * market) % 80;
        int line = (first ? -favourite : favourite) + random.nextInt(61) - 25;
        BigDecimal odds = BigDecimal.valueOf(line >= 0 ? 100 + line : line - 100);
        if (random.nextInt(4) == 0) {
            odds = odds.add(new BigDecimal(line >= 0 ? "0.5" : "-0.5"));
        }
        BigDecimal bet = BigDecimal.valueOf(1_000_000 + random.nextInt(100_000_000), 6);
        OrderType type =
                switch (random.nextInt(10)) {
                    case 0 -> OrderType.FILL_AND_KILL;
                    case 1, 2, 3 -> OrderType.POST;
                    default -> OrderType.LIMIT;
                };
        return new NewOrder(game.id(), pick(game, market, first), odds, bet, type, null, null);
    }

    /** One of the answers to one of the questions that may be asked of a game. */
    private static Pick pick(Game game, int market, boolean first) {
        String team = first ? game.away().id() : game.home().id();
        return switch (market) {
            case 0 -> Pick.moneyline(team);
            case 1, 2, 3 -> {
                BigDecimal number = new BigDecimal(AWAY_SPREADS.get(market - 1));
                yield Pick.spread(team, first ? number : number.negate());
            }
            case 4, 5, 6 ->
                    Pick.total(first ? "over" : "under", new BigDecimal(TOTALS.get(market - 4)));
            default ->
                    Pick.threeWay(
                            first ? "yes" : "no",
                            List.of(game.away().id(), "draw", game.home().id()).get(market - 7));
        };
    }

    private JsonNode reply(List<NewOrder> batch) {
        List<String> orders = new ArrayList<>();
        for (NewOrder order : batch) {
            Pick pick = order.pick();
            orders.add(
                    """
                    {"gameID":"%s","type":"%s","side":"%s"%s%s,"odds":%s,"bet":%s,\
                    "orderType":"%s"}\
                    """
                            .formatted(
                                    order.gameID(),
                                    pick.type(),
                                    pick.side(),
                                    pick.market() == null
                                            ? ""
                                            : ",\"market\":\"" + pick.market() + "\"",
                                    pick.number() == null
                                            ? ""
                                            : ",\"number\":" + pick.number().toPlainString(),
                                    order.odds().toPlainString(),
                                    order.bet().toPlainString(),
                                    order.orderType().wire()));
        }
        RawResponse response =
                player.client()
                        .raw(
                                "POST",
                                "/session/v3/place",
                                Map.of(
                                        "Authorization",
                                        player.token(),
                                        "Content-Type",
                                        "application/json"),
                                ("{\"orders\":[" + String.join(",", orders) + "]}")
                                        .getBytes(StandardCharsets.UTF_8));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json().required("data").required("createdSessions");
    }

    /** An order and what the exchange said to it. */
    record Ticket(NewOrder order, JsonNode reply) {
        /**
         * @param open the account's open orders; the one of this ticket is taken out
         * @param matched the account's matched bets by transaction
         * @param made what has been matched of resting orders since
         */
        void check(
                Map<String, JsonNode> open,
                Map<String, JsonNode> matched,
                Map<String, BigInteger> made) {
            if (reply.has("error")) {
                assertThat(reply.required("error").asString())
                        .isIn(
                                "post order cannot have matches",
                                "fill and kill has no matches",
                                "game is not open");
                return;
            }
            BigInteger rest = micros(order.bet()).subtract(taken(matched));
            JsonNode offer = reply.required("unmatched");
            if (offer.isEmpty()) {
                boolean crumb = rest.min(price().win(rest)).compareTo(CENT) < 0;
                assertThat(order.orderType() == OrderType.FILL_AND_KILL || crumb)
                        .as("%s got %s", order, reply)
                        .isTrue();
                return;
            }
            assertThat(order.orderType()).isNotEqualTo(OrderType.FILL_AND_KILL);
            assertThat(SeasonTest.micros(offer, "offered")).as("%s", reply).isEqualTo(rest);
            String id = offer.required("orderID").asString();
            rest = rest.subtract(made.getOrDefault(id, BigInteger.ZERO));
            JsonNode row = open.remove(id);
            if (row == null) {
                assertThat(rest.min(price().win(rest)))
                        .as("%s", reply)
                        .isBetween(BigInteger.ZERO, CENT);
            } else {
                assertThat(SeasonTest.micros(row, "remaining")).as("%s", row).isEqualTo(rest);
                assertThat(Price.of(row.required("odds").decimalValue())).isEqualTo(price());
            }
        }

        private Price price() {
            return Price.of(order.odds());
        }

        /** What the fills of the reply add up to; each is a matched bet at a price as good. */
        private BigInteger taken(Map<String, JsonNode> matched) {
            BigInteger sum = BigInteger.ZERO;
            for (JsonNode fill : reply.required("matched")) {
                assertThat(order.orderType()).isNotEqualTo(OrderType.POST);
                Price price = Price.of(fill.required("odds").decimalValue());
                assertThat(price.line()).as("%s", fill).isGreaterThanOrEqualTo(price().line());
                JsonNode row = matched.get(fill.required("txID").asString());
                assertThat(row).as("the bet of %s", fill).isNotNull();
                assertThat(row.required("origin").asString()).isEqualTo("wager");
                assertThat(row.required("wagerRequestID"))
                        .isEqualTo(fill.required("wagerRequestID"));
                assertThat(SeasonTest.micros(row, "bet"))
                        .isEqualTo(SeasonTest.micros(fill, "amount"));
                sum = sum.add(SeasonTest.micros(fill, "amount"));
            }
            return sum;
        }
    }
}
