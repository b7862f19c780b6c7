package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.client.EvensClient;
import evens.client.RawResponse;
import evens.core.Exchange;
import evens.core.RecordedEvents;
import evens.edge.EdgePorts;
import evens.edge.EdgeServer;
import evens.edge.EdgeSettings;
import evens.edge.limits.LimitSettings;
import evens.edge.rest.MatchedVolume;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.History;
import evens.model.HistoryStatus;
import evens.model.Ids;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.NodeStatus;
import evens.model.OrderType;
import evens.model.Participant;
import evens.model.PastOrder;
import evens.model.RecordedFeed;
import evens.model.Side;
import evens.model.Step;
import evens.store.CatchingUp;
import evens.store.PasswordCost;
import evens.store.SqlHistory;
import evens.store.SqlIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What was matched from day to day, by a history and a view of which each knows a part: around the
 * night in which clocks go forward on the US east coast.
 */
class MatchedVolumeTest {
    private static final Instant NOW = Instant.parse("2025-03-11T16:00:00Z");

    /**
     * Each a match of that many dollars, and the day it belongs to; half of them are the maker's.
     */
    private static final List<String[]> MATCHES =
            Table.rows(
                    """
                    2025-03-08T04:59:59.999Z | 2   | 7th
                    2025-03-08T05:00:00.000Z | 4   | 8th
                    2025-03-09T04:59:59.999Z | 8   | 8th
                    2025-03-09T05:00:00.000Z | 16  | 9th, which has 23 hours
                    2025-03-10T03:59:59.999Z | 32  | 9th
                    2025-03-10T04:00:00.000Z | 64  | 10th
                    2025-03-11T03:59:59.999Z | 128 | 10th
                    2025-03-11T04:00:00.000Z | 256 | 11th, which is today
                    2025-03-11T15:30:00.000Z | 512 | 11th
                    """);

    private final Exchange exchange = new Exchange(100);
    private final RecordedEvents events = new RecordedEvents();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> begin = new ArrayList<>();
    private final View view = new View();
    @TempDir private Path folder;

    @BeforeEach
    void trade() {
        Instant start = Instant.parse("2025-03-08T00:00:00Z");
        apply(start, new Command.CreateLeague("NHL", "hockey", 0));
        apply(start, new Command.CreateGame(game(), GameState.OPEN));
        for (long account : List.of(1L, 2L)) {
            apply(
                    start,
                    new Command.OpenAccount(
                            account, 0, Money.MAX_AMOUNT, 10_000, 100_000 * Money.DOLLAR));
        }
        begin.addAll(steps);
        steps.clear();
        for (String[] match : MATCHES) {
            Instant at = Instant.parse(match[0]);
            long stake = Long.parseLong(match[1]) * Money.DOLLAR / 2;
            apply(at.minusMillis(1), new Command.PlaceOrders(1, List.of(order(12, stake))));
            apply(at, new Command.PlaceOrders(2, List.of(order(11, stake))));
        }
        assertThat(steps).hasSize(2 * MATCHES.size());
    }

    private static GameTerms game() {
        return new GameTerms(
                7,
                "NHL",
                Ids.NONE,
                Instant.parse("2030-01-01T00:00:00Z").toEpochMilli(),
                new Participant(11, "Away", "A", ""),
                new Participant(12, "Home", "H", ""),
                "A VS H",
                "",
                "Full Time",
                false,
                false,
                false,
                false);
    }

    private static NewOrder order(long participant, long stake) {
        return new NewOrder(
                7,
                MarketType.MONEYLINE,
                Side.PARTICIPANT,
                participant,
                0,
                0,
                stake,
                OrderType.LIMIT,
                0,
                null);
    }

    private void apply(Instant at, Command command) {
        exchange.apply(command, at.toEpochMilli(), events);
        steps.add(new Step(begin.size() + steps.size() + 1L, at.toEpochMilli(), events.take()));
    }

    /** How many matches the history has, and with which one the view begins. */
    private SqlHistory know(int inHistory, int firstInView) {
        begin.forEach(view::stepped);
        steps.subList(2 * (firstInView - 1), steps.size()).forEach(view::stepped);
        SqlHistory history = SqlHistory.open(folder, 1);
        List<Step> written = new ArrayList<>(begin);
        written.addAll(steps.subList(0, 2 * inHistory));
        assertThat(new CatchingUp(history, feed(written), written.size()).advance()).isTrue();
        return history;
    }

    private static RecordedFeed feed(List<Step> steps) {
        return new RecordedFeed() {
            @Override
            public List<Step> steps(long from, int most) {
                return steps.stream().filter(step -> step.sequence() >= from).limit(most).toList();
            }

            @Override
            public void keepFrom(long sequence) {}

            @Override
            public long last() {
                return steps.getLast().sequence();
            }

            @Override
            public Messages messages(long account, long from) {
                return _ -> List.of();
            }
        };
    }

