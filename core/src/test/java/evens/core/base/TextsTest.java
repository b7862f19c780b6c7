package evens.core.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts(512);

    @Test
    void keepsACopyOfAnyLength() {
        byte[] text = new byte[600];
        for (int length = 1; length <= 512; length++) {
            Arrays.fill(text, (byte) length);
            byte[] kept = texts.keep(text, length);
            assertThat(kept).isNotNull().hasSizeBetween(length, Math.max(16, 2 * length - 1));
            assertThat(Arrays.copyOf(kept, length)).isEqualTo(Arrays.copyOf(text, length));
            texts.giveBack(kept);
        }
    }

    @Test
    void noTextIsNull() {
        assertThat(texts.keep(null, 0)).isNull();
        assertThat(texts.keep(new byte[5], 0)).isNull();
        texts.giveBack(null);
    }

    @Test
    void lendsAgainWhatWasGivenBack() {
        byte[] first = texts.keep(new byte[20], 20);
        byte[] second = texts.keep(new byte[20], 20);
        assertThat(second).isNotSameAs(first);
        texts.giveBack(first);
        assertThat(texts.keep(new byte[32], 32)).isSameAs(first);
    }
}
