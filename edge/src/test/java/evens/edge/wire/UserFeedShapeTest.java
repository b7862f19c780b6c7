package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.view.GameRow;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Participant;
import evens.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of the user feed as the text it is, for every type of market. */
class UserFeedShapeTest {
    private static final long ANN = 7;
    private static final long BOB = 8;
    private static final long TIME = 1_700_000_000_123L;

    private static final String ORDER = "65b0a4d00000000000000001";
    private static final String TAKEN = "65b0a4d00000000000000002";
    private static final String REQUEST = "65b0a4d10000000000000003";
    private static final String POST_ARB = ",\"isPostArb\":true";
    private static final String MATCH = "65b0a4d20000000000000004";
    private static final String GAME = "65ba11e50000000000000005";
    private static final String AWAY = "65feed1e0000000000000001";
    private static final String HOME = "65feed1e0000000000000002";

    private static GameRow game(long parent, boolean live, String rotation) {
        return new GameRow(
                new GameTerms(
                        5,
                        "NBA",
                        parent,
                        TIME + 60_000,
                        new Participant(1, "Philadelphia 76ers", "76ers", rotation),
                        new Participant(2, "Miami Heat", "Heat", "502"),
                        "PHILADELPHIA 76ERS VS MIAMI HEAT",
                        "",
                        "Full Time",
                        false,
                        false,
                        false,
                        live),
                GameState.OPEN,
                "basketball",
                0,
                0);
    }

    /** What follows the blocks. */
    private static String envelope(String origin) {
        return ",\"origin\":\""
                + origin
                + "\",\"gameID\":\""
                + GAME
                + "\",\"parentGameID\":null"
                + ",\"eventName\":\"PHILADELPHIA-76ERS-VS-MIAMI-HEAT\",\"league\":\"NBA\""
                + ",\"sport\":\"basketball\",\"live\":false,\"start\":\"2023-11-14T22:14:20.123Z\""
                + ",\"awayRotationNumber\":\"501\",\"platform\":\"api\""
                + ",\"createdAt\":\"2023-11-14T22:13:20.123Z\",\"messageID\":\"1700000000123-9\"}";
    }

    private static Event placed(
            Market market, Outcome outcome, OrderType type, @Nullable String reference) {
        return new Event.OrderPlaced(
                0,
                1,
                ANN,
                3,
                4,
                5,
                market,
                outcome,
                Odds.line(-1100),
                100_000_000,
                34_000_000,
                type,
                TIME,
                0,
                9,
                reference);
    }

    private static Event resumed(Market market, Outcome outcome, @Nullable String reference) {
        return new Event.OrderResumed(
                0,
                1,
                ANN,
                3,
                4,
                5,
                market,
                outcome,
                Odds.line(-1100),
                100_000_000,
                34_000_000,
                OrderType.LIMIT,
                TIME,
                0,
                9,
                reference);
    }

    private static Event cancelled(
            Market market, Outcome outcome, Ending ending, @Nullable String reference) {
        return new Event.OrderCancelled(
                1,
                ANN,
                3,
                5,
                market,
                outcome,
                Odds.line(-1100),
                66_000_000,
                34_000_000,
                ending,
                9,
                reference != null,
                reference);
    }

    /** Ann's offer of 120 at -110 is hit for 66, not for the first time; Bob takes it. */
    private static Event hit(Market market, Outcome outcome, @Nullable String reference) {
        return new Event.OrderMatched(
                4,
                5,
                market,
                outcome,
                Odds.line(-1100),
                new Event.Maker(
                        1,
                        ANN,
                        3,
                        120_000_000,
                        66_000_000,
                        34_000_000,
                        0,
                        0,
                        9,
                        TIME,
                        reference != null,
                        reference),
                new Event.Taker(2, BOB, 6, 60_000_000, 660_000, 600_000, 0, 0, 1, "bob's"));
    }

    /** Ann takes 60 of an offer of Bob's at +110 for her. */
    private static Event taken(Market market, Outcome outcome, @Nullable String reference) {
        return new Event.OrderMatched(
                4,
                5,
                market,
                outcome.opposite(),
                Odds.line(-1100),
                new Event.Maker(
                        2,
                        BOB,
                        6,
                        100_000_000,
                        66_000_000,
                        34_000_000,
                        0,
                        0,
                        1,
                        TIME,
                        true,
                        "bob's"),
                new Event.Taker(1, ANN, 3, 60_000_000, 660_000, 600_000, 0, 0, 9, reference));
    }

    private static String told(Event event) {
        return told(event, game(0, false, "501"));
    }

