package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.wire.SocketAnswer.Done;
import evens.edge.wire.SocketAnswer.Failed;
import evens.edge.wire.SocketAnswer.Truth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonGenerator;

/** The bytes of an answer, whole and in pieces. */
final class SocketPiecesTest {
    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "500,1", "501,2", "1000,2", "1001,3"})
    void aLongListComesInPieces(int rows, int pieces) {
        List<String> all = pieces(new Done("a\"b", true, rows(rows), new Truth(7, 3)));
        String numbers =
                IntStream.range(0, rows).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(all).hasSize(pieces);
        assertThat(String.join("", all))
                .isEqualTo(
                        "{\"requestID\":\"a\\\"b\",\"data\":["
                                + numbers
                                + "],\"sequence\":7,\"epoch\":3}");
    }

    @Test
    void oneThingIsNoList() {
        assertThat(pieces(new Done("a", false, rows(1), new Truth(7, 0))))
                .containsExactly("{\"requestID\":\"a\",\"data\":0,\"sequence\":7,\"epoch\":0}");
    }

    @Test
    void anErrorMayHaveAClassAndAnId() {
        assertThat(pieces(new Failed("a", "no", "system_error")))
                .containsExactly(
                        "{\"requestID\":\"a\",\"error\":\"no\",\"error_type\":\"system_error\"}");
        assertThat(pieces(new Failed(null, "no", null))).containsExactly("{\"error\":\"no\"}");
    }

    private static List<Consumer<JsonGenerator>> rows(int count) {
        return IntStream.range(0, count)
                .<Consumer<JsonGenerator>>mapToObj(i -> out -> out.writeNumber(i))
                .toList();
    }

    private static List<String> pieces(SocketAnswer answer) {
        SocketPieces pieces = new SocketPieces(answer);
        List<String> all = new ArrayList<>();
        while (!pieces.hasEnded()) {
            assertThat(pieces.isNew()).isEqualTo(all.isEmpty());
            all.add(new String(pieces.next(), StandardCharsets.UTF_8));
        }
        return all;
    }
}
