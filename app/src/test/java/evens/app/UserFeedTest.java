package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What an account is told of its own orders and bets, by whatever they change. */
@Tag("contract")
class UserFeedTest {
    private static Venue venue;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
    }

    private static Talk feed(Player player) {
        return Talk.at(venue.server().base(), "/v2/user", player.token());
    }

    /** An offer of 100 at -110, who takes 60 of it, and who takes the rest and stays with 19. */
    static Stream<Arguments> markets() {
        return Table.arguments(
                """
                moneyline    | home at -110      | away at
                spread       | home 3.5 at -110  | away -3.5 at
                total        | over 220.5 at -110 | under 220.5 at
                moneyline1x2 | no home at -110   | yes home at
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markets")
    void theLifeOfAnOffer(String market, String offer, String take) {
        Game game = venue.game();
        Player maker = venue.player("maker", "1000");
        Player taker = venue.player("taker", "1000");
        Player second = venue.player("second", "1000");
        ShortNames names = new ShortNames(game);
        StringBuilder told = new StringBuilder();
        try (Talk makers = feed(maker);
                Talk takers = feed(taker);
                Talk seconds = feed(second)) {
            Wire.rest(maker, game, "post " + offer + " for 100");
            told.append("maker ").append(names.of(makers.text())).append('\n');
            Wire.place(taker, game, "limit " + take + " 105 for 60");
            told.append("maker ").append(names.of(makers.text())).append('\n');
            told.append("taker ").append(names.of(takers.text())).append('\n');
            String rest = Wire.rest(second, game, "limit " + take + " 110 for 50");
            told.append("maker ").append(names.of(makers.text())).append('\n');
            told.append("second ").append(names.of(seconds.text())).append('\n');
            told.append("second ").append(names.of(seconds.text())).append('\n');
            Wire.post(second, "/session/cancel", "{\"sessionID\":\"" + rest + "\"}");
            told.append("second ").append(names.of(seconds.text())).append('\n');
            assertThat(makers.isSilent() && takers.isSilent() && seconds.isSilent()).isTrue();
        }
        assertThat(told.toString()).isEqualTo(golden(market));
    }

    /** The part of the golden file under this heading. */
    private static String golden(String market) {
        String all = Table.resource("/golden/userFeed.txt");
        int begin = all.indexOf("# " + market + "\n") + market.length() + 3;
        int end = all.indexOf("# ", begin);
        return all.substring(begin, end < 0 ? all.length() : end);
    }

    /** The figures of a three-way offer that is taken in part. */
    @Test
    void aThreeWayOfferIsTakenInPart() {
        Game game = venue.game();
        Player maker = venue.player("maker", "1000");
        Player taker = venue.player("taker", "1000");
        try (Talk makers = feed(maker);
                Talk takers = feed(taker)) {
            Wire.place(maker, game, "post no home at -120 for 500");
            Wire.has(makers.next().required("unmatched"), game, "filled 0, offered 500, side no");
            Wire.place(taker, game, "limit yes home at 120 for 100");
            JsonNode hit = makers.next();
            Wire.has(
                    hit.required("matched"),
                    game,
                    "amount 120, risk 120, win 100, odds -120, side no, market $home, number -");
            Wire.has(hit.required("unmatched"), game, "filled 120, offered 500, remaining 380");
            Wire.has(
                    takers.next().required("matched"),
                    game,
                    "amount 100, risk 101, win 118.8, odds 120, side yes, market $home");
        }
    }

    /** What is done with an offer of 10 at 150, and the messages that its owner gets. */
    static Stream<Arguments> ends() {
        return Table.arguments(
                """
                /session/cancel {"sessionID":"$id"}              | end user
                /session/cancelMultiple {"sessionIDs":["$id"]}   | end user
                /session/cancelAllOrders {}                      | end user
                /session/cancelAllOrders {"mode":"latch"}        | end user
                /session/cancelAllOrdersForGame {"gameID":"$game"} | end user
                /session/pauseOrders {}                          | end paused
                /session/v4/editOrder {"sessionID":"$id","orderOdds":160} | end user, offer 160
                /session/v4/editOrder {"sessionID":"$id","orderOdds":1}   |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void whatItsOwnerDoes(String request, String told) {
        Game game = venue.game();
        Player ann = venue.player("ann", "1000");
        try (Talk feed = feed(ann)) {
            String id = Wire.rest(ann, game, "post home at 150 for 10");
            feed.next();
            String[] parts = request.split(" ", 2);
            Wire.post(ann, parts[0], Wire.named(game, parts[1]).replace("$id", id));
            assertTold(feed, told);
            Wire.post(ann, "/session/releaseLatch", "{}");
            Wire.place(ann, venue.game(), "post home at 111 for 1");
            assertTold(feed, "offer 111");
        }
    }

    private static void assertTold(Talk feed, String told) {
        for (String each : told.isEmpty() ? new String[0] : told.split(", ", -1)) {
            JsonNode offer = feed.next().required("unmatched");
            String said =
                    offer.has("reason")
                            ? "end " + offer.required("reason").asString()
                            : "offer " + offer.required("odds").asString();
            assertThat(said).as("%s", offer).isEqualTo(each);
        }
    }

    @Test
    void whatIsPausedComesBackWithWhatIsLeft() {
        Game game = venue.game();
        Player ann = venue.player("ann", "1000");
        try (Talk feed = feed(ann)) {
            Wire.rest(ann, game, "post home at 100 for 10");
            Wire.place(venue.player("bob", "1000"), game, "limit away at 100 for 4");
            feed.texts(2);
            Wire.post(ann, "/session/pauseOrders", "{}");
            Wire.has(
                    feed.next().required("unmatched"),
                    game,
                    "filled 4, offered 0, remaining 0, reason paused");
            Wire.post(ann, "/session/resumeOrders", "{}");
            Wire.has(
                    feed.next().required("unmatched"),
                    game,
                    "filled 0, offered 10, remaining 6, reason -");
        }
    }

    @Test
    void whatTheExchangeEnds() throws Exception {
        Player ann = venue.player("ann", "50");
        Player bob = venue.player("bob", "10000");
        try (Talk feed = feed(ann)) {
            Game closing = venue.game();
            Wire.rest(ann, closing, "post home at 100 for 10");
            Wire.post(venue.operator(), "/admin/games/" + closing.id() + "/close", "{}");
            assertTold(feed, "offer 100, end operator");

            Wire.rest(ann, venue.game(Instant.now().plusMillis(1500)), "post home at 100 for 10");
            assertTold(feed, "offer 100, end game start");

            Wire.rest(ann, venue.game(), "post home at 100 for 10");
            try (Talk talk = Talk.with(venue.server().base(), ann.token())) {
                talk.ask("[\"heartbeat\",{\"requestTimeout\":0.2}]");
                assertTold(feed, "offer 100, end lease");
            }

            Game first = venue.game();
            Game second = venue.game();
            Wire.rest(ann, first, "post home at 100 for 50");
            Wire.rest(ann, second, "post home at 100 for 50");
            Wire.place(bob, first, "limit away at 100 for 50");
            Wire.place(bob, second, "limit away at 100 for 10");
            feed.texts(3);
            assertTold(feed, "end insufficient funds");
        }
    }

    @Test
    void aRemainderThatIsTooSmallEnds() {
        Player ann = venue.player("ann", "1000");
        Player bob = venue.player("bob", "1000");
        Game game = venue.game();
        try (Talk anns = feed(ann);
                Talk bobs = feed(bob)) {
            Wire.rest(ann, game, "post home at 100 for 10");
            Wire.place(bob, game, "limit away at 100 for 9.995");
            anns.next();
            Wire.has(anns.next().required("unmatched"), game, "filled 9.995, remaining 0.005");
            Wire.has(
                    anns.next().required("unmatched"),
                    game,
                    "filled 9.995, offered 0, remaining 0, reason remainder too small");
            Wire.rest(ann, game, "post home at 100 for 10");
            Wire.place(bob, game, "limit away at 100 for 10.005");
            assertThat(bobs.next().required("origin").asString()).isEqualTo("wager");
            assertThat(bobs.next().required("origin").asString()).isEqualTo("wager");
            Wire.has(
                    bobs.next().required("unmatched"),
                    game,
                    "filled 10, reason remainder too small");
        }
    }

    @Test
    void whatOnlyRestsButCrossesSaysSo() {
        Player ann = venue.player("ann", "1000");
        Game game = venue.game();
        Wire.rest(venue.player("bob", "1000"), game, "post away at 100 for 10");
        try (Talk feed = feed(ann)) {
            Wire.rest(ann, game, "postArb home at 100 for 10");
            Wire.has(feed.next().required("unmatched"), game, "isPostArb true, offered 10");
            Wire.place(venue.player("eve", "1000"), game, "limit away at 100 for 4");
            JsonNode hit = feed.next();
            Wire.has(hit.required("matched"), game, "isPostArb true, amount 4, risk 4");
            Wire.has(hit.required("unmatched"), game, "isPostArb true, remaining 6");
            Wire.post(ann, "/session/cancelAllOrders", "{}");
            Wire.has(feed.next().required("unmatched"), game, "isPostArb true, filled 4");
        }
    }

    /** Several sockets of one account hear the same; ids have no gap, and another hears nothing. */
    @Test
    void allOfAnAccountsSocketsHearAllInOrder() {
        Player ann = venue.player("ann", "1000");
        Player eve = venue.player("eve", "1000");
        Game game = venue.game();
        List<Talk> anns = new ArrayList<>();
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            anns.add(feed(ann)); // two of them on one event loop
        }
        try (Talk eves = feed(eve)) {
            List<String> orders = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                orders.add(Wire.order(game, "post home at " + (110 + i) + " for 1"));
            }
            Wire.placeJson(ann, "[" + String.join(",", orders) + "]");
            Wire.post(ann, "/session/cancelAllOrders", "{}");
            List<String> texts = anns.getFirst().texts(100);
            for (int i = 0; i < 100; i++) {
                assertThat(ErrorBody.read(texts.get(i)).required("messageID").asString())
                        .endsWith("-" + (i + 1));
            }
            for (Talk other : anns.subList(1, anns.size())) {
                assertThat(other.texts(100)).isEqualTo(texts);
            }
            assertThat(eves.isSilent()).isTrue();
        }
        anns.forEach(Talk::close);
    }

    @Test
    void aHeartbeatPromisesThatNothingIsMissing() {
        Player ann = venue.player("ann", "1000");
        Game game = venue.game();
        try (Talk feed = Talk.at(venue.server().base(), "/v2/user?heartbeat=1", ann.token())) {
            JsonNode beat = feed.next().required("heartbeat");
            assertThat(beat.propertyNames()).containsExactly("sequence", "time");
            long before = beat.required("sequence").asLong();
            long sequence =
                    Wire.sequence(
                            Wire.post(
                                    ann,
                                    "/session/v3/place",
                                    "{\"orders\":["
                                            + Wire.order(game, "post home at 100 for 1")
                                            + "]}"));
            assertThat(sequence).isGreaterThan(before);
            JsonNode next = feed.next();
            while (next.has("heartbeat")) {
                assertThat(next.at("/heartbeat/sequence").asLong()).isLessThan(sequence);
                next = feed.next();
            }
            assertThat(next.has("messageID")).isTrue();
            assertThat(feed.next().at("/heartbeat/sequence").asLong())
                    .isGreaterThanOrEqualTo(sequence);
        }
    }

    @Test
    void whoSpeaksIsToldThatNobodyListens() {
        try (Talk feed = feed(venue.player("ann", "1000"))) {
            for (String text : List.of("hello", "{\"type\":\"subscribeAll\"}", "")) {
                feed.send(text);
                assertThat(feed.text())
                        .isEqualTo("{\"error\":\"the user feed takes no commands\"}");
            }
        }
    }

    @Test
    void aBanEndsTheFeed() {
        Player ann = venue.player("ann", "1000");
        try (Talk feed = feed(ann)) {
            Wire.send(
                    venue.operator(),
                    "PATCH",
                    "/admin/accounts/" + ann.id(),
                    "{\"banned\":true,\"reason\":\"a test\"}");
            assertThat(feed.closed().code()).isEqualTo(1008);
        }
    }
}
