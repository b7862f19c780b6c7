package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.wire.SocketRequest.Asked;
import evens.edge.wire.SocketRequest.Malformed;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message of an orders socket: who asks for what, or what is wrong with it. */
final class SocketRequestTest {
    private static final String MADE = "[0-9a-f-]{36}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ["cancelAll",{"requestID":"a"}]          | a    | {}
                    ["cancelAll",{"requestid":"a"}]          | a    | {}
                    ["cancelAll",{"REQUESTID":"ä 1"}]        | ä 1  | {}
                    ["cancelAll",{"gameId":"x","Bet":1}]     | made | {"gameID":"x","bet":1}
                    ["cancelAll",{"ORDERIDS":[],"Other":1}]  | made | {"orderIDs":[],"Other":1}
                    ["cancelAll",{"requestID":""}]           | made | {}
                    ["cancelAll",{"requestID":null}]         | made | {}
                    ["cancelAll",{}]                         | made | {}
                    ["cancelAll",null]                       | made | {}
                    ["cancelAll"]                            | made | {}
                    """)
    void whatIsAsked(String text, String requestID, String fields) {
        assertThat(read(text)).isInstanceOf(Asked.class);
        Asked asked = (Asked) read(text);
        assertThat(asked.type()).isEqualTo("cancelAll");
        assertThat(asked.requestID()).matches(requestID.equals("made") ? MADE : requestID);
        asked.fields().remove("requestID");
        assertThat(asked.fields().toString()).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ["x",{"requestID":"a"},1]                | a    | invalid message
                    [7,{"requestID":"a"}]                    | a    | invalid message
                    [null,{}]                                | made | invalid message
                    []                                       | made | invalid message
                    ["x",[]]                                 | made | payload must be an object
                    ["x","text"]                             | made | payload must be an object
                    ["x",7]                                  | made | payload must be an object
                    ["x",{"requestID":7}]                    | made | requestID must be a string
                    ["x",{"requestID":{}}]                   | made | requestID must be a string
                    ["x",{"gameID":1,"gameId":2}]            | made | gameID must be there once
                    ["x",{"requestID":"a","bet":1,"BET":1}]  | a    | bet must be there once
                    """)
    void whatIsWrong(String text, String requestID, String error) {
        assertThat(read(text)).isInstanceOf(Malformed.class);
        Malformed bad = (Malformed) read(text);
        assertThat(bad.requestID()).matches(requestID.equals("made") ? MADE : requestID);
        assertThat(bad.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nothing",
                "{}",
                "null",
                "7",
                "\"cancelAll\"",
                "[\"cancelAll\",{}",
                "[\"cancelAll\",{}]]",
                "[\"cancelAll\",{}] []",
                "[\"cancelAll\",{\"mode\":\"latch\",\"mode\":null}]",
                "[\"cancelAll\",{\"requestTimeout\":NaN}]",
                "[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]",
            })
    void whatHasNoPlaceForAnId(String text) {
        assertThat(read(text)).isEqualTo(new Malformed(null, "invalid message"));
    }

    @Test
    void anIdHasAtMost256Characters() {
        String longest = "x".repeat(256);
        assertThat(read("[\"x\",{\"requestID\":\"" + longest + "\"}]"))
                .isInstanceOfSatisfying(
                        Asked.class, asked -> assertThat(asked.requestID()).isEqualTo(longest));
        assertThat(read("[\"x\",{\"requestID\":\"" + longest + "x\"}]"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        bad -> {
                            assertThat(bad.requestID()).matches(MADE);
                            assertThat(bad.error())
                                    .isEqualTo("requestID must have at most 256 characters");
                        });
    }

    private static SocketRequest read(String text) {
        return SocketRequest.read(Buffer.buffer(text));
    }
}
