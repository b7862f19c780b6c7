package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evens.app.Venue.Player;
import evens.client.Game;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The worked examples of the public API: every market, its prices, its commission. */
@Tag("contract")
class MarketsTest {
    private static Venue venue;
    private static Player maker;
    private static Player taker;
    private Game game;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        maker = venue.player("maker", "1000000");
        taker = venue.player("taker", "1000000");
    }

    @BeforeEach
    void aNewGame() {
        game = venue.game();
    }

    @Test
    void anOfferIsSeenFromTheOtherSideAndTakenAtItsPrice() {
        JsonNode posted = Wire.place(maker, game, "post home at -110 for 100");
        assertThat(posted.required("matched")).isEmpty();
        has(posted.required("unmatched"), "offered 100, odds -110, type moneyline, side $home");
        has(posted.required("unmatched"), "number null");
        has(
                offer("awayMoneylines"),
                "odds 110, bet 100, sumUntaken 90.909091, takenRatio 0, participantID $away");
        has(book(), "openInterest 100, matchedVolume 0");

        JsonNode taken = Wire.place(taker, game, "limit away at 105 for 60");
        has(
                taken.required("matched").required(0),
                "amount 60, odds 110, winWithoutCommission 66, risk 60.6, win 65.34, side $away");
        assertThat(taken.required("unmatched")).isEmpty();
        has(
                Wire.onlyRow(maker, "/user/getUnmatched", game),
                "filled 66, offered 100, remaining 34, odds -110");
        has(
                Wire.onlyRow(maker, "/user/getMatchedBets", game),
                "bet 66, risk 66.00, win 60.00, odds -110, participantID $home, origin offer");
        has(
                Wire.onlyRow(taker, "/user/getMatchedBets", game),
                "bet 60, risk 60.60, win 65.34, odds 110, participantID $away, origin wager");
        has(offer("awayMoneylines"), "takenRatio 0.66, sumUntaken 30.909091, bet 100");
        has(book(), "openInterest 100, matchedVolume 126");
    }

    /** The third example takes up where the second ends. */
    static Stream<Arguments> exhausting() {
        return Table.arguments(
                """
                limit       | offered 19.090909, odds 110, side $away
                fillAndKill | offered -
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exhausting")
    void aSecondTakeExhaustsTheOffer(String type, String rest) {
        Wire.rest(maker, game, "post home at -110 for 100");
        Wire.place(taker, game, "limit away at 105 for 60");

        JsonNode taken = Wire.place(taker, game, type + " away at 110 for 50");

        has(
                taken.required("matched").required(0),
                "amount 30.909091, winWithoutCommission 34, risk 31.218182, win 33.66");
        has(taken.required("unmatched"), rest);
        assertThat(book().required("awayMoneylines")).isEmpty();
        assertThat(maker.client().unmatched()).noneMatch(row -> row.gameID().equals(game.id()));
    }

    @Test
    void commissionDoesNotUseUpTheStake() {
        Wire.rest(maker, game, "post home at 185 for 100");
        JsonNode taken = Wire.place(taker, game, "limit away at -185 for 300");
        has(
                taken.required("matched").required(0),
                "amount 185, risk 186, win 99, winWithoutCommission 100");
        has(taken.required("unmatched"), "offered 115, odds -185, side $away");
    }

    @Test
    void aCancelAfterAPartialFillReleasesTheRest() {
        Player other = venue.player("other", "1000");
        Wire.rest(other, game, "post home at 125 for 100");
        Wire.place(taker, game, "fillAndKill away at -125 for 31.25");
        JsonNode answer = Wire.data(Wire.post(other, "/session/cancelAllOrders", "{}"));
        assertThat(answer).hasSize(1);
        has(
                answer.required(0),
                "success true, odds 125, filled 25, offered 0, remaining 75, gameID $game");
        has(book(), "openInterest 0, matchedVolume 56.25");
    }

    @Test
    void aThreeWayQuestionHasYesAndNo() {
        Wire.rest(maker, game, "post no home at -120 for 500");
        has(
                offer("homeMoneylines1x2"),
                "side yes, market $home, odds 120, bet 500, sumUntaken 416.666667");

        JsonNode taken = Wire.place(taker, game, "limit yes home at 120 for 100");

        has(
                taken.required("matched").required(0),
                "amount 100, winWithoutCommission 120, win 118.8, risk 101, side yes, market $home");
        has(
                Wire.onlyRow(maker, "/user/getMatchedBets", game),
                "bet 120, win 100.00, side no, market $home, participantID -");
        has(
                Wire.onlyRow(maker, "/user/getUnmatched", game),
                "filled 120, remaining 380, side no, market $home, participantID -");
    }

    /** Who offers what, where takers find it, and as what. */
    static Stream<Arguments> flips() {
        return Table.arguments(
                """
                home at -110 for 10         | awayMoneylines    | odds 110, participantID $away
                away at 100 for 10          | homeMoneylines    | odds 100, participantID $home
                away 3.5 at -105 for 10     | homeSpreads       | spread -3.5, odds 105, participantID $home
                home -3.5 at 105.5 for 10   | awaySpreads       | spread 3.5, odds -105.5, participantID $away
                away 0.25 at 110 for 10     | homeSpreads       | spread -0.25, odds -110, participantID $home
                home -0.75 at 110 for 10    | awaySpreads       | spread 0.75, odds -110, participantID $away
                home 0 at 110 for 10        | awaySpreads       | spread 0, odds -110, participantID $away
                over 2.5 at 120 for 10      | under             | total 2.5, odds -120, OU under, participantID -
                under 2.75 at -120 for 10   | over              | total 2.75, odds 120, OU over, participantID -
                over 3 at -120 for 10       | under             | total 3, odds 120, OU under, participantID -
                yes draw at 240 for 10      | draw1x2           | side no, market draw, odds -240, participantID -
                no draw at -240 for 10      | draw1x2           | side yes, market draw, odds 240, participantID -
                yes away at 300 for 10      | awayMoneylines1x2 | side no, market $away, odds -300
                no home at 150 for 10       | homeMoneylines1x2 | side yes, market $home, odds -150
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flips")
    void aBookShowsWhatATakerGets(String offered, String list, String entry) {
        String id = Wire.rest(maker, game, "post " + offered);
        has(offer(list), "bet 10, id " + id);
        has(offer(list), entry);
        for (String other : lists()) {
            if (!other.equals(list)) {
                assertThat(book().required(other)).as(other).isEmpty();
            }
        }
        has(book(), "openInterest 10");
    }

    /** An offer, an order, and the odds at which they meet, or none. */
    static Stream<Arguments> meetings() {
        return Table.arguments(
                """
                home -0.25 at 100 for 10 | away 0.25 at -110 for 10  | odds 100, number 0.25
                home -0.25 at 100 for 10 | away -0.25 at -110 for 10 | none
                home -0.25 at 100 for 10 | away 0.5 at -110 for 10   | none
                home -0.25 at 100 for 10 | home 0.25 at -110 for 10  | none
                home 0 at 100 for 10     | away at 100 for 10        | none
                over 2.75 at 120 for 10  | under 2.75 at -130 for 10 | odds -120, number 2.75, side under
                over 2.75 at 120 for 10  | under 2.5 at -130 for 10  | none
                over 2.75 at 120 for 10  | under 2.75 at -110 for 10 | none
                yes home at 120 for 10   | no home at -125 for 10    | odds -120, market $home, side no
                yes home at 120 for 10   | yes home at -125 for 10   | none
                yes home at 120 for 10   | no away at -125 for 10    | none
                yes home at 120 for 10   | away at -125 for 10       | none
                """);
    }

    @ParameterizedTest(name = "{0} / {1}")
    @MethodSource("meetings")
    void onlyTheSameQuestionIsMatched(String offered, String wanted, String fill) {
        Wire.rest(maker, game, "post " + offered);
        JsonNode result = Wire.place(taker, game, "fillAndKill " + wanted);
        if (fill.equals("none")) {
            ErrorBody.order(result, "rejected_order_type_rules", "fill and kill has no matches");
        } else {
            assertThat(result.required("matched")).as("%s", result).hasSize(1);
            has(result.required("matched").required(0), fill);
        }
    }

    /**
     * Stake, odds, rate; risk, win and gross win as they are, then risk and win in the list.
     * Documented are exact products, where money is rounded twice, at the win and at the fee: so
     * the net win may differ by a micro-dollar.
     */
    static Stream<Arguments> commissions() {
        return Table.arguments(
                """
                50  | -175 | 0.01   | 50.285714  | 28.285714 | 28.571429 | 50.29  | 28.29
                50  | -110 | 0.01   | 50.454545  | 45        | 45.454545 | 50.45  | 45.00
                50  | -104 | 0.01   | 50.480769  | 47.596154 | 48.076923 | 50.48  | 47.60
                185 | -185 | 0.01   | 186        | 99        | 100       | 186.00 | 99.00
                100 | -186 | 0.01   | 100.537634 | 53.225806 | 53.763441 | 100.54 | 53.23
                25  | 185  | 0.01   | 25.25      | 45.7875   | 46.25     | 25.25  | 45.79
                5   | 140  | 0.01   | 5.05       | 6.93      | 7         | 5.05   | 6.93
                5   | 141  | 0.01   | 5.05       | 6.9795    | 7.05      | 5.05   | 6.98
                20  | 185  | 0.0075 | 20.15      | 36.7225   | 37        | 20.15  | 36.72
                12.5 | 100 | 0.01   | 12.625     | 12.375    | 12.5      | 12.63  | 12.38
                29  | -145 | 0.0075 | 29.15      | 19.85     | 20        | 29.15  | 19.85
                """);
    }

    @ParameterizedTest(name = "{0} at {1}, rate {2}")
    @MethodSource("commissions")
    void commission(
            String stake,
            String odds,
            String rate,
            String risk,
            String win,
            String gross,
            String riskInCents,
            String winInCents) {
        Player player = venue.playerWith("payer", "\"deposit\": 1000, \"commission\": " + rate);
        String opposite = new BigDecimal(odds).negate().toPlainString();
        Wire.rest(maker, game, "post home at " + opposite + " for 1000");

        JsonNode taken = Wire.place(player, game, "fillAndKill away at " + odds + " for " + stake);

        JsonNode fill = taken.required("matched").required(0);
        has(fill, "amount " + stake + ", risk " + risk + ", winWithoutCommission " + gross);
        assertThat(fill.required("win").decimalValue())
                .isCloseTo(new BigDecimal(win), within(new BigDecimal("0.000001")));
        has(
                Wire.onlyRow(player, "/user/getMatchedBets", game),
                "bet %s, risk %s, win %s".formatted(stake, riskInCents, winInCents));
        assertThat(player.client().me().liability().negate()).isEqualByComparingTo(risk);
    }

    @Test
    void whatIsAvailableIsCashAndCreditLessWhatIsAtStake() {
        Player ann = venue.playerWith("ann", "\"deposit\": 59.5, \"creditLimit\": -100000");
        Wire.rest(ann, game, "post home at 100 for 7419.59");
        Wire.place(taker, game, "fillAndKill away at 100 for 7419.59");
        has(
                Wire.data(Wire.get(ann, "/user/getMe")).required("user"),
                "displayBalance 59.5, creditLimit -100000, liability -7419.59, available 92639.91");

        Game other = venue.game();
        Wire.rest(maker, other, "post away at 100 for 100000");
        ErrorBody.order(
                Wire.place(ann, other, "fillAndKill home at 100 for 92639.92"),
                "rejected_liability",
                "Insufficient balance\\..*");
    }

    /** A step and the liability after it: of the one who makes all these offers. */
    @Test
    void theLiabilityOfAGameIsTheWorstCaseOverItsMarkets() {
        Player ann = venue.player("ann", "1000");
        for (String[] row :
                Table.rows(
                        """
                        post home at -110 for 100  | fillAndKill away at 110 for 90.909091 | -100
                        post away at 110 for 60    | fillAndKill home at -110 for 66       | -34
                        post over 2.5 at 100 for 50 | fillAndKill under 2.5 at 100 for 50  | -84
                        post under 3.5 at 100 for 50 | fillAndKill over 3.5 at 100 for 50  | -34
                        post home -0.25 at 100 for 40 | fillAndKill away 0.25 at 100 for 40 | -74
                        post no away at 100 for 40 | fillAndKill yes away at 100 for 40    | -114
                        """)) {
            Wire.rest(ann, game, row[0]);
            assertThat(Wire.place(taker, game, row[1]).path("matched")).as(row[1]).hasSize(1);
            has(
                    Wire.data(Wire.get(ann, "/user/getGameLiability?gameID=" + game.id())),
                    "liability " + row[2]);
            assertThat(ann.client().me().liability()).isEqualByComparingTo(row[2]);
        }
    }

    @Test
    void aDeepBookIsSortedForItsTakers() {
        for (String offer :
                List.of(
                        "home at 144 for 250",
                        "home at 112 for 222",
                        "home at 132 for 777",
                        "home at 118 for 222",
                        "away at 114 for 777",
                        "away at 100 for 222",
                        "away at 123 for 250",
                        "away at 102 for 222")) {
            Wire.rest(maker, game, "post " + offer);
        }
        assertThat(depth("awayMoneylines"))
                .containsExactly(
                        "-112: 222 -> 248.64",
                        "-118: 222 -> 261.96",
                        "-132: 777 -> 1025.64",
                        "-144: 250 -> 360");
        assertThat(depth("homeMoneylines"))
                .containsExactly(
                        "100: 222 -> 222",
                        "-102: 222 -> 226.44",
                        "-114: 777 -> 885.78",
                        "-123: 250 -> 307.5");
        has(book(), "openInterest 2942");
    }

    private List<String> depth(String list) {
        List<String> depth = new ArrayList<>();
        for (JsonNode entry : book().required(list)) {
            depth.add(
                    "%s: %s -> %s"
                            .formatted(
                                    plain(entry, "odds"),
                                    plain(entry, "bet"),
                                    plain(entry, "sumUntaken")));
        }
        return depth;
    }

    private static String plain(JsonNode entry, String field) {
        return entry.required(field).decimalValue().stripTrailingZeros().toPlainString();
    }

    private static List<String> lists() {
        return List.of(
                "awayMoneylines",
                "homeMoneylines",
                "awaySpreads",
                "homeSpreads",
                "over",
                "under",
                "homeMoneylines1x2",
                "awayMoneylines1x2",
                "draw1x2");
    }

    private JsonNode book() {
        return Wire.book(taker, game);
    }

    private JsonNode offer(String list) {
        JsonNode entries = book().required(list);
        assertThat(entries).as(list).hasSize(1);
        return entries.required(0);
    }

    private void has(JsonNode object, String words) {
        Wire.has(object, game, words);
    }
}