    /** What Ann is told. */
    private static String told(Event event, GameRow game) {
        List<String> texts = new ArrayList<>();
        UserMessage.each(
                event,
                TIME,
                message -> {
                    if (message.account() == ANN) {
                        assertThat(message.game()).isEqualTo(5);
                        texts.add(
                                Json.write(out -> UserFeedShape.write(message, game, out))
                                        .toString());
                    }
                });
        assertThat(texts).hasSize(1);
        return texts.getFirst();
    }

    /** A market, what is backed, and how the wire says so: behind the odds, and at the end. */
    static Stream<Arguments> markets() {
        return Stream.of(
                Arguments.of(Market.MONEYLINE, Outcome.FIRST, type("moneyline", AWAY), ""),
                Arguments.of(Market.MONEYLINE, Outcome.SECOND, type("moneyline", HOME), ""),
                Arguments.of(
                        Market.spread(-14), Outcome.FIRST, type("spread", AWAY), number("-3.5")),
                Arguments.of(
                        Market.spread(-14), Outcome.SECOND, type("spread", HOME), number("3.5")),
                Arguments.of(Market.spread(0), Outcome.SECOND, type("spread", HOME), number("0")),
                Arguments.of(
                        Market.total(881), Outcome.FIRST, type("total", "over"), number("220.25")),
                Arguments.of(
                        Market.total(880), Outcome.SECOND, type("total", "under"), number("220")),
                Arguments.of(
                        Market.threeWay(Subject.HOME),
                        Outcome.SECOND,
                        type("moneyline1x2", "no"),
                        ",\"market\":\"" + HOME + "\""),
                Arguments.of(
                        Market.threeWay(Subject.DRAW),
                        Outcome.FIRST,
                        type("moneyline1x2", "yes"),
                        ",\"market\":\"draw\""));
    }

    private static String type(String type, String side) {
        return ",\"type\":\"" + type + "\",\"side\":\"" + side + "\"";
    }

    private static String number(String number) {
        return ",\"number\":" + number;
    }

    private static String offer(String stakes, String backed, String rest) {
        return "{\"orderID\":\"%s\",\"wagerRequestID\":\"%s\",%s,\"odds\":-110%s%s}"
                .formatted(ORDER, REQUEST, stakes, backed, rest);
    }

    @ParameterizedTest
    @MethodSource("markets")
    void anOfferThatRests(Market market, Outcome outcome, String backed, String question) {
        String stakes = "\"filled\":0,\"offered\":100,\"remaining\":34";
        String plain =
                "{\"matched\":null,\"unmatched\":"
                        + offer(stakes, backed, question)
                        + envelope("offer");
        assertThat(told(placed(market, outcome, OrderType.LIMIT, null))).isEqualTo(plain);
        assertThat(told(resumed(market, outcome, null))).isEqualTo(plain);
        String withAll =
                "{\"matched\":null,\"unmatched\":"
                        + offer(
                                stakes,
                                backed,
                                question + ",\"userReference\":\"mine\",\"isPostArb\":true")
                        + envelope("offer");
        assertThat(told(placed(market, outcome, OrderType.POST_ARB, "mine"))).isEqualTo(withAll);
    }

    @ParameterizedTest
    @MethodSource("markets")
    void anOfferThatIsHit(Market market, Outcome outcome, String backed, String question) {
        String fill =
                "{\"matched\":{\"txID\":\"%s\",\"orderID\":\"%s\",\"wagerRequestID\":\"%s\",\"amount\":66,\"risk\":66,\"win\":60,\"odds\":-110%s,\"userReference\":%s%s},\"unmatched\":";
        String stakes = "\"filled\":66,\"offered\":120,\"remaining\":34";
        assertThat(told(hit(market, outcome, null)))
                .isEqualTo(
                        fill.formatted(MATCH, ORDER, REQUEST, backed, "null", question)
                                + offer(stakes, backed, question)
                                + envelope("offer"));
        assertThat(told(hit(market, outcome, "mine")))
                .isEqualTo(
                        fill.formatted(
                                        MATCH,
                                        ORDER,
                                        REQUEST,
                                        backed,
                                        "\"mine\"",
                                        question + POST_ARB)
                                + offer(
                                        stakes,
                                        backed,
                                        question + ",\"userReference\":\"mine\"" + POST_ARB)
                                + envelope("offer"));
    }

    @ParameterizedTest
    @MethodSource("markets")
    void whatIsTaken(Market market, Outcome outcome, String backed, String question) {
        String fill =
                "{\"matched\":{\"txID\":\"%s\",\"orderID\":\"%s\",\"wagerRequestID\":\"%s\",\"amount\":60,\"risk\":60.6,\"win\":65.34,\"odds\":110%s,\"userReference\":%s%s},\"unmatched\":null";
        assertThat(told(taken(market, outcome, null)))
                .isEqualTo(
                        fill.formatted(MATCH, TAKEN, REQUEST, backed, "null", question)
                                + envelope("wager"));
        assertThat(told(taken(market, outcome, "mine")))
                .isEqualTo(
                        fill.formatted(MATCH, TAKEN, REQUEST, backed, "\"mine\"", question)
                                + envelope("wager"));
    }

