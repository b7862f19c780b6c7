package evens.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Six things happen to an account. What of them the stream tells, and when, is in the tables. */
class OwnOrdersTest {
    private static final List<UserFrame.Message> FEED =
            List.of(
                    message(1, null, "A offered 10 remaining 10 filled 0"),
                    message(2, "T1 order A amount 4", "A offered 10 remaining 6 filled 4"),
                    message(3, "T2 order Z amount 5", null),
                    message(4, null, "B offered 20 remaining 15 filled 0"),
                    message(5, null, "A offered 0 remaining 0 filled 4"),
                    message(6, "T3 order B amount 15", "B offered 20 remaining 0 filled 15"));

    private final OwnOrders own = new OwnOrders();
    private int happened;

    /**
     * A number is a message of the stream, {@code opening} a new stream, {@code catch} a replay of
     * what has happened until then or, with a number, until that, {@code expired} one that is not
     * kept, {@code beat} a heartbeat of that step. Each message is a step.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                            nothing                          | opening catch                      | current at 0 open: bets:
                            an order is placed               | opening catch 1                    | current open: A 10/10 bets:
                            it is hit                        | opening catch 1 2                  | current open: A 6/10 bets: T1
                            something is taken               | opening catch 1 2 3                | current open: A 6/10 bets: T1 T2
                            a remainder is filled in part    | opening catch 1 2 3 4              | current open: A 6/10 B 15/20 bets: T1 T2
                            an order is cancelled            | opening catch 1 2 3 4 5            | current open: B 15/20 bets: T1 T2
                            one is filled                    | opening catch 1 2 3 4 5 6          | current open: bets: T1 T2 T3
                            a hit of what was not seen       | opening catch 2                    | current open: A 6/10 bets: T1
                            before the replay all wait       | opening 1 2                        | behind open: bets:
                            a replay alone                   | opening catch4                     | current at 4 open: A 6/10 B 15/20 bets: T1 T2
                            it overlaps                      | opening 1 2 catch3 3 4             | current open: A 6/10 B 15/20 bets: T1 T2
                            it ends where the stream began   | opening 3 4 catch2                 | current open: A 6/10 B 15/20 bets: T1 T2
                            the same twice                   | opening catch 1 2 1 2              | current open: A 6/10 bets: T1
                            old news of what is over         | opening catch5 1 2                 | current at 5 open: B 15/20 bets: T1 T2
                            a gap is closed                  | opening catch 1 opening 4 catch4   | current at 4 open: A 6/10 B 15/20 bets: T1 T2
                            what waited on the old stream    | opening 4 opening catch2           | current at 2 open: A 6/10 bets: T1
                            too long away                    | opening catch 1 opening 6 expired  | behind open: A 10/10 bets:
                            a heartbeat                      | opening catch 1 beat1              | current at 1 open: A 10/10 bets:
                    something later says no more     | opening catch 1 beat1 2            | current open: A 6/10 bets: T1
                    twice is no news                 | opening catch 1 beat1 1            | current at 1 open: A 10/10 bets:
                    one that waited                  | opening catch 1 opening 2 beat2 catch1 | current at 2 open: A 6/10 bets: T1
                    the replay was ahead             | opening catch2 1 beat1             | current at 2 open: A 6/10 bets: T1
                    the stream was                   | opening 1 2 catch1                 | current open: A 6/10 bets: T1
                    nothing came since the replay    | opening catch2 beat3               | current at 3 open: A 6/10 bets: T1
                    a heartbeat when behind          | opening catch2 opening beat3       | behind open: A 6/10 bets: T1
                    """)
    void ordersFollowTheStream(String why, String heard, String state) {
        for (String word : heard.split(" ", -1)) {
            hear(word);
        }
        assertThat(drawn()).as(why).isEqualTo(state);
    }

    /** What came between the replay and the new stream would be missing. */
    @Test
    void aReplayThatWasAskedForBeforeTheStreamIsAskedForAgain() {
        List<MessageID> asked = new ArrayList<>();
        own.hear(new UserFrame.Opening());
        assertThat(
                        own.catchUp(after -> {
                            asked.add(after);
                            if (asked.size() == 1) {
                                own.hear(new UserFrame.Opening());
                                return new Replay(true, 1, FEED.subList(0, 1));
                            }
                            return new Replay(true, 3, FEED.subList(0, 3));
                        }))
                .isTrue();
        assertThat(asked).containsExactly(MessageID.START, MessageID.START);
        assertThat(drawn()).isEqualTo("current at 3 open: A 6/10 bets: T1 T2");
    }

    private void hear(String word) {
        if (word.equals("opening")) {
            own.hear(new UserFrame.Opening());
        } else if (word.equals("expired")) {
            assertThat(own.catchUp(_ -> new Replay(false, 6, FEED))).isFalse();
        } else if (word.startsWith("catch")) {
            int until = word.equals("catch") ? happened : Integer.parseInt(word.substring(5));
            assertThat(own.catchUp(after -> kept(after, until))).isTrue();
        } else if (word.startsWith("beat")) {
            own.hear(new Heartbeat(Integer.parseInt(word.substring(4)), Instant.EPOCH));
        } else {
            happened = Math.max(happened, Integer.parseInt(word));
            own.hear(FEED.get(Integer.parseInt(word) - 1));
        }
    }

    private static Replay kept(MessageID after, int until) {
        return new Replay(
                true,
                until,
                FEED.stream()
                        .filter(message -> message.id().compareTo(after) > 0)
                        .filter(message -> message.id().count() <= until)
                        .toList());
    }

