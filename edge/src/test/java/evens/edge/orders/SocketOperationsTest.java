package evens.edge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.orders.SocketOperation.Sent;
import evens.edge.view.View;
import evens.edge.wire.SocketRequest;
import evens.model.Command;
import evens.model.Command.Scope;
import evens.model.Command.Stamp;
import evens.model.Ids;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each message asks for, and what is said of one that can not be read. */
final class SocketOperationsTest {
    private static final long ACCOUNT = 5;
    private static final Sent SENT = new Sent(ACCOUNT, 8, 77);
    private static final String ORDER = Ids.ORDER.hex(3);
    private static final String GAME = Ids.GAME.hex(7);
    private static final String TEAM = Ids.PARTICIPANT.hex(9);
    private static final SocketOperations OPERATIONS =
            new SocketOperations(new View(), InstantSource.fixed(Instant.EPOCH));

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("cancelAll", "{}", new Command.CancelAllOrders(ACCOUNT, false, 77)),
                Arguments.of("cancelAll", "", new Command.CancelAllOrders(ACCOUNT, false, 77)),
                Arguments.of(
                        "cancelAll",
                        "{'mode':null,'idempotencyKey':'k'}",
                        new Command.CancelAllOrders(ACCOUNT, false, 77)),
                Arguments.of(
                        "cancelAll",
                        "{'mode':'latch'}",
                        new Command.CancelAllOrders(ACCOUNT, true, 77)),
                Arguments.of("cancelById", "{'orderId':'$order'}", cancels(3)),
                Arguments.of("cancelById", "{'orderID':'$ORDER'}", cancels(3)),
                Arguments.of("cancelById", "{'orderId':'$game'}", cancels(Ids.NONE)),
                Arguments.of("cancelMultiple", "{'orderIds':[]}", cancels()),
                Arguments.of(
                        "cancelMultiple",
                        "{'orderIDs':['$order','$game','$ORDER']}",
                        cancels(3, Ids.NONE, 3)),
                Arguments.of(
                        "cancelAllByGame",
                        "{'gameId':'$game'}",
                        new Command.CancelOrdersOfGame(ACCOUNT, 7, Scope.ALL)),
                Arguments.of(
                        "cancelAllByGame",
                        "{'gameID':'$game','market':'main'}",
                        new Command.CancelOrdersOfGame(
                                ACCOUNT, 7, new Scope(null, true, null, 0, false, 0))),
                Arguments.of("heartbeat", "{'requestTimeout':10}", renews(10_000)),
                Arguments.of("heartbeat", "{'requestTimeout':0.001}", renews(1)),
                Arguments.of("heartbeat", "{'requestTimeout':1.5,'off':false}", renews(1_500)),
                Arguments.of("heartbeat", "{'requestTimeout':0.30000000000000004}", renews(301)),
                Arguments.of("heartbeat", "{'requestTimeout':86400}", renews(86_400_000)),
                Arguments.of(
                        "heartbeat",
                        "{'requestTimeout':0,'off':true}",
                        new Command.DropLease(ACCOUNT)));
    }

    private static Command cancels(long... orders) {
        return new Command.CancelOrders(ACCOUNT, Stream.of(box(orders)).toList());
    }

    private static Long[] box(long[] numbers) {
        Long[] all = new Long[numbers.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = numbers[i];
        }
        return all;
    }

    private static Command renews(long millis) {
        return new Command.RenewLease(ACCOUNT, millis);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsAskedFor(String type, String fields, Command command) throws BadMessage {
        assertThat(read(type, fields).command()).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    heartbeat       |                              | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':null}      | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':'10'}      | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':[]}        | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':0}         | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':-1}        | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':86400.001} | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':1e9}       | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':5,'off':true} | Invalid heartbeat timeout
                    heartbeat       | {'requestTimeout':0,'off':1} | Invalid heartbeat timeout
                    cancelAll       | {'mode':'Latch'}             | mode must be latch
                    cancelAll       | {'mode':''}                  | mode must be latch
                    cancelAll       | {'mode':true}                | mode must be latch
                    cancelAll       | {'idempotencyKey':''}        | idempotencyKey must be .*
                    cancelAll       | {'idempotencyKey':7}         | idempotencyKey must be .*
                    cancelAll       | {'idempotencyKey':'a b'}     | idempotencyKey must be .*
                    cancelById      | {}                           | invalid order ID format
                    cancelById      | {'orderId':null}             | invalid order ID format
                    cancelById      | {'orderId':7}                | invalid order ID format
                    cancelById      | {'orderId':'7'}              | invalid order ID format
                    cancelById      | {'orderIDs':['$order']}      | invalid order ID format
                    cancelMultiple  | {}                           | orderIDs must be an array
                    cancelMultiple  | {'orderIDs':'$order'}        | orderIDs must be an array
                    cancelMultiple  | {'orderIDs':['$order',null]} | invalid order ID format
                    cancelMultiple  | {'orderIDs':['$order','x']}  | invalid order ID format
                    cancelAllByGame | {}                           | game not found
                    cancelAllByGame | {'gameId':null}              | game not found
                    cancelAllByGame | {'gameId':7}                 | game not found
                    cancelAllByGame | {'gameId':'7'}               | game not found
                    cancelAllByGame | {'gameId':'$game','type':1}  | type must be .*
                    placeV3         | {}                           | orders must be an array
                    placeV3         | {'orders':null}              | orders must be an array
                    placeV3         | {'orders':{}}                | orders must be an array
                    placeV3         | {'orders':[],'epoch':-1}     | epoch must be .*
                    placeV3         | {'orders':[],'epoch':1.5}    | epoch must be .*
                    placeV3         | {'orders':[],'epoch':'1'}    | epoch must be .*
                    placeV3         | {'orders':[],'idempotencyKey':[]} | idempotencyKey must be .*
                    """)
    void whatCanNotBeRead(String type, @Nullable String fields, String error) {
        assertThat(problem(type, fields == null ? "" : fields)).matches(error);
    }

    @Test
    void listsAreBounded() throws BadMessage {
        assertThat(read("cancelMultiple", "{'orderIDs':[" + repeated("'$order'", 10_000) + "]}"))
                .isNotNull();
        assertThat(problem("cancelMultiple", "{'orderIDs':[" + repeated("'$order'", 10_001) + "]}"))
                .isEqualTo("orderIDs must have at most 10000 elements");
        assertThat(read("placeV3", "{'orders':[" + repeated("1", 1_000) + "]}")).isNotNull();
        assertThat(problem("placeV3", "{'orders':[" + repeated("1", 1_001) + "]}"))
                .isEqualTo("orders must have at most 1000 elements");
    }

    @ParameterizedTest
    @CsvSource({"'',8", "',\"epoch\":3',3", "',\"Epoch\":8',8", "',\"epoch\":9',8"})
    void theOlderEpochCounts(String more, long epoch) throws BadMessage {
        Command.PlaceOrders place =
                (Command.PlaceOrders)
                        read("placeV3", "{'orders':[" + order("gameId") + "]" + more + "}")
                                .command();
        assertThat(place).isNotNull();
        assertThat(place.stamp()).isEqualTo(new Stamp(epoch, 77));
        assertThat(place.orders()).hasSize(1);
        assertThat(place.orders().getFirst().game()).isEqualTo(7);
    }

    @Test
    void onlyOrdersThatCanBeReadArePlaced() throws BadMessage {
        Task task =
                read(
                        "placeV3",
                        "{'orders':[7,"
                                + order("gameID")
                                + ",{},"
                                + order("GAMEID")
                                + ","
                                + order("gameId':1,'gameID")
                                + "]}");
        assertThat(task.orders()).isEqualTo(2);
        assertThat(task.command())
                .isInstanceOfSatisfying(
                        Command.PlaceOrders.class, place -> assertThat(place.orders()).hasSize(2));
        assertThat(read("placeV3", "{'orders':[7]}").command()).isNull();
        assertThat(read("placeV3", "{'orders':[]}").command()).isNull();
    }

    @Test
    void onlyPlacingIsLimited() {
        for (String type :
                List.of(
                        "cancelById",
                        "cancelMultiple",
                        "cancelAllByGame",
                        "cancelAll",
                        "heartbeat")) {
            assertThat(operation(type).places()).as(type).isFalse();
        }
        assertThat(operation("placeV3").places()).isTrue();
    }

    private static String order(String game) {
        return "{'" + game + "':'$game','type':'moneyline','side':'$team','odds':100,'bet':5}";
    }

    private static String repeated(String element, int count) {
        return (element + ",").repeat(count - 1) + element;
    }

    private static SocketOperation operation(String type) {
        SocketOperation operation = OPERATIONS.find(type);
        if (operation == null) {
            throw new AssertionError("no operation " + type);
        }
        return operation;
    }

    private static String problem(String type, String fields) {
        try {
            throw new AssertionError("not refused: " + read(type, fields));
        } catch (BadMessage bad) {
            return bad.error();
        }
    }

    private static Task read(String type, String fields) throws BadMessage {
        String payload =
                fields.replace('\'', '"')
                        .replace("$order", ORDER)
                        .replace("$ORDER", ORDER.toUpperCase(Locale.ROOT))
                        .replace("$game", GAME)
                        .replace("$team", TEAM);
        String text = "[\"" + type + "\"" + (payload.isEmpty() ? "" : "," + payload) + "]";
        SocketRequest request = SocketRequest.read(Buffer.buffer(text));
        if (!(request instanceof SocketRequest.Asked asked)) {
            throw new AssertionError(text + ": " + request);
        }
        return operation(type).reader().read(asked.fields(), SENT);
    }
}
