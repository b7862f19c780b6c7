package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what: every operation that there is, by everybody that there is. */
@Tag("long")
class AuthorizationTest {
    /** Kinds of operations and, for each caller, whether it is let through or with what refused. */
    private static final String KINDS =
            """
            kind      | none | garbage | logged-out | banned | read | trade | cancel | player | operators-trade | admin | operator
            anybody   | yes  | yes     | yes        | yes    | yes  | yes   | yes    | yes    | yes             | yes   | yes
            board     | 403  | 401     | 401        | 401    | yes  | yes   | 403    | yes    | yes             | 403   | yes
            read      | 401  | 401     | 401        | 401    | yes  | yes   | 403    | yes    | yes             | 403   | yes
            open      | 401  | 401     | 401        | 401    | yes  | yes   | yes    | yes    | yes             | 403   | yes
            trade     | 401  | 401     | 401        | 401    | 403  | yes   | 403    | yes    | yes             | 403   | yes
            cancel    | 401  | 401     | 401        | 401    | 403  | yes   | yes    | yes    | yes             | 403   | yes
            owner     | 401  | 401     | 401        | 401    | 403  | 403   | 403    | yes    | 403             | 403   | yes
            operator  | 401  | 401     | 401        | 401    | 403  | 403   | 403    | 403    | 403             | yes   | yes
            """;

    /** A read is by GET and by POST. */
    private static final String OPERATIONS =
            """
            GET    /health/live                    | anybody
            GET    /health/ready                   | anybody
            GET    /metrics                        | anybody
            GET    /openapi.json                   | anybody
            POST   /user/login                     | anybody
            POST   /user/signup                    | anybody
            POST   /user/logout                    | owner
            POST   /user/changepassword            | owner
            GET    /user/tokens                    | owner
            POST   /user/tokens                    | owner
            POST   /user/tokens/revoke             | owner
            DELETE /user/tokens/*                  | owner
            READ   /user/getme                     | read
            READ   /user/getunmatched              | open
            READ   /user/getmatchedbets            | read
            READ   /user/getordersforgame          | read
            READ   /user/getgameliability          | read
            READ   /user/getbetbyid                | read
            READ   /user/getbetbywagerrequestid    | read
            READ   /user/getbetbyuserreference     | read
            POST   /user/ordersheartbeat           | cancel
            GET    /v2/user/messages               | read
            READ   /session/lookuporder            | read
            READ   /session/pausedorders           | open
            POST   /session/v3/place               | trade
            POST   /session/v2/place               | trade
            POST   /session/editorder              | trade
            POST   /session/v4/editorder           | trade
            POST   /session/resumeorders           | trade
            POST   /session/releaselatch           | trade
            POST   /session/cancel                 | cancel
            POST   /session/cancelmultiple         | cancel
            POST   /session/cancelbyreference      | cancel
            POST   /session/cancelallordersforgame | cancel
            POST   /session/cancelallforleague     | cancel
            POST   /session/cancelallorders        | cancel
            POST   /session/pauseorders            | cancel
            READ   /exchange/getleagues            | board
            READ   /exchange/v2/getgames           | board
            READ   /exchange/getgames              | board
            READ   /exchange/v2/getorderbook       | board
            READ   /exchange/getsingleorderbook    | board
            READ   /exchange/getorderbook          | board
            READ   /exchange/getorderbookpaginated | board
            READ   /exchange/getparticipants       | board
            READ   /exchange/getevents             | board
            READ   /exchange/getoddsforaverageprice | board
            READ   /exchange/getmatchedvolume      | board
            """;

    @TempDir static Path data;
    @TempDir static Path folder;
    private static Venue venue;
    private static Map<String, Caller> callers;

    /** Somebody with a token, which may be used up by the request. */
    private interface Caller {
        @Nullable String token();
    }

