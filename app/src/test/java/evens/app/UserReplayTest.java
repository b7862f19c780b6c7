package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /v2/user/messages}: what was told, told again, byte for byte. */
@Tag("contract")
class UserReplayTest {
    private static final String PATH = "/v2/user/messages";

    private static Venue venue;
    private static Player ann;

    /** What Ann heard while it happened, and the ids of it. */
    private static List<String> live;

    private static List<String> ids;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        Player bob = venue.player("bob", "100000");
        try (Talk feed = feed(ann)) {
            Game game = venue.game();
            Wire.rest(ann, game, "post home at -110 for 100");
            Wire.rest(ann, game, "post over 2.5 at 105 for 50");
            Wire.rest(ann, game, "post no draw at 120 for 20");
            Wire.place(bob, game, "limit away at 105 for 60");
            Wire.place(bob, game, "limit under 2.5 at -105 for 10");
            Wire.rest(bob, game, "post away 3.5 at 100 for 30");
            Wire.place(ann, game, "limit home -3.5 at -105 for 40");
            Wire.post(ann, "/session/pauseOrders", "{}");
            Wire.post(ann, "/session/resumeOrders", "{}");
            Wire.post(ann, "/session/cancelAllOrders", "{}");
            live = feed.texts(19);
            Wire.rest(ann, venue.game(), "post home at -110 for 1");
            live.add(feed.text());
        }
        ids =
                live.stream()
                        .map(text -> ErrorBody.read(text).required("messageID").asString())
                        .toList();
    }

    private static Talk feed(Player player) {
        return Talk.at(venue.server().base(), "/v2/user", player.token());
    }

    private static RawResponse replay(Player player, String query) {
        return Wire.get(player, PATH + "?" + query);
    }

    private static String success(List<String> messages) {
        return "{\"status\":\"success\",\"messages\":[" + String.join(",", messages) + "]}";
    }

    private static String expired(List<String> messages) {
        return "{\"status\":\"cache_expired\",\"availableMessages\":["
                + String.join(",", messages)
                + "]}";
    }

    @Test
    void whatIsReplayedIsWhatWasHeardByteForByte() {
        RawResponse response = replay(ann, "afterID=0-0");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(Wire.sequence(response)).isPositive();
        assertThat(response.body()).isEqualTo(success(live));
        for (int i = 0; i < ids.size(); i++) {
            assertThat(ids.get(i)).endsWith("-" + (i + 1));
        }
    }

    /** After which message, before which, and from which on to which there are some. */
    static Stream<Arguments> windows() {
        return Table.arguments(
                """
                $1  | -   | 2  | 20
                $5  | -   | 6  | 20
                $19 | -   | 20 | 20
                $20 | -   | 21 | 20
                0-0 | $1  | 1  | 0
                0-0 | $2  | 1  | 1
                0-0 | $20 | 1  | 19
                $5  | $9  | 6  | 8
                $5  | $6  | 6  | 5
                $9  | $5  | 10 | 9
                $9  | 0-0 | 10 | 9
                $18 | 999999999999999-1 | 19 | 20
                00$5 | - | 6 | 20
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("windows")
    void whatIsBetween(String after, String before, int first, int last) {
        String query = "afterID=" + id(after);
        if (!before.equals("-")) {
            query += "&beforeID=" + id(before);
        }
        assertThat(replay(ann, query).body()).isEqualTo(success(live.subList(first - 1, last)));
    }

    private static String id(String text) {
        String named = text;
        for (int i = ids.size(); i > 0; i--) {
            named = named.replace("$" + i, ids.get(i - 1));
        }
        return named;
    }

    /** Ids that never were, and what is kept before another. */
    static Stream<Arguments> unknown() {
        return Table.arguments(
                """
                1-5                  | -  | 20
                0-5                  | -  | 20
                5-0                  | -  | 20
                9999999999999-5      | -  | 20
                9999999999999-500    | -  | 20
                1-5                  | $4 | 3
                0-1                  | $1 | 0
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("unknown")
    void whatNeverWasIsNotKept(String after, String before, int last) {
        String query = "afterID=" + after + (before.equals("-") ? "" : "&beforeID=" + id(before));
        assertThat(replay(ann, query).body()).isEqualTo(expired(live.subList(0, last)));
    }

    @Test
    void whoWasToldNothingHasMissedNothing() {
        Player eve = venue.player("eve", "1");
        assertThat(replay(eve, "afterID=0-0").body()).isEqualTo(success(List.of()));
        assertThat(replay(eve, "afterID=1-1").body()).isEqualTo(expired(List.of()));
        assertThat(replay(eve, "afterID=" + ids.getFirst()).body()).isEqualTo(expired(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "beforeID=1-1",
                "afterID=",
                "afterID=1",
                "afterID=-",
                "afterID=1-",
                "afterID=-1",
                "afterID=1-1-1",
                "afterID=a-1",
                "afterID=1-%2B1",
                "afterID=1.0-1",
                "afterID=%201-1",
                "afterID=1000000000000000000-1",
                "afterID=1-99999999999999999999",
                "afterID=1-1&afterID=1-1",
                "afterID=1-1&beforeID=",
                "afterID=1-1&beforeID=x",
                "afterID=1-1&beforeID=1-1&beforeID=2-2"
            })
    void anIdIsTwoNumbers(String query) {
        RawResponse response = replay(ann, query);
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        assertThat(response.json().required("error").isString()).isTrue();
    }

    /** Headers, query, status: as where a socket opens. */
    static Stream<Arguments> ways() {
        return Table.arguments(
                """
                Authorization: $token        |                | 200
                Authorization: Bearer $token |                | 200
                Auth: $token                 |                | 200
                Auth: Bearer $token          |                | 200
                -                            | &token=$token  | 200
                Authorization: $read         |                | 200
                Authorization: $cancel       |                | 403
                Auth: $cancel                |                | 403
                -                            | &token=$cancel | 403
                -                            |                | 401
                Authorization: bad           | &token=$token  | 401
                Auth: bad                    | &token=$token  | 401
                -                            | &token=bad     | 401
                -                            | &token=        | 401
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ways")
    void whoAsks(String header, String query, int status) {
        String[] parts = filled(header).split(": ", 2);
        Map<String, String> headers = header.equals("-") ? Map.of() : Map.of(parts[0], parts[1]);
        RawResponse response =
                new EvensClient(venue.server().base())
                        .raw("GET", PATH + "?afterID=0-0" + filled(query), headers, null);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 200) {
            assertThat(response.body()).isEqualTo(success(live));
        }
    }

    private static String filled(String text) {
        String named = text.replace("$token", ann.token());
        for (String scope : List.of("read", "cancel")) {
            if (named.contains("$" + scope)) {
                named =
                        named.replace(
                                "$" + scope,
                                ann.client()
                                        .tokens()
                                        .create("a test", List.of(scope), null)
                                        .auth());
            }
        }
        return named;
    }

    /** Who replays after he has connected misses nothing, however fast it goes. */
    @Test
    void theReplayMeetsTheSocketWithoutAGap() {
        Player cat = venue.player("cat", "100000");
        Game game = venue.game();
        Thread trader =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < 100; i++) {
                                Wire.rest(cat, game, "post home at 100 for 1");
                            }
                        });
        for (int i = 0; i < 10; i++) {
            try (Talk feed = feed(cat)) {
                List<String> replayed = new ArrayList<>();
                replay(cat, "afterID=0-0")
                        .json()
                        .required("messages")
                        .forEach(message -> replayed.add(message.required("messageID").asString()));
                Wire.post(cat, "/session/pauseOrders", "{}");
                Wire.post(cat, "/session/resumeOrders", "{}");
                long last = replayed.isEmpty() ? 0 : number(replayed.getLast());
                long next = number(feed.next().required("messageID").asString());
                assertThat(next).isLessThanOrEqualTo(last + 1);
            }
        }
        try {
            trader.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    /** One step of a thousand messages, and a hundred more: read and written in slices. */
    @Test
    void aLongReplyComesInSlices() throws IOException {
        Player dan = venue.player("dan", "1000000");
        Game game = venue.game();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            orders.add(Wire.order(game, "post home at 100 for 1"));
        }
        for (int i = 0; i < 3; i++) {
            Wire.placeJson(dan, "[" + String.join(",", orders) + "]");
        }
        Wire.post(dan, "/session/cancelAllOrders", "{}");
        RawResponse response = replay(dan, "afterID=0-0");
        JsonNode messages = response.json().required("messages");
        assertThat(messages.size()).isEqualTo(6000);
        for (int i = 0; i < 6000; i++) {
            assertThat(number(messages.required(i).required("messageID").asString()))
                    .isEqualTo(i + 1);
        }
        PlainHttp.Answer answer =
                new PlainHttp(venue.server().base())
                        .send(
                                ("GET "
                                                + PATH
                                                + "?afterID=0-0&token="
                                                + dan.token()
                                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                        .getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
    }

    /** A ban ends the socket too, so that it is the replay that tells of the orders it ended. */
    @Test
    void whoComesBackFromABanIsToldWhatItEnded() {
        Player eve = venue.player("eve", "100");
        Game game = venue.game();
        Wire.rest(eve, game, "post home at 100 for 10");
        for (String banned : List.of("true", "false")) {
            Wire.data(
                    Wire.send(
                            venue.operator(),
                            "PATCH",
                            "/admin/accounts/" + eve.id(),
                            "{\"banned\":%s,\"reason\":\"a test\"}".formatted(banned)));
        }
        EvensClient client = new EvensClient(venue.server().base());
        client.login(eve.username(), Venue.PASSWORD);
        Player back = new Player(eve.username(), eve.id(), client);
        JsonNode messages = replay(back, "afterID=0-0").json().required("messages");
        assertThat(messages).hasSize(2);
        Wire.has(
                messages.required(1).required("unmatched"),
                game,
                "filled 0, offered 0, remaining 0, reason ban");
    }
}
