package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as JSON at all. */
final class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "{\"a\":1,}",
                "// c\n{}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":123456789012345678901234567890123}",
                "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"
            })
    void notJson(String text) {
        assertThat(Json.read(Buffer.buffer(text))).isNull();
    }

    @Test
    void notUtf8() {
        assertThat(Json.read(Buffer.buffer(new byte[] {'"', (byte) 0xC3, '"'}))).isNull();
    }

    @Test
    void onlyUtf8() {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_32LE,
                        StandardCharsets.UTF_32BE)) {
            assertThat(Json.read(Buffer.buffer("{}".getBytes(charset)))).as("%s", charset).isNull();
        }
    }

    @Test
    void fractionsAreExact() {
        BigDecimal read =
                Objects.requireNonNull(Json.read(Buffer.buffer("0.1000000000000000055")))
                        .decimalValue();
        assertThat(read).isEqualByComparingTo("0.1000000000000000055");
    }
}
