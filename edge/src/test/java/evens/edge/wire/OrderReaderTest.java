package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command.NewOrder;
import evens.model.Ids;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One element of {@code orders}: what is read, and what is said of what can not be. */
final class OrderReaderTest {
    private static final String GAME = Ids.GAME.hex(7);
    private static final String SIDE = Ids.PARTICIPANT.hex(9);

    @Test
    void theLeastThatIsNeeded() {
        NewOrder order = read(order("\"odds\":-110,\"bet\":100")).order();
        assertThat(order)
                .isEqualTo(
                        new NewOrder(
                                7,
                                MarketType.MONEYLINE,
                                Side.PARTICIPANT,
                                9,
                                0,
                                -100,
                                100_000_000,
                                OrderType.LIMIT,
                                NewOrder.BY_DEFAULT,
                                null));
    }

    @Test
    void allThereIs() {
        NewOrder order =
                read(order(
                                """
                                "odds":194.5,"bet":1.000001,"orderType":"post","expirationMinutes":5,
                                "userReference":"mine","number":null,"unknown":[1]
                                """))
                        .order();
        assertThat(order)
                .isEqualTo(
                        new NewOrder(
                                7,
                                MarketType.MONEYLINE,
                                Side.PARTICIPANT,
                                9,
                                0,
                                945,
                                1_000_001,
                                OrderType.POST,
                                5,
                                "mine"));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0",
        "-100, 0",
        "110.50, 105",
        "1.1e2, 100",
        "-119.5, -195",
        "100000, 999000",
        "-100000, -999000"
    })
    void oddsAreLines(String odds, int line) {
        NewOrder order = read(order("\"odds\":" + odds + ",\"bet\":100")).order();
        assertThat(Objects.requireNonNull(order).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                | gameID is required",
                "{'gameID':7}                      | gameID must be a string",
                "{'gameID':'7'}                    | game not found: invalid gameID",
                "GAME                              | type is required",
                "GAME,'type':'parlay'              | type must be moneyline, spread, total or moneyline1x2",
                "GAME,'type':'total'               | side is required",
                "GAME,'type':'total','side':'yes'  | side must be over or under",
                "GAME,'type':'total','side':'over' | number is required",
                "GAME,'type':'total','side':'over','number':-0.5 | number must be from 0 to 1000",
                "GAME,'type':'total','side':'over','number':'5' | number must be a number",
                "GAME,'type':'spread',SIDE         | number is required",
                "GAME,'type':'spread',SIDE,'number':0.3 | number must be a multiple of 0.25",
                "GAME,'type':'spread',SIDE,'number':-1000.25 | number must be from -1000 to 1000",
                "GAME,'type':'spread','side':'over','number':3 | side must be the id of a participant of the game",
                "GAME,'type':'moneyline1x2','side':'over' | side must be yes or no",
                "GAME,'type':'moneyline1x2','side':'yes' | market is required",
                "GAME,'type':'moneyline1x2','side':'yes','market':'tie' | market must be draw or the id of a participant of the game",
                "GAME,TYPE                         | side is required",
                "GAME,TYPE,'side':'home'           | side must be the id of a participant of the game",
                "GAME,TYPE,SIDE                    | odds is required",
                "GAME,TYPE,SIDE,'odds':null        | odds is required",
                "GAME,TYPE,SIDE,'odds':'110'       | odds must be a number",
                "GAME,TYPE,SIDE,'odds':99.9        | odds must be from -100000 to -100 or from 100 to 100000, with at most one decimal",
                "GAME,TYPE,SIDE,'odds':0           | odds must be from -100000 to -100 or from 100 to 100000, with at most one decimal",
                "GAME,TYPE,SIDE,'odds':-100000.1   | odds must be from -100000 to -100 or from 100 to 100000, with at most one decimal",
                "GAME,TYPE,SIDE,'odds':110.25      | odds must be from -100000 to -100 or from 100 to 100000, with at most one decimal",
                "GAME,TYPE,SIDE,'odds':1e999999999 | odds must be from -100000 to -100 or from 100 to 100000, with at most one decimal",
                "ODDS                              | bet is required",
                "ODDS,'bet':'100'                  | bet must be a number",
                "ODDS,'bet':true                   | bet must be a number",
                "ODDS,'bet':0                      | bet must be greater than 0",
                "ODDS,'bet':-5                     | bet must be greater than 0",
                "ODDS,'bet':0.999999               | bet must be from 1 to 10000000",
                "ODDS,'bet':10000000.000001        | bet must be from 1 to 10000000",
                "ODDS,'bet':1e15                   | bet must be from 1 to 10000000",
                "ODDS,'bet':1e-999999999           | bet must be from 1 to 10000000",
                "ODDS,'bet':1.0000001              | bet must have at most six decimals",
                "ODDS,BET,'orderType':'market'     | orderType must be limit, post, postArb, fillAndKill or fillOrKill",
                "ODDS,BET,'orderType':1            | orderType must be a string",
                "ODDS,BET,'expirationMinutes':-1   | expirationMinutes must be an integer from 0 to 525600",
                "ODDS,BET,'expirationMinutes':1.5  | expirationMinutes must be an integer from 0 to 525600",
                "ODDS,BET,'expirationMinutes':525601 | expirationMinutes must be an integer from 0 to 525600",
                "ODDS,BET,'userReference':5        | userReference must be a string",
                "ODDS,BET,'userReference':'a\\u0000b' | userReference must have at most 128 characters and no control characters",
                "ODDS,BET,'userReference':'\\ud800' | userReference must have at most 128 characters and no control characters",
            })
    void whatIsWrong(String element, String error) {
        String json =
                element.replace("ODDS", "GAME,TYPE,SIDE,'odds':-110")
                        .replace("BET", "'bet':100")
                        .replace("GAME", "{'gameID':'" + GAME + "'")
                        .replace("TYPE", "'type':'moneyline'")
                        .replace("SIDE", "'side':'" + SIDE + "'")
                        .replace('\'', '"');
        OrderReader.Read read = read(json.endsWith("}") ? json : json + "}");
        assertThat(read.order()).isNull();
        assertThat(read.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread       | SIDE  |      | 3.5   | SPREAD        | PARTICIPANT | 9  | 14",
                "spread       | SIDE  |      | -0.25 | SPREAD        | PARTICIPANT | 9  | -1",
                "spread       | SIDE  |      | -0    | SPREAD        | PARTICIPANT | 9  | 0",
                "total        | over  |      | 220.5 | TOTAL         | OVER        | 0  | 882",
                "total        | under |      | 2.750 | TOTAL         | UNDER       | 0  | 11",
                "moneyline1x2 | yes   | draw |       | MONEYLINE_1X2 | YES         | 0  | 0",
                "moneyline1x2 | no    | SIDE |       | MONEYLINE_1X2 | NO          | 9  | 0",
                "moneyline1x2 | no    | GAME |       | MONEYLINE_1X2 | NO          | -1 | 0",
            })
    void everyType(
            String type,
            String side,
            @Nullable String market,
            @Nullable String number,
            MarketType expectedType,
            Side expectedSide,
            long participant,
            int quarters) {
        String json =
                "{\"gameID\":\"%s\",\"type\":\"%s\",\"side\":\"%s\",%s%s\"odds\":-110,\"bet\":100}"
                        .formatted(
                                GAME,
                                type,
                                side.equals("SIDE") ? SIDE : side,
                                market == null ? "" : "\"market\":\"" + id(market) + "\",",
                                number == null ? "" : "\"number\":" + number + ",");
        NewOrder order = Objects.requireNonNull(read(json).order(), json);
        assertThat(order.type()).isEqualTo(expectedType);
        assertThat(order.side()).isEqualTo(expectedSide);
        assertThat(order.participant()).isEqualTo(participant);
        assertThat(order.number()).isEqualTo(quarters);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, LIMIT",
        "post, POST",
        "postArb, POST_ARB",
        "fillAndKill, FILL_AND_KILL",
        "fillOrKill, FILL_OR_KILL"
    })
    void everyOrderType(String word, OrderType expected) {
        NewOrder order =
                read(order("\"odds\":-110,\"bet\":100,\"orderType\":\"" + word + "\"")).order();
        assertThat(Objects.requireNonNull(order).orderType()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"null, -1", "0, 0", "5, 5", "525600, 525600"})
    void expiry(String minutes, int expected) {
        NewOrder order =
                read(order("\"odds\":-110,\"bet\":100,\"expirationMinutes\":" + minutes)).order();
        assertThat(Objects.requireNonNull(order).expiryMinutes()).isEqualTo(expected);
    }

    private static String id(String word) {
        return switch (word) {
            case "SIDE" -> SIDE;
            case "GAME" -> GAME;
            default -> word;
        };
    }

    @Test
    void anElementThatIsNoObject() {
        assertThat(read("[1]").error()).isEqualTo("order must be an object");
    }

    @Test
    void referencesMayHave128FourByteCharacters() {
        String longest = "\uD83C\uDFC0".repeat(128);
        NewOrder order = read(reference(longest)).order();
        assertThat(Objects.requireNonNull(order).reference()).isEqualTo(longest);
        assertThat(read(reference(longest + "x")).order()).isNull();
    }

    private static String reference(String text) {
        return order("\"odds\":-110,\"bet\":100,\"userReference\":\"" + text + "\"");
    }

    private static String order(String rest) {
        return "{\"gameID\":\"%s\",\"type\":\"moneyline\",\"side\":\"%s\",%s}"
                .formatted(GAME, SIDE, rest);
    }

    private static OrderReader.Read read(String json) {
        JsonNode element = Json.read(Buffer.buffer(json));
        return OrderReader.read(Objects.requireNonNull(element, json));
    }
}
