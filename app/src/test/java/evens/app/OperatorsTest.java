package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What operators do to games, money and the whole exchange, and what they are refused. */
@Tag("contract")
class OperatorsTest {
    @TempDir static Path data;
    private static Venue venue;
    private static Player bob;
    private Player ann;
    private Game game;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        bob = venue.player("bob", "1000000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** Somebody with $100 in cash, $50 of credit and $40 at stake on this game. */
    @BeforeEach
    void somebodyBets() {
        game = venue.game();
        ann = venue.playerWith("ann", "\"deposit\": 100, \"creditLimit\": -50");
        Wire.rest(ann, game, "post home at 100 for 40");
        Wire.place(bob, game, "fillAndKill away at 100 for 40");
    }

    /** A request, its status, and what is in its answer. */
    static Stream<Arguments> money() {
        return Table.arguments(
                """
                withdraw | {"amount": 60, "reason": "r"}                     | 200 | posting -60, balance 40
                withdraw | {"amount": 60.000001, "reason": "r"}              | 409 | more than can be withdrawn.*
                withdraw | {"amount": 110, "reason": "r"}                    | 409 | more than can be withdrawn.*
                withdraw | {"amount": 1}                                     | 400 | reason.*
                withdraw | {"amount": 0, "reason": "r"}                      | 400 | amount.*
                withdraw | {"amount": -1, "reason": "r"}                     | 400 | amount.*
                withdraw | {"amount": "1", "reason": "r"}                    | 400 | amount.*
                withdraw | {"amount": 1.0000001, "reason": "r"}              | 400 | amount.*
                withdraw | {"reason": "r"}                                   | 400 | amount.*
                withdraw | {"amount": 1, "reason": "r", "force": true}       | 400 | unknown field: force
                deposit  | {"amount": 1, "reason": "r"}                      | 200 | posting 1, balance 101
                deposit  | {"amount": 1, "reason": "r", "note": 1}           | 400 | unknown field: note
                adjust   | {"amount": 5, "reason": "r"}                      | 200 | posting 5, balance 105
                adjust   | {"amount": -110, "reason": "r"}                   | 200 | posting -110, balance -10
                adjust   | {"amount": -110.000001, "reason": "r"}            | 409 | .*could not cover.*
                adjust   | {"amount": -120, "reason": "r", "force": true}    | 200 | posting -120, balance -20
                adjust   | {"amount": 0, "reason": "r"}                      | 400 | amount.*
                adjust   | {"amount": 5}                                     | 400 | reason.*
                adjust   | {"amount": 5, "reason": "r", "force": "yes"}      | 400 | force.*
                adjust   | {"amount": 5, "reason": "r", "forse": true}       | 400 | unknown field: forse
                """);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("money")
    void moneyMoves(String operation, String body, int status, String answer) {
        check(send("POST", "/admin/accounts/" + ann.id() + "/" + operation, body), status, answer);
        assertThat(venue.operator().operator().trialBalance()).isEqualTo("0.000000");
    }

    /** The same of a limit, an account's flags and names of games. */
    static Stream<Arguments> changes() {
        return Table.arguments(
                """
                PATCH | /admin/accounts/$ann       | {"creditLimit": -200}                | 200 | user.creditLimit -200, user.available 260
                PATCH | /admin/accounts/$ann       | {"maxLiability": 500}                | 200 | user.maxLiability 500, user.username $name, user.id $ann, user.banned false
                PATCH | /admin/accounts/$ann       | {"commission": 0.005}                | 200 | user.commissionCharged 0.005
                PATCH | /admin/accounts/$ann       | {"creditLimit": 1}                   | 400 | creditLimit.*
                PATCH | /admin/accounts/$ann       | {"commission": 0.11}                 | 400 | commission.*
                PATCH | /admin/accounts/$ann       | {"creditlimit": -1}                  | 400 | unknown field: creditlimit
                PATCH | /admin/accounts/$game      | {"maxLiability": 500}                | 404 | account not found
                PATCH | /admin/games/$game         | {"eventName": "NEW NAME"}            | 200 | game.eventName NEW NAME, game.state open
                PATCH | /admin/games/$game         | {"featured": true}                   | 200 | game.featured true
                PATCH | /admin/games/$game         | {"periodName": "1H"}                 | 200 | game.periodName 1H
                PATCH | /admin/games/$game         | {"start": "2000-01-01T00:00:00Z"}    | 200 | game.state closed, game.isMarketOpen false
                PATCH | /admin/games/$game         | {"start": "tomorrow"}                | 400 | start.*
                PATCH | /admin/games/$game         | {"league": "NBA"}                    | 400 | unknown field: league
                PATCH | /admin/games/$game         | {"away": {"name": "X"}}              | 400 | unknown field: name
                PATCH | /admin/games/nope          | {"featured": true}                   | 404 | game not found
                POST  | /admin/games/$game/suspend | {"reason": "rain"}                   | 200 | game.state suspended, game.isMarketOpen false
                POST  | /admin/games/$game/suspend | {"why": "rain"}                      | 400 | unknown field: why
                POST  | /admin/games/$game/close   | {}                                   | 200 | game.state closed, game.isMarketOpen false
                POST  | /admin/games/$game/close   | {"score": 1}                         | 400 | unknown field: score
                POST  | /admin/games/$ann/close    | {}                                   | 404 | game not found
                POST  | /admin/games/$game/cancelOrders | {}                              | 400 | reason.*
                POST  | /admin/games/$game/cancelOrders | {"reason": "r", "all": true}    | 400 | unknown field: all
                POST  | /admin/games/nope/cancelOrders  | {"reason": "r"}                 | 404 | game not found
                POST  | /admin/games               | {"league": "NBA", "odds": 1}         | 400 | unknown field: odds
                POST  | /admin/games               | {"league": "PREMIER-LEAGUE", "sport": "soccer", "start": "2099-01-01T00:00:00Z", "away": {"longName": "A", "id": 0}, "home": {"longName": "B"}} | 400 | unknown field: id
                POST  | /admin/games               | {"league": "PREMIER-LEAGUE", "sport": "soccer", "start": "2099-01-01T00:00:00Z", "away": {"longName": " "}, "home": {"longName": "B"}} | 400 | longName.*
                POST  | /admin/games               | {"league": "PREMIER-LEAGUE", "sport": "soccer", "start": "2099-01-01T00:00:00Z", "away": {"longName": "A"}} | 400 | home.*
                POST  | /admin/games               | {"league": "PREMIER-LEAGUE", "sport": "soccer", "start": "2099-01-01T00:00:00Z", "away": {"longName": "A"}, "home": {"longName": "a"}} | 400 | away and home must be different.*
                POST  | /admin/leagues             | {"league": "X", "sport": "golf", "delay": 1} | 400 | unknown field: delay
                POST  | /admin/leagues             | {"league": "X", "sport": "golf", "liveDelaySeconds": 61} | 400 | liveDelaySeconds.*
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": 8, "reason": "r"}  | 200 | league.league PREMIER-LEAGUE, league.sport soccer, league.liveDelaySeconds 8
                PATCH | /admin/leagues/premier-league | {"liveDelaySeconds": 0}        | 200 | league.league PREMIER-LEAGUE, league.liveDelaySeconds 0
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": 60}       | 200 | league.liveDelaySeconds 60
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": 61}       | 400 | liveDelaySeconds.*
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": -1}       | 400 | liveDelaySeconds.*
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": 1.5}      | 400 | liveDelaySeconds.*
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": "8"}      | 400 | liveDelaySeconds.*
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"liveDelay": 8}               | 400 | unknown field: liveDelay
                PATCH | /admin/leagues/PREMIER-LEAGUE | {"sport": "golf"}              | 400 | unknown field: sport
                PATCH | /admin/leagues/PREMIER-LEAGUE | [8]                            | 400 | the body.*
                PATCH | /admin/leagues/NOWHERE        | {"liveDelaySeconds": 8}        | 404 | league not found
                PATCH | /admin/leagues/no%20league    | {"liveDelaySeconds": 8}        | 404 | league not found
                POST  | /admin/leagues/PREMIER-LEAGUE | {"liveDelaySeconds": 8}        | 405 | method not allowed
                POST  | /admin/accounts            | {"username": "x", "pasword": "y"}    | 400 | unknown field: pasword
                POST  | /admin/suspend             | {"until": 1}                         | 400 | unknown field: until
                POST  | /admin/resume              | {"at": 1}                            | 400 | unknown field: at
                GET   | /admin/exposure            |                                      | 400 | gameID.*
                GET   | /admin/exposure?gameID=$ann |                                     | 404 | game not found
                """);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("changes")
    void changes(String method, String path, String body, int status, String answer) {
        String where =
                path.contains("$ann") && path.contains("games")
                        ? path.replace("$ann", "000000000000000000000001")
                        : path.replace("$ann", ann.id());
        String expected = answer.replace("$ann", ann.id()).replace("$name", ann.username());
        check(send(method, Wire.named(game, where), body), status, expected);
    }

    @Test
    void aLeagueKeepsWhatIsNotNamedAndIsTheSameWhenPostedAgain() {
        String path = "/admin/leagues/" + Venue.LEAGUE;
        check(send("PATCH", path, "{\"liveDelaySeconds\": 7}"), 200, "league.liveDelaySeconds 7");
        check(send("PATCH", path, "{}"), 200, "league.liveDelaySeconds 7, league.sport soccer");
        String same =
                "{\"league\": \"%s\", \"sport\": \"%s\", \"liveDelaySeconds\": %d}"
                        .formatted(Venue.LEAGUE, Venue.SPORT, 7);
        check(send("POST", "/admin/leagues", same), 200, "league.liveDelaySeconds 7");
        String other = same.replace("7", "10");
        check(send("POST", "/admin/leagues", other), 409, ".*another sport or live delay");
        check(send("PATCH", path, "{\"liveDelaySeconds\": 10}"), 200, "league.liveDelaySeconds 10");
        check(send("POST", "/admin/leagues", other), 200, "league.liveDelaySeconds 10");
    }

    /** States one after the other; an impossible change says so and changes nothing. */
    static Stream<Arguments> lives() {
        return Table.arguments(
                """
                suspend: suspended, open: open, close: closed
                open: open, suspend: suspended, suspend: suspended
                close: closed, open: 409, suspend: 409
                suspend: suspended, close: closed, open: 409
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void aGameGoesFromStateToState(String steps) {
        String state = "open";
        for (String step : steps.split(", ", -1)) {
            String operation = step.substring(0, step.indexOf(':'));
            String expected = step.substring(step.indexOf(' ') + 1);
            RawResponse response =
                    send("POST", "/admin/games/" + game.id() + "/" + operation, "{}");
            if (expected.equals("409")) {
                assertThat(response.status()).as(response.body()).isEqualTo(409);
                ErrorBody.object(response, "the game is closed");
            } else {
                state = expected;
                Wire.has(Wire.data(response).required("game"), game, "state " + state);
            }
            assertThat(stateNow()).isEqualTo(state);
        }
    }

    private String stateNow() {
        for (JsonNode row : Wire.data(send("GET", "/admin/games", null)).required("games")) {
            if (row.required("id").asString().equals(game.id())) {
                return row.required("state").asString();
            }
        }
        throw new AssertionError("the game is gone");
    }

    @Test
    void aClosedGameMayGetANewStartAndBeOpenedAgain() {
        send("POST", "/admin/games/" + game.id() + "/close", "{}");
        String start = Instant.now().plus(Duration.ofDays(2)).toString();
        Wire.data(send("PATCH", "/admin/games/" + game.id(), "{\"start\": \"" + start + "\"}"));
        RawResponse opened = send("POST", "/admin/games/" + game.id() + "/open", "{}");
        Wire.has(Wire.data(opened).required("game"), game, "state open");
        Wire.rest(ann, game, "post home at 100 for 10");
    }

    /** In how many minutes the game starts, and how orders end that asked for 60, 2000 or none. */
    static Stream<Arguments> ends() {
        return Table.arguments(
                """
                1440, 2880, 30, 1440 | 60   | 60, 60, start, 60
                1440, 2880, 30, 1440 | 2000 | start, 2000, start, start
                1440, 2880, 30, 1440 | 0    | start, start, start, start
                """);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("ends")
    void whatIsShownOfAnExpiryFollowsTheStart(String starts, String minutes, String ends) {
        String order =
                Wire.order(game, "post over 2.25 at 100 for 10")
                        .replaceFirst("}$", ",\"expirationMinutes\":" + minutes + "}");
        Wire.placeJson(ann, "[" + order + "]");
        List<String> shown = new ArrayList<>();
        for (String start : starts.split(", ", -1)) {
            Instant moved = Instant.now().plus(Duration.ofMinutes(Long.parseLong(start)));
            String body = "{\"start\": \"" + moved + "\"}";
            Wire.data(send("PATCH", "/admin/games/" + game.id(), body));
            JsonNode offer = Wire.book(bob, game).required("under").required(0);
            JsonNode own = Wire.onlyRow(ann, "/user/getUnmatched", game);
            assertThat(own.required("expiry")).isEqualTo(offer.required("expiry"));
            assertThat(offer.required("gameStartExpiry").booleanValue())
                    .isEqualTo(offer.required("expiry").isNull());
            shown.add(end(own));
        }
        assertThat(String.join(", ", shown)).isEqualTo(ends);
    }

    /** After how many minutes an order ends, or with the start. */
    private static String end(JsonNode order) {
        JsonNode expiry = order.required("expiry");
        if (expiry.isNull()) {
            return "start";
        }
        Instant createdAt = Instant.parse(order.required("createdAt").asString());
        Duration rests = Duration.between(createdAt, Instant.parse(expiry.asString()));
        assertThat(rests.toMillisPart() + rests.toSecondsPart()).isZero();
        return Long.toString(rests.toMinutes());
    }

    @Test
    void closingCancelsWhatIsOpenOnThatGameAndNothingElse() {
        Game other = venue.game();
        String kept = Wire.rest(ann, other, "post home at 100 for 10");
        String gone = Wire.rest(ann, game, "post over 2.25 at 100 for 10");
        Wire.data(send("POST", "/admin/games/" + game.id() + "/close", "{}"));
        assertThat(ann.client().unmatched()).extracting("id").containsExactly(kept);
        Wire.has(
                Wire.data(Wire.get(ann, "/session/lookupOrder?orderID=" + gone)).required("order"),
                game,
                "cancelled true");
        assertThat(ann.client().matchedBets()).hasSize(1);
    }

    @Test
    void cancelOrdersEndsEverybodysOrdersAndTheGameGoesOn() {
        Wire.rest(ann, game, "post home at 110 for 10");
        Wire.rest(ann, game, "post over 2.25 at 100 for 10");
        Wire.rest(bob, game, "post yes draw at 300 for 10");
        String path = "/admin/games/" + game.id() + "/cancelOrders";
        check(send("POST", path, "{\"reason\": \"wrong teams\"}"), 200, "cancelled 3");
        check(send("POST", path, "{\"reason\": \"wrong teams\"}"), 200, "cancelled 0");
        assertThat(ann.client().unmatched()).isEmpty();
        Wire.rest(ann, game, "post home at 110 for 10");
    }

    @Test
    void aSuspendedExchangeOnlyCancels() {
        String id = Wire.rest(ann, game, "post home at 110 for 10");
        check(send("POST", "/admin/suspend", "{\"reason\": \"drill\"}"), 200, "suspended true");
        try {
            ErrorBody.order(
                    Wire.place(ann, game, "post home at 110 for 10"),
                    "validation_error",
                    "the exchange is suspended");
            assertThat(ann.client().cancel(id).success()).isTrue();
            check(send("GET", "/admin/status", null), 200, "suspended true");
        } finally {
            check(send("POST", "/admin/resume", "{}"), 200, "suspended false");
        }
        Wire.rest(ann, game, "post home at 110 for 10");
    }

    @Test
    void exposureSaysWhoMayLoseAndWhatWasBet() {
        JsonNode exposure = Wire.data(send("GET", "/admin/exposure?gameID=" + game.id(), null));
        Wire.has(exposure, game, "gameID $game");
        assertThat(exposure.required("accounts")).hasSize(2);
        for (JsonNode account : exposure.required("accounts")) {
            boolean makers = account.required("id").asString().equals(ann.id());
            Wire.has(account, game, makers ? "liability -40" : "liability -40.4");
        }
        assertThat(exposure.required("outcomes")).hasSize(2);
        for (JsonNode outcome : exposure.required("outcomes")) {
            Wire.has(outcome, game, "type moneyline, stake 40");
        }
    }

    @Test
    void aBannedAccountIsOutAndItsOrdersAreGone() {
        Wire.rest(ann, game, "post home at 110 for 10");
        check(
                send("PATCH", "/admin/accounts/" + ann.id(), "{\"banned\": true}"),
                200,
                "user.banned true");
        assertThat(Wire.book(bob, game).required("awayMoneylines")).isEmpty();
        assertThat(Wire.get(ann, "/user/getMe").status()).isEqualTo(401);
        assertThat(login(ann).status()).isEqualTo(403);
        check(
                send("PATCH", "/admin/accounts/" + ann.id(), "{\"banned\": false}"),
                200,
                "user.banned false");
        assertThat(Wire.get(ann, "/user/getMe").status()).isEqualTo(401);
        ann.client().login(ann.username(), Venue.PASSWORD);
        Wire.rest(ann, game, "post home at 110 for 10");
    }

    private static RawResponse login(Player player) {
        return player.client()
                .raw(
                        "POST",
                        "/user/login",
                        Map.of("Content-Type", "application/json"),
                        "{\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(player.username(), Venue.PASSWORD)
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLogoutByAnOperatorEndsEveryTokenAndNothingElse() {
        String id = Wire.rest(ann, game, "post home at 110 for 10");
        Player again = new Player(ann.username(), ann.id(), new EvensClient(venue.server().base()));
        again.client().login(ann.username(), Venue.PASSWORD);
        check(
                send("POST", "/admin/accounts/" + ann.id() + "/logout", "{}"),
                200,
                "user.username " + ann.username() + ", user.banned false");
        for (Player each : List.of(ann, again)) {
            assertThat(Wire.get(each, "/user/getMe").status()).isEqualTo(401);
        }
        assertThat(bob.client().me().username()).isEqualTo(bob.username());
        again.client().login(ann.username(), Venue.PASSWORD);
        assertThat(again.client().unmatched()).extracting("id").contains(id);
        check(
                send("POST", "/admin/accounts/" + game.id() + "/logout", "{}"),
                404,
                "account not found");
    }

    /** One after the other: nothing is available any more, so less credit needs force. */
    @Test
    void aLimitThatLeavesTooLittleNeedsForce() {
        send(
                "POST",
                "/admin/accounts/" + ann.id() + "/adjust",
                "{\"amount\": -110, \"reason\": \"r\"}");
        for (String[] row :
                Table.rows(
                        """
                        {"creditLimit": -50}                   | 200 | user.available 0
                        {"creditLimit": -49.999999}            | 409 | .*could not cover.*
                        {"creditLimit": -49, "force": false}   | 409 | .*could not cover.*
                        {"creditLimit": -49, "force": "true"}  | 400 | force.*
                        {"creditLimit": -49, "force": true}    | 200 | user.creditLimit -49, user.available -1
                        {"commission": 0.02}                   | 200 | user.commissionCharged 0.02
                        {"creditLimit": -49.5}                 | 200 | user.available -0.5
                        {"creditLimit": -49}                   | 409 | .*could not cover.*
                        """)) {
            RawResponse response = send("PATCH", "/admin/accounts/" + ann.id(), row[0]);
            check(response, Integer.parseInt(row[1]), row[2]);
        }
    }

    /** A change of names and what the away and the home participant are called by it. */
    static Stream<Arguments> names() {
        return Table.arguments(
                """
                "away": {"longName": "Reds"}           | longName Reds      | longName $homeName
                "home": {"longName": "Blues"}          | longName $awayName | longName Blues
                "home": {"shortName": "BLU"}           | longName $awayName, shortName $awayName | longName $homeName, shortName BLU
                "away": {"shortName": "RED", "rotationNumber": "901"}, "home": {"rotationNumber": "902"} | shortName RED, rotationNumber 901 | longName $homeName, rotationNumber 902
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void participantsAreRenamedOneByOneAndStayThemselves(String change, String away, String home) {
        RawResponse response = send("PATCH", "/admin/games/" + game.id(), "{" + change + "}");
        JsonNode participants = Wire.data(response).required("game").required("participants");
        Wire.has(participants.required(0), game, "id $away, homeAway away, " + called(away));
        Wire.has(participants.required(1), game, "id $home, homeAway home, " + called(home));
    }

    private String called(String words) {
        return words.replace("$awayName", game.away().longName())
                .replace("$homeName", game.home().longName());
    }

    /** A query, and which games it lists: this one is suspended, the other of another league. */
    static Stream<Arguments> queries() {
        return Table.arguments(
                """
                                                 | suspended other
                ?state=suspended                 | suspended
                ?state=SUSPENDED                 | suspended
                ?state=open                      | other
                ?state=closed                    |
                ?league=premier-league           | suspended
                ?league=NHL                      | other
                ?league=NHL&state=suspended      |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void gamesAreListedByStateAndLeague(String query, String expected) {
        Game other = venue.gameOf("NHL", "hockey", "");
        send("POST", "/admin/games/" + game.id() + "/suspend", "{}");
        List<String> listed = new ArrayList<>();
        for (JsonNode row :
                Wire.data(send("GET", "/admin/games" + query, null)).required("games")) {
            String id = row.required("id").asString();
            if (id.equals(game.id())) {
                listed.add(row.required("state").asString());
            } else if (id.equals(other.id())) {
                listed.add("other");
            }
        }
        assertThat(String.join(" ", listed)).isEqualTo(expected);
    }

    @Test
    void nobodyElseIsAnOperator() {
        for (String path : new String[] {"/admin/games", "/admin/exposure", "/admin/status"}) {
            assertThat(Wire.get(ann, path).status()).as(path).isEqualTo(403);
        }
        String path = "/admin/accounts/" + ann.id() + "/deposit";
        assertThat(Wire.post(ann, path, "{\"amount\": 1, \"reason\": \"r\"}").status())
                .isEqualTo(403);
    }

    private static RawResponse send(String method, String path, @Nullable String body) {
        return Wire.send(
                venue.operator(), method, path, body == null || body.isEmpty() ? null : body);
    }

    /** A key of the answer may stand in an object of it: {@code user.available 260}. */
    private void check(RawResponse response, int status, String answer) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        if (status == 400) {
            ErrorBody.string(response, answer);
        } else if (status != 200) {
            ErrorBody.object(response, answer);
        } else {
            for (String pair : answer.split(", ", -1)) {
                int dot = pair.split(" ", 2)[0].indexOf('.');
                JsonNode in = Wire.data(response);
                Wire.has(
                        dot < 0 ? in : in.required(pair.substring(0, dot)),
                        game,
                        pair.substring(dot + 1));
            }
        }
    }
}
