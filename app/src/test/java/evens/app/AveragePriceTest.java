package evens.app;

import evens.app.Venue.Player;
import evens.client.Game;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ladders and the figures that are made of them, worked by hand. */
@Tag("contract")
class AveragePriceTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static Venue venue;
    private static Player maker;
    private static Player reader;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        maker = venue.player("maker", "1000000");
        reader = venue.player("reader", "1000000");
    }

    /** What makers offer on moneyline, and what takers of the away side are told. */
    static Stream<Arguments> ladders() {
        return Table.arguments(
                """
                # one offer of 909.090909: a taker's 1.01 wins 1.089 of each dollar
                home at -110 for 1000                     | average 110, best 110, commission 108, limit 909, most 909
                # 300 at 110 and 200 of the 400 at 105 win 330 and 210
                home at -110 for 330; home at -105 for 420 | average 108, best 110, commission 108, limit 300, most 700
                # the next level is not needed, or only a cent of it
                home at 100 for 500; home at 300 for 500   | average 100, best 100, commission -102, limit 500, most 2000
                home at 100 for 499.99; home at 300 for 500 | average 100, best 100, commission -102, limit 499, most 1999
                home at 100 for 499.98                     | average null, best 100, commission -102, limit 499, most 499
                home at -110 for 330                       | average null, best 110, commission 108, limit 300, most 300
                # -150: 0.66 to win for 1.006667
                home at 150 for 1000                       | average -150, best -150, commission -153, limit 1500, most 1500
                # -300: a loss costs 1 % of the win, not of the stake: 0.33 to win for 1.003333
                home at 300 for 1000                       | average -300, best -300, commission -304, limit 3000, most 3000
                # 250 win 262.5, 250 win 227.272727
                home at -105 for 262.5; home at 110 for 1000 | average -102, best 105, commission 103, limit 250, most 1350
                # halves go away from zero, and -100 is 100
                home at 119.5 for 1000                     | average -120, best -120, commission -122, limit 1195, most 1195
                home at -194.5 for 1000                    | average 195, best 195, commission 191, limit 514, most 514
                home at 100.4 for 1000                     | average 100, best 100, commission -102, limit 1004, most 1004
                home at 100.5 for 1000                     | average -101, best -101, commission -103, limit 1005, most 1005
                # three offers, two of them at the best price: 90.909091 + 45.454545, and 9.523810
                home at -110 for 100; home at -105 for 10; home at -110 for 50 | average null, best 110, commission 108, limit 136, most 145
                # what was taken is not there any more: half of it, by somebody else
                home at -110 for 1100; taken away at 110 for 500 | average 110, best 110, commission 108, limit 500, most 500
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ladders")
    void aLadder(String offers, String figures) {
        Game game = game();
        offer(game, offers);
        String words =
                figures.replace("average ", "averageAwayMoneyline ")
                        .replace("best ", "bestAwayMoneyline ")
                        .replace("commission ", "bestAwayMoneylineWithCommission ")
                        .replace("limit ", "bestAwayMoneylinePriceLimit ")
                        .replace("most ", "awayMoneylineMaxBet ");
        odds(reader, game, words);
        odds(reader, game, words.replaceFirst(".*MaxBet", "maxMoneyLineBet"));
        odds(reader, game, "averageHomeMoneyline null, bestHomeMoneyline null");
        odds(reader, game, "bestHomeMoneylineWithCommission null");
        odds(reader, game, "bestHomeMoneylinePriceLimit null, homeMoneylineMaxBet 0");
        odds(reader, game, "bestOver null, averageHomeSpread null, maxTotalBet 0, maxSpreadBet 0");
    }

    /** The same in each market: 1000 at 110 for one side, 144 at -120 for the other. */
    static Stream<Arguments> markets() {
        return Table.arguments(
                """
                home at -110 for 1100; away at 120 for 120           | AwayMoneyline | HomeMoneyline | awayMoneylineMaxBet | homeMoneylineMaxBet | maxMoneyLineBet
                home -3.5 at -110 for 1100; away 3.5 at 120 for 120; home -2.5 at 300 for 1000; away 2.5 at 100 for 5 | AwaySpread | HomeSpread | maxAwaySpreadBet | maxHomeSpreadBet | maxSpreadBet
                over 7 at -110 for 1100; under 7 at 120 for 120; over 8 at -110 for 9000 | Under | Over | maxUnderBet | maxOverBet | maxTotalBet
                """);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("markets")
    void aMarket(
            String offers, String one, String other, String most, String otherMost, String both) {
        Game game = game();
        offer(game, offers);
        odds(
                reader,
                game,
                "average%1$s 110, best%1$s 110, best%1$sWithCommission 108, best%1$sPriceLimit 1000"
                        .formatted(one));
        odds(
                reader,
                game,
                "average%1$s null, best%1$s -120, best%1$sWithCommission -122, best%1$sPriceLimit 144"
                        .formatted(other));
        odds(reader, game, "%s 1000, %s 144, %s 1000".formatted(most, otherMost, both));
    }

    /** A reader's rate, and the best price of +110 with it. */
    static Stream<Arguments> rates() {
        return Table.arguments(
                """
                0      | 110
                0.0075 | 108
                0.01   | 108
                0.1    | -111
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rates")
    void aRate(String rate, String odds) {
        Game game = game();
        offer(game, "home at -110 for 1100");
        Player player = venue.playerWith("payer", "\"deposit\": 0, \"commission\": " + rate);
        odds(player, game, "bestAwayMoneyline 110, bestAwayMoneylineWithCommission " + odds);
        odds(maker, game, "bestAwayMoneyline 110, bestAwayMoneylineWithCommission 108");
    }

    private static Game game() {
        return venue.gameOf("AVERAGES-" + COUNT.incrementAndGet(), "hockey", "");
    }

    private static void offer(Game game, String offers) {
        for (String offer : offers.split("; ", -1)) {
            if (offer.startsWith("taken ")) {
                Wire.place(
                        venue.player("taker", "1000000"),
                        game,
                        "fillOrKill " + offer.substring("taken ".length()));
            } else {
                Wire.rest(maker, game, "post " + offer);
            }
        }
    }

    private static void odds(Player player, Game game, String words) {
        Wire.has(
                Wire.get(
                                player,
                                "/exchange/getOddsForAveragePrice?leagueRequested=" + game.league())
                        .json()
                        .required("games")
                        .required(0)
                        .required("odds"),
                game,
                words);
    }
}
