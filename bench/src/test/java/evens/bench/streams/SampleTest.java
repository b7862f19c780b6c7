package evens.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    @ParameterizedTest
    @CsvSource({
        "5,                    0.5,  5",
        "5,                    0.99, 5",
        "1 2,                  0.5,  1",
        "1 2,                  0.51, 2",
        "3 1 2,                0.5,  2",
        "3 1 2,                1,    3",
        "-7 10 0,              0.3,  -7",
        "1 2 3 4 5 6 7 8 9 10, 0.9,  9",
        "1 2 3 4 5 6 7 8 9 10, 0.99, 10",
    })
    void aShareIsNotAboveItsQuantile(String values, double share, long quantile) {
        Sample sample = new Sample();
        Arrays.stream(values.split(" ", -1)).mapToLong(Long::parseLong).forEach(sample::add);
        assertThat(sample.quantile(share)).isEqualTo(quantile);
    }

    @Test
    void manyAreKept() {
        Sample sample = new Sample();
        for (int i = 1; i <= 5_000; i++) {
            sample.add(i * 1_000_000L);
        }
        assertThat(sample).hasToString("p50 2500.00 ms, p99 4950.00 ms (5,000)");
        assertThat(new Sample()).hasToString("nothing was measured");
    }
}