    private String drawn() {
        OptionalLong at = own.sequence();
        String open =
                own.open().values().stream()
                        .map(order ->
                                " %s %s/%s"
                                        .formatted(order.id(), order.remaining(), order.offered()))
                        .collect(Collectors.joining());
        String bets =
                own.bets().keySet().stream().map(id -> " " + id).collect(Collectors.joining());
        return (own.isCurrent() ? "current" : "behind")
                + (at.isPresent() ? " at " + at.getAsLong() : "")
                + " open:"
                + open
                + " bets:"
                + bets;
    }

    @ParameterizedTest
    @CsvSource({
        "1-2, 1-10",
        "9-1, 10-1",
        "999-999, 1000-1",
        "0-0, 0-1",
        "1767225600000-9, 1767225600000-10",
    })
    void idsAreComparedPartByPart(String less, String more) {
        List<MessageID> ids = new ArrayList<>(List.of(MessageID.of(more), MessageID.of(less)));
        ids.sort(Comparator.naturalOrder());
        assertThat(ids).hasToString("[" + less + ", " + more + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "type":"moneyline","side":"P"                         | "type":"moneyline","participantID":"P"
                    "type":"spread","side":"P","number":-1.50             | "type":"spread","participantID":"P","spread":-1.5,"total":null
                    "type":"total","side":"over","number":3               | "type":"total","participantID":null,"OU":"over","total":3.0,"spread":null
                    "type":"moneyline1x2","side":"no","market":"draw"     | "type":"moneyline1x2","market":"draw","side":"no"
                    """)
    void whatIsHeardIsWhatIsListed(String heard, String listed) {
        UserFrame.Message message =
                UserFrame.Message.of(
                        Json.read(
                                """
                                {"messageID":"7-1","gameID":"G","origin":"offer",
                                 "unmatched":{"orderID":"A","wagerRequestID":"W","filled":2.5,
                                  "offered":10,"remaining":7.5,"odds":150.0,"userReference":"mine",%s},
                                 "matched":{"txID":"T","orderID":"A","wagerRequestID":"W",
                                  "amount":2.50,"risk":2.50,"win":3.75,"odds":150,
                                  "userReference":null,%s}}
                                """
                                        .formatted(heard, heard)));
        JsonNode order =
                Json.read(
                        """
                        {"game":{"id":"G"},"id":"A","wagerRequestID":"W","odds":150,"filled":2.5,
                         "offered":10.00,"remaining":7.5,"userReference":"mine",%s}
                        """
                                .formatted(listed));
        JsonNode bet =
                Json.read(
                        """
                        {"game":{"id":"G"},"id":"A","txID":"T","wagerRequestID":"W","odds":150,
                         "bet":2.5,"risk":"2.50","win":"3.75","origin":"offer",%s}
                        """
                                .formatted(listed));
        assertThat(OwnOrder.of(message)).isEqualTo(OwnOrder.ofRow(order));
        assertThat(OwnOrder.ofRow(order).filled()).isEqualTo("2.5");
        assertThat(OwnBet.of(message)).isEqualTo(OwnBet.ofRow(bet));
    }

    @Test
    void aReplaySaysWhetherItIsWhole() {
        Replay whole = Replay.of(Json.read("{\"status\":\"success\",\"messages\":[]}"), 9);
        assertThat(whole).isEqualTo(new Replay(true, 9, List.of()));
        Replay rest =
                Replay.of(
                        Json.read(
                                """
                                {"status":"cache_expired","availableMessages":[{"messageID":"7-2"}]}
                                """),
                        9);
        assertThat(rest.complete()).isFalse();
        assertThat(rest.messages())
                .extracting(UserFrame.Message::id)
                .containsExactly(new MessageID(7, 2));
    }

    @Test
    void whatIsNoMessageIsPassedOver() {
        assertThat(UserFrame.of(Json.read("{\"type\":\"hello\"}"))).isNull();
        assertThat(
                        UserFrame.of(
                                Json.read(
                                        """
                                        {"heartbeat":{"sequence":5,"time":"2026-03-01T18:30:00Z"}}
                                        """)))
                .hasToString("Heartbeat[sequence=5, time=2026-03-01T18:30:00Z]");
    }

    private static MessageID id(int number) {
        return new MessageID(1_000L * number, number);
    }

    private static UserFrame.Message message(
            int number, @Nullable String matched, @Nullable String unmatched) {
        String json =
                "{\"messageID\":\"%s\",\"gameID\":\"G\",\"origin\":\"%s\",\"matched\":%s,\"unmatched\":%s}"
                        .formatted(
                                id(number),
                                unmatched == null ? "wager" : "offer",
                                matched == null ? "null" : match(matched.split(" ")),
                                unmatched == null ? "null" : order(unmatched.split(" ")));
        return UserFrame.Message.of(Json.read(json));
    }

    private static String match(String[] words) {
        return """
        {"txID":"%s","orderID":"%s","amount":%s,"wagerRequestID":"W","risk":1,"win":1,
         "odds":100,"type":"moneyline","side":"P","userReference":null}
        """
                .formatted(words[0], words[2], words[4]);
    }

    private static String order(String[] words) {
        return """
        {"orderID":"%s","offered":%s,"remaining":%s,"filled":%s,"wagerRequestID":"W",
         "odds":100,"type":"moneyline","side":"P"}
        """
                .formatted(words[0], words[2], words[4], words[6]);
    }
}
