package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.model.Event.OrderMatched;
import evens.model.History;
import evens.model.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was matched hour by hour, as the history has it. */
class HourlyVolumeTest {
    private static final long HOUR = 3_600_000;

    private final LittleExchange exchange = LittleExchange.of(3, 600);
    private final long first = exchange.steps.getFirst().timeMillis() / HOUR;
    @TempDir private Path temporary;

    private Path folder() {
        return temporary.resolve("history");
    }

    /** Both stakes of the matches from one hour to another, by the events. */
    private Map<Long, Long> matched(long from, long to) {
        Map<Long, Long> volumes = new TreeMap<>();
        for (Step step : exchange.steps) {
            long hour = step.timeMillis() / HOUR;
            for (var event : step.events()) {
                if (event instanceof OrderMatched match && hour >= from && hour < to) {
                    volumes.merge(hour, match.maker().stake() + match.taker().stake(), Long::sum);
                }
            }
        }
        return volumes;
    }

    /** From which hour to which, counted from the first one. */
    @ParameterizedTest
    @CsvSource({"0, 7", "1, 3", "2, 3", "2, 2", "-9, 1", "5, 900", "900, 901", "0, 0"})
    void hours(long from, long to) throws Exception {
        try (SqlHistory history = Histories.open(folder())) {
            history.apply(history.readApplied(), exchange.steps.subList(0, 300));
            history.apply(history.readApplied(), exchange.steps.subList(300, 600));
            assertThat(await(history.volumeByHour(first + from, first + to)))
                    .isEqualTo(matched(first + from, first + to));
        }
        assertThat(matched(first, first + 7)).hasSizeGreaterThan(5);
    }

    /** One that was written before there were hours gets them from its matches. */
    @Test
    void anOlderHistory() throws Exception {
        Map<String, List<Map<String, Object>>> expected =
                Histories.rowsOf(temporary.resolve("expected"), exchange.steps);
        Histories.rowsOf(folder(), exchange.steps.subList(0, 450));
        Sql.execute(DatabaseKind.HISTORY, folder(), "drop table hourly_volume");
        Sql.execute(
                DatabaseKind.HISTORY,
                folder(),
                "delete from \"flyway_schema_history\" where \"version\" = '2'");

        try (SqlHistory history = Histories.open(folder())) {
            assertThat(history.applied()).isEqualTo(450);
            history.apply(history.readApplied(), exchange.steps.subList(450, 600));
        }

        assertThat(Histories.rows(folder())).isEqualTo(expected);
        assertThat(expected.get("hourly_volume")).hasSizeGreaterThan(5);
    }

    @Test
    void aHistoryThatIsClosedSaysSo() {
        SqlHistory history = Histories.open(folder());
        history.close();
        assertThatThrownBy(() -> await(history.volumeByHour(0, 1)))
                .hasCauseInstanceOf(History.Unavailable.class);
    }
}