    private MatchedVolume volume(History history) {
        return new MatchedVolume(view, history, InstantSource.fixed(NOW), Duration.ofMillis(50));
    }

    private Sequenced<Long> between(History history, String first, String last) {
        return volume(history)
                .between(LocalDate.parse(first), LocalDate.parse(last))
                .toCompletableFuture()
                .join();
    }

    /** Whichever of the two has a match, it counts, and it counts once. */
    @ParameterizedTest(name = "{0} in the history, from the {1}th in the view")
    @CsvSource({"9, 1", "4, 1", "9, 5", "9, 8", "8, 8", "7, 6", "6, 7"})
    void days(int inHistory, int firstInView) {
        try (SqlHistory history = know(inHistory, firstInView)) {
            for (String[] row :
                    Table.rows(
                            """
                            2025-03-07 | 2025-03-07 | 2
                            2025-03-08 | 2025-03-08 | 12
                            2025-03-09 | 2025-03-09 | 48
                            2025-03-10 | 2025-03-10 | 192
                            2025-03-11 | 2025-03-11 | 768
                            2025-03-08 | 2025-03-10 | 252
                            2025-03-09 | 2025-03-11 | 1008
                            2025-03-10 | 2029-12-31 | 960
                            2025-03-11 | 2025-03-12 | 768
                            2025-03-12 | 2025-03-12 | 0
                            2030-01-01 | 2031-01-01 | 0
                            2000-02-29 | 2025-03-06 | 0
                            0000-01-01 | 9999-12-31 | 1022
                            """)) {
                assertThat(between(history, row[0], row[1]))
                        .as("%s to %s", row[0], row[1])
                        .isEqualTo(
                                new Sequenced<>(
                                        Long.parseLong(row[2]) * Money.DOLLAR, view.sequence()));
            }
        }
    }

    /** It remembers 48 hours, the one of the newest match with them. */
    @Test
    void theViewForgets() {
        know(0, 1).close();
        long newest = Instant.parse("2025-03-11T15:30:00Z").getEpochSecond() / 3_600;
        assertThat(view.volumeByHour(0, Long.MAX_VALUE))
                .hasSize(5)
                .allSatisfy((hour, _) -> assertThat(hour).isGreaterThan(newest - 48));
    }

    @Test
    void onlyDaysBeforeTodayNeedAHistory() {
        SqlHistory closed = know(9, 1);
        closed.close();
        assertThat(between(closed, "2025-03-11", "2025-03-20").rows())
                .isEqualTo(768 * Money.DOLLAR);
        assertThat(between(closed, "2025-03-12", "2025-03-20").rows()).isZero();
        assertThatThrownBy(() -> between(closed, "2025-03-10", "2025-03-11"))
                .hasCauseInstanceOf(History.Unavailable.class);
    }

    @Test
    void patienceEnds() {
        know(9, 1).close();
        assertThatThrownBy(() -> between(SILENT, "2025-03-10", "2025-03-11"))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    /** One whose disk does not answer any more. */
    private static final History SILENT =
            new History() {
                @Override
                public CompletionStage<@Nullable PastOrder> order(long id) {
                    return new CompletableFuture<>();
                }

                @Override
                public CompletionStage<Map<Long, Long>> volumeByHour(long from, long to) {
                    return new CompletableFuture<>();
                }

                @Override
                public long applied() {
                    return 0;
                }
            };

    @Test
    void aClientIsToldToComeAgain() {
        SqlHistory closed = know(9, 1);
        closed.close();
        try (SqlIdentity identity = SqlIdentity.open(folder, 1, PasswordCost.SMALLEST);
                EdgeServer server = EdgeServer.start(SETTINGS, ports(identity, closed))) {
            EvensClient client = new EvensClient(URI.create("http://127.0.0.1:" + server.port()));
            String query = "/exchange/getMatchedVolume?startDate=2025-03-10&endDate=2025-03-";
            RawResponse response = client.raw("GET", query + "11", Map.of(), null);
            assertThat(response.status()).as(response.body()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
            ErrorBody.object(response, "Network Error");
        }
    }

    private static final EdgeSettings SETTINGS =
            new EdgeSettings("127.0.0.1", 0, null, LimitSettings.STANDARD, false, true, "test");

    private EdgePorts ports(SqlIdentity identity, SqlHistory history) {
        return new EdgePorts(
                OpenApiTest.CLOSED,
                identity,
                history,
                view,
                OpenApiTest.NOTHING,
                () -> new NodeStatus("leader", 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
                () -> new HistoryStatus(0, 0, 0, null));
    }
}
