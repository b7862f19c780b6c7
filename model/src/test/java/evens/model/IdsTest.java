package evens.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @EnumSource
    void aNumberComesBackFromItsIdInAnyCase(Ids kind) {
        for (long number : new long[] {1, 0xabcdef, 1L << 32, Long.MAX_VALUE, -1}) {
            String hex = kind.hex(number);
            assertThat(Ids.isWellFormed(hex)).isTrue();
            assertThat(hex).isEqualTo(hex.toLowerCase(Locale.ROOT));
            assertThat(kind.number(hex)).isEqualTo(number);
            assertThat(kind.number(hex.toUpperCase(Locale.ROOT))).isEqualTo(number);
        }
    }

    @Test
    void anIdOfAnotherKindIsNone() {
        for (Ids kind : Ids.values()) {
            for (Ids other : Ids.values()) {
                assertThat(other.number(kind.hex(7))).isEqualTo(kind == other ? 7 : Ids.NONE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "65b0a4d0000000000000000",
                "65b0a4d00000000000000000f",
                "65b0a4d0000000000000000g",
                "65b0a4d000000000 0000001",
                "65b0a4d0٠000000000000001",
                "-5b0a4d00000000000000001",
            })
    void isTwentyFourHexDigits(String id) {
        assertThat(Ids.isWellFormed(id)).isFalse();
    }
}