    @ParameterizedTest
    @MethodSource("markets")
    void anOfferThatEnds(Market market, Outcome outcome, String backed, String question) {
        String stakes = "\"filled\":66,\"offered\":0,\"remaining\":0";
        String reason = ",\"reason\":\"user\"";
        assertThat(told(cancelled(market, outcome, Ending.USER, null)))
                .isEqualTo(
                        "{\"matched\":null,\"unmatched\":"
                                + offer(stakes, backed, question + reason)
                                + envelope("offer"));
        assertThat(told(cancelled(market, outcome, Ending.USER, "mine")))
                .isEqualTo(
                        "{\"matched\":null,\"unmatched\":"
                                + offer(
                                        stakes,
                                        backed,
                                        question
                                                + ",\"userReference\":\"mine\""
                                                + POST_ARB
                                                + reason)
                                + envelope("offer"));
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whyItEnds(Ending ending) {
        String reason =
                switch (ending) {
                    case FILLED -> "filled";
                    case USER -> "user";
                    case EXPIRED -> "expired";
                    case GAME_START -> "game start";
                    case OPERATOR -> "operator";
                    case INSUFFICIENT_FUNDS -> "insufficient funds";
                    case REMAINDER_TOO_SMALL -> "remainder too small";
                    case KILLED -> "killed";
                    case BAN -> "ban";
                    case LEASE -> "lease";
                    case PAUSED -> "paused";
                };
        assertThat(told(cancelled(Market.MONEYLINE, Outcome.FIRST, ending, null)))
                .contains("\"reason\":\"" + reason + "\"}");
    }

    /** Micro-dollars of a fill, and how they are written: risk and win each rounded for itself. */
    @Test
    void amountsAreExactAndRiskAndWinAreRounded() {
        String rows =
                """
                30909091 340000 309091 34000000 | 30.909091 31.22 33.66
                1000000 0 0 5000 | 1 1 0.01
                1000000 0 0 4999 | 1 1 0
                1005000 0 4999 1005000 | 1.005 1.01 1.01
                100000000 0 500000 100100000 | 100 100.5 100.1
                """;
        for (String row : rows.lines().toList()) {
            String[] sides = row.split(" \\| ", -1);
            String[] micros = sides[0].split(" ", -1);
            String[] told = sides[1].split(" ", -1);
            Event event =
                    new Event.OrderMatched(
                            4,
                            5,
                            Market.MONEYLINE,
                            Outcome.FIRST,
                            0,
                            new Event.Maker(
                                    2,
                                    BOB,
                                    6,
                                    1,
                                    Long.parseLong(micros[3]),
                                    1,
                                    0,
                                    0,
                                    1,
                                    TIME,
                                    false,
                                    null),
                            new Event.Taker(
                                    1,
                                    ANN,
                                    3,
                                    Long.parseLong(micros[0]),
                                    Long.parseLong(micros[1]),
                                    Long.parseLong(micros[2]),
                                    0,
                                    0,
                                    9,
                                    null));
            assertThat(told(event))
                    .as(row)
                    .contains(
                            "\"amount\":%s,\"risk\":%s,\"win\":%s,"
                                    .formatted(told[0], told[1], told[2]));
        }
    }

    @Test
    void theGameIsTheOneThatIsGiven() {
        assertThat(
                        told(
                                cancelled(Market.MONEYLINE, Outcome.FIRST, Ending.USER, null),
                                game(6, true, "")))
                .contains("\"parentGameID\":\"65ba11e50000000000000006\"")
                .contains("\"live\":true")
                .contains("\"awayRotationNumber\":\"\"");
    }

    @ParameterizedTest
    @EnumSource(MarketType.class)
    void whatAnAccountDoesNotHearIsNoMessage(MarketType type) {
        Market market = new Market(type, Subject.NONE, 0);
        Event silent =
                new Event.OrderCancelled(
                        1, ANN, 3, 5, market, Outcome.FIRST, 0, 0, 1, Ending.USER, 0, false, null);
        UserMessage.each(silent, TIME, message -> assertThat(message).isNull());
    }

    @Test
    void aHeartbeatSaysUpToWhereAllWasSent() {
        assertThat(Json.write(out -> UserFeedShape.writeHeartbeat(77, TIME, out)).toString())
                .isEqualTo(
                        "{\"heartbeat\":{\"sequence\":77,\"time\":\"2023-11-14T22:13:20.123Z\"}}");
    }
}
