package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.model.History;
import evens.model.HistoryStatus;
import evens.model.PastOrder;
import evens.model.Step;
import evens.store.Projector.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same steps lead to the same rows, whatever happens to the projector and its database. */
class ProjectorTest {
    private static final int STEPS = 1_500;

    private final LittleExchange exchange = LittleExchange.of(42, STEPS);
    @TempDir private Path temporary;

    private Path folder() {
        return temporary.resolve("history");
    }

    /** What the rows should be, by a fold in one go. */
    private Map<String, List<Map<String, Object>>> expected() {
        return Histories.rowsOf(temporary.resolve("expected"), exchange.steps);
    }

    /** Runs a projector until the feed's last step is on disk. */
    private static void project(Path folder, StepFeed feed) throws InterruptedException {
        try (SqlHistory history = Histories.open(folder);
                Projector _ = Projector.start(history, feed, Histories.FAST)) {
            feed.awaitKept(feed.last() + 1);
        }
    }

    private static HistoryStatus awaitStatus(
            Projector projector, Predicate<HistoryStatus> condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            HistoryStatus status = projector.status();
            if (condition.test(status)) {
                return status;
            }
            assertThat(System.nanoTime()).as("%s", status).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void theRowsAreWhatTheExchangeSaid() throws Exception {
        StepFeed feed = new StepFeed(exchange.steps, true);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, Histories.FAST)) {
            feed.awaitKept(STEPS + 1);
            assertThat(history.applied()).isEqualTo(STEPS);
            assertThat(projector.status()).isEqualTo(new HistoryStatus(STEPS, STEPS, 0, null));
            List<PastOrder> found = new ArrayList<>();
            for (long id : exchange.orders.keySet()) {
                found.add(await(history.order(id)));
            }
            assertThat(found).containsExactlyElementsOf(exchange.orders.values());
            assertThat(found).hasSizeGreaterThan(1_000).anyMatch(order -> order.ending() == null);
            assertThat(await(history.order(1))).isNull();
        }
        Map<String, List<Map<String, Object>>> rows = Histories.rows(folder());
        assertThat(rows.get("accounts"))
                .extracting(row -> List.of(row.get("balance"), row.get("liability")))
                .containsExactlyElementsOf(
                        List.<List<Object>>copyOf(
                                exchange.balanceAndLiability.values().stream()
                                        .map(List::<Object>copyOf)
                                        .toList()));
        assertThat(rows.get("fills")).hasSizeGreaterThan(1_000);
    }

    /** By another road than the fold's: what an order has filled is the sum of its halves. */
    @Test
    void theTablesAgree() throws Exception {
        project(folder(), new StepFeed(exchange.steps, true));
        try (Database database = Database.open(DatabaseKind.HISTORY, folder())) {
            assertThat(
                            count(
                                    database,
                                    """
                                    select count(*) from orders o
                                    where filled <> coalesce(
                                            (select sum(stake) from fills f where f.order_id = o.id), 0)
                                    """))
                    .isZero();
            assertThat(
                            count(
                                    database,
                                    """
                                    select count(*) from fills m
                                    join fills t on t.transaction = m.transaction
                                    where m.maker and not t.maker
                                      and m.stake = t.win and m.win = t.stake and m.line = -t.line
                                      and m.account <> t.account
                                    """))
                    .isEqualTo(count(database, "select count(*) / 2 from fills"));
            assertThat(
                            count(
                                    database,
                                    """
                                    select count(*) from hourly_volume h
                                    where volume = (select sum(stake) from fills f
                                                    where f.matched_at_millis >= utc_hour * 3600000
                                                      and f.matched_at_millis < (utc_hour + 1) * 3600000)
                                    """))
                    .isEqualTo(count(database, "select count(*) from hourly_volume"))
                    .isGreaterThan(10);
            assertThat(count(database, "select sum(volume) from hourly_volume"))
                    .isEqualTo(count(database, "select sum(stake) from fills"));
        }
    }

    private static long count(Database database, String query) {
        return database.run(sql -> sql.createQuery(query).mapTo(long.class).one());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, STEPS - 1})
    void howeverTheyAreCut(int most) {
        try (SqlHistory history = Histories.open(folder())) {
            for (int i = 0; i < STEPS; i += most) {
                history.apply(
                        history.readApplied(),
                        exchange.steps.subList(i, Math.min(STEPS, i + most)));
            }
        }
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    /** Stopped in the middle again and again, while the feed forgets whatever it may. */
    @Test
    void howeverOftenItIsStopped() throws Exception {
        StepFeed feed = new StepFeed(List.of(), true);
        Random random = new Random(7);
        int given = 0;
        while (given < STEPS) {
            int more = Math.min(STEPS, given + random.nextInt(1, 150));
            feed.add(exchange.steps.subList(given, more));
            long already = feed.kept();
            try (SqlHistory history = Histories.open(folder());
                    Projector _ = Projector.start(history, feed, Histories.pace(11))) {
                feed.awaitKept(random.nextLong(Math.max(1, already), more + 2L));
            }
            given = more;
        }
        project(folder(), feed);
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    @Test
    void setBackToAnOlderCopyOfItsFile() throws Exception {
        StepFeed feed = new StepFeed(exchange.steps.subList(0, 600), false);
        project(folder(), feed);
        Path file = DatabaseKind.HISTORY.file(folder());
        Path copy = temporary.resolve("copy");
        Files.copy(file, copy);
        feed.add(exchange.steps.subList(600, STEPS));
        project(folder(), feed);

        Files.delete(file);
        Files.copy(copy, file);
        try (SqlHistory history = Histories.open(folder())) {
            assertThat(history.applied()).isEqualTo(600);
        }
        project(folder(), feed);
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    /** What comes while it runs is written, and the feed may forget it. */
    @Test
    void followsTheFeed() throws Exception {
        StepFeed feed = new StepFeed(List.of(), true);
        try (SqlHistory history = Histories.open(folder());
                Projector _ = Projector.start(history, feed, Histories.FAST)) {
            for (int given = 0; given < STEPS; given += 100) {
                feed.add(exchange.steps.subList(given, given + 100));
                feed.awaitKept(given + 101);
                assertThat(history.applied()).isEqualTo(given + 100);
            }
        }
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    @Test
    void aFeedThatBeginsLateLeavesTheHistoryIncomplete() throws Exception {
        StepFeed feed = new StepFeed(exchange.steps.subList(299, STEPS), true);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, Histories.FAST)) {
            feed.awaitKept(STEPS + 1);
            assertThat(projector.status())
                    .isEqualTo(new HistoryStatus(STEPS, STEPS, 300, null))
                    .extracting(HistoryStatus::notice)
                    .isEqualTo("The history is incomplete before step 300.");
        }
        assertThat(Histories.rows(folder()))
                .isEqualTo(
                        Histories.rowsOf(
                                temporary.resolve("late"), exchange.steps.subList(299, STEPS)));
        try (SqlHistory history = Histories.open(folder())) {
            assertThat(history.incompleteBefore()).isEqualTo(300);
        }
    }

    @Test
    void anOlderDatabaseThanTheFeedReachesBackTo() throws Exception {
        project(folder(), new StepFeed(exchange.steps.subList(0, 400), true));
        StepFeed feed = new StepFeed(exchange.steps.subList(700, STEPS), true);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, Histories.FAST)) {
            feed.awaitKept(STEPS + 1);
            assertThat(projector.status()).isEqualTo(new HistoryStatus(STEPS, STEPS, 701, null));
        }
    }

    /** A feed that lost its end to a kill gets it back from the log: nothing is missing then. */
    @Test
    void waitsForAFeedThatIsBehind() throws Exception {
        project(folder(), new StepFeed(exchange.steps.subList(0, 400), false));
        StepFeed feed = new StepFeed(exchange.steps.subList(0, 350), false);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, Histories.FAST)) {
            assertThat(projector.status().lag()).isZero();
            feed.add(exchange.steps.subList(350, 390));
            assertThat(projector.status()).isEqualTo(new HistoryStatus(400, 390, 0, null));
            feed.add(exchange.steps.subList(390, STEPS));
            feed.awaitKept(STEPS + 1);
        }
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    @Test
    void doesNotMixTwoLogs() throws Exception {
        project(folder(), new StepFeed(exchange.steps.subList(0, 400), false));
        Map<String, List<Map<String, Object>>> before = Histories.rows(folder());
        StepFeed other = new StepFeed(List.of(), false);
        for (Step step : exchange.steps) {
            other.add(List.of(new Step(step.sequence(), step.timeMillis() + 1, step.events())));
        }
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, other, Histories.FAST)) {
            HistoryStatus status = awaitStatus(projector, now -> now.trouble() != null);
            assertThat(status.notice())
                    .startsWith("Step 400 of the history is not the one of the recorded feed");
            assertThat(status.lag()).isEqualTo(STEPS - 400);
            assertThat(other.kept()).as("nothing is forgotten").isEqualTo(401);
        }
        assertThat(Histories.rows(folder())).isEqualTo(before);
    }

    /** The table is away for a while: it says so, loses nothing, and goes on by itself. */
    @Test
    void outlivesADatabaseThatFails() throws Exception {
        StepFeed feed = new StepFeed(exchange.steps.subList(0, 300), true);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, Histories.FAST)) {
            feed.awaitKept(301);
            Sql.execute(DatabaseKind.HISTORY, folder(), "alter table fills rename to elsewhere");
            feed.add(exchange.steps.subList(300, STEPS));
            HistoryStatus status = awaitStatus(projector, now -> now.trouble() != null);
            assertThat(status.trouble())
                    .startsWith("The history can not be written: ")
                    .containsIgnoringCase("fills")
                    .doesNotContain("\n");
            assertThat(status.lag()).isPositive();
            assertThat(status.applied()).isEqualTo(feed.kept() - 1);

            Sql.execute(DatabaseKind.HISTORY, folder(), "alter table elsewhere rename to fills");
            feed.awaitKept(STEPS + 1);
            awaitStatus(projector, now -> now.trouble() == null);
        }
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    /** The database ends as in a crash, several times, and loses what it had not on disk. */
    @Test
    void outlivesADatabaseThatCrashes() throws Exception {
        StepFeed feed = new StepFeed(exchange.steps, true);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, Histories.pace(3))) {
            for (int at = 200; at < STEPS; at += 60) {
                feed.awaitKept(at);
                Sql.crash(DatabaseKind.HISTORY, folder());
            }
            feed.awaitKept(STEPS + 1);
            assertThat(projector.status().incompleteBefore()).isZero();
        }
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    /** Nothing was synced, so the feed has kept all that the crash takes. */
    @Test
    void readsAgainWhatACrashTook() throws Exception {
        Pace unsynced =
                new Pace(
                        20,
                        Duration.ofMillis(1),
                        Duration.ofHours(1),
                        Duration.ofMillis(1),
                        Duration.ofMillis(1));
        StepFeed feed = new StepFeed(List.of(), true);
        try (SqlHistory history = Histories.open(folder());
                Projector projector = Projector.start(history, feed, unsynced)) {
            for (int given = 0; given < STEPS; given += 300) {
                feed.add(exchange.steps.subList(given, given + 300));
                long all = given + 300L;
                awaitStatus(projector, now -> now.applied() == all && now.trouble() == null);
                if (all < STEPS) {
                    Sql.crash(DatabaseKind.HISTORY, folder());
                }
            }
            assertThat(feed.kept()).isEqualTo(1);
        }
        assertThat(Histories.rows(folder())).isEqualTo(expected());
    }

    @Test
    void nothingIsWrittenFromSomewhereElse() {
        try (SqlHistory history = Histories.open(folder())) {
            Applied begin = history.readApplied();
            history.apply(begin, exchange.steps.subList(0, 10));
            assertThatThrownBy(() -> history.apply(begin, exchange.steps.subList(0, 10)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The history is not at step 0 any more.");
            assertThatThrownBy(() ->
                            history.apply(history.readApplied(), exchange.steps.subList(9, 11)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(history.readApplied().sequence()).isEqualTo(10);
        }
    }

    @Test
    void aQuestionToAClosedHistoryFails() {
        SqlHistory history = Histories.open(folder());
        history.close();
        @Nullable Throwable failure = history.order(1).toCompletableFuture().exceptionNow();
        assertThat(failure).isInstanceOf(History.Unavailable.class);
    }

    @Test
    void refusesTheHistoryOfAnotherExchange() {
        Histories.open(folder()).close();
        assertThatThrownBy(() -> SqlHistory.open(folder(), 7))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageStartingWith("The history database ")
                .hasMessageContaining("belongs to exchange 0123456789abcdef");
    }
}
