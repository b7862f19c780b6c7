package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0-0", "1700000000123-9", "999999999999999999-999999999999999999"})
    void isAnId(String text) {
        assertThat(MessageId.isOne(text)).isTrue();
        assertThat(MessageId.of(text).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1-",
                "-1",
                "1--1",
                "1-2-3",
                "a-1",
                "1-a",
                " 1-1",
                "1-1 ",
                "+1-1",
                "1.0-1",
                "1-1e3",
                "0x1-1",
                "\u0661-1",
                "1000000000000000000-1",
                "1-1000000000000000000"
            })
    void isNone(String text) {
        assertThat(MessageId.isOne(text)).isFalse();
    }

    @Test
    void idsAreComparedAsNumbersPartByPart() {
        String[] inOrder = {"0-0", "0-1", "9-2", "10-1", "10-9", "10-10", "100-1"};
        for (int i = 0; i < inOrder.length; i++) {
            for (int j = 0; j < inOrder.length; j++) {
                assertThat(MessageId.of(inOrder[i]).compareTo(MessageId.of(inOrder[j])))
                        .isEqualTo(Integer.compare(i, j));
            }
            assertThat(MessageId.of(inOrder[i])).isLessThan(MessageId.END);
        }
    }
}