    @BeforeAll
    static void open() {
        venue = new Venue(data, Map.of("EVENS_SIGNUP", "on"));
        Player ann = venue.player("ann", "1000");
        Player bob = venue.player("bob", "1000");
        Player leaver = venue.player("leaver", "1000");
        String ended = leaver.token();
        leaver.client().logout();
        Wire.data(
                Wire.send(
                        venue.operator(),
                        "PATCH",
                        "/admin/accounts/" + bob.id(),
                        "{\"banned\":true}"));
        callers = new HashMap<>();
        callers.put("none", () -> null);
        callers.put("garbage", () -> "0".repeat(256));
        callers.put("logged-out", () -> ended);
        callers.put("banned", bob::token);
        callers.put("player", () -> login(ann.username(), Venue.PASSWORD));
        callers.put("operator", AuthorizationTest::operator);
        for (String scope : List.of("read", "trade", "cancel")) {
            String token = named(ann.token(), scope);
            callers.put(scope, () -> token);
        }
        String trade = named(operator(), "trade");
        String admin = named(operator(), "admin");
        callers.put("operators-trade", () -> trade);
        callers.put("admin", () -> admin);
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private static String operator() {
        return login(ServerProcess.OPERATOR, ServerProcess.OPERATOR_PASSWORD);
    }

    private static String login(String username, String password) {
        EvensClient client = new EvensClient(venue.server().base());
        client.login(username, password);
        return String.valueOf(client.token());
    }

    private static String named(String by, String scope) {
        EvensClient owner = new EvensClient(venue.server().base(), by);
        return Wire.data(
                        Wire.post(
                                owner,
                                "/user/tokens",
                                "{\"name\":\"bot\",\"scopes\":[\"" + scope + "\"]}"))
                .required("auth")
                .asString();
    }

    /** Kinds by operation, such as {@code POST /user/login}; all of {@code /admin} is one kind. */
    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        for (String[] row : Table.rows(OPERATIONS)) {
            String[] parts = row[0].split(" +", -1);
            List<String> methods =
                    parts[0].equals("READ") ? List.of("GET", "POST") : List.of(parts[0]);
            methods.forEach(method -> kinds.put(method + " " + parts[1], row[1]));
        }
        OpenApiTest.served(folder).stream()
                .filter(operation -> operation.contains(" /admin/"))
                .forEach(operation -> kinds.put(operation, "operator"));
        return kinds;
    }

    @Test
    void everyOperationHasARow() {
        assertThat(new TreeSet<>(kinds().keySet())).isEqualTo(OpenApiTest.served(folder));
    }

    @TestFactory
    List<DynamicTest> everyCell() {
        List<String[]> table = Table.rows(KINDS);
        List<DynamicTest> tests = new ArrayList<>();
        kinds().forEach((operation, kind) -> {
            String[] row =
                    table.stream().filter(each -> each[0].equals(kind)).findFirst().orElseThrow();
            for (int i = 1; i < row.length; i++) {
                String who = table.getFirst()[i];
                String expected = row[i];
                tests.add(
                        DynamicTest.dynamicTest(
                                operation + " by " + who, () -> check(operation, who, expected)));
            }
        });
        assertThat(tests).hasSizeGreaterThan(500);
        return tests;
    }

    private static void check(String operation, String who, String expected) {
        Caller caller = callers.get(who);
        assertThat(caller).as(who).isNotNull();
        RawResponse response = send(operation, caller.token());
        if (expected.equals("yes")) {
            assertThat(response.status()).as(response.body()).isNotIn(401, 403, 405, 429);
            assertThat(response.status()).as(response.body()).isLessThan(500);
            assertThat(response.body()).doesNotContain("unknown path");
        } else {
            assertThat(response.status()).as(response.body()).isEqualTo(Integer.parseInt(expected));
            if (!response.body().contains("ANON_READ_REFUSED")) {
                ErrorBody.object(response, expected.equals("401") ? "InvalidCredentials" : ".+");
            }
        }
    }

    /** Of things that there are none of, so that as little as possible happens. */
    private static RawResponse send(String operation, @Nullable String token) {
        String[] parts = operation.split(" ", 2);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        if (token != null) {
            headers.put("Authorization", token);
        }
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return venue.operator()
                .raw(
                        parts[0],
                        parts[1].replace("*", "0".repeat(24)),
                        headers,
                        parts[0].equals("GET") ? null : body);
    }
}
