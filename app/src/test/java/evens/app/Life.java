package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.RawResponse;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * An exchange on which everything is armed that only its state keeps, and which is killed again and
 * again before it can fire.
 */
final class Life implements AutoCloseable {
    private static final Duration SHORT_LEASE = Duration.ofSeconds(10);
    private static final Duration LONG_LEASE = Duration.ofSeconds(60);
    private static final int SHORT_DELAY = 10;
    private static final int LONG_DELAY = 60;
    private static final long MARGIN_MILLIS = 1_300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SNAPSHOT_COMMANDS = 2_000;
    private static final int AT_ONCE = 500;

    private final Venue venue;
    private final Player bystander;
    private final boolean snapshots;
    private final List<Kept> all = new ArrayList<>();
    private Tick last = new Tick(0, 0, 0);
    private int fired;

    /** A step that changes nothing, and the times between which it was asked for and answered. */
    private record Tick(long askedAt, long answeredAt, long sequence) {}

    /**
     * Starts the process.
     *
     * @param snapshots whether one is taken between arming and killing
     */
    Life(Path data, boolean snapshots) {
        this.snapshots = snapshots;
        String commands = Integer.toString(SNAPSHOT_COMMANDS);
        venue = new Venue(data, Map.of("EVENS_SNAPSHOT_COMMANDS", commands));
        bystander = venue.player("bystander", "1000");
    }

    /** Lives through three kills; whatever differs from what was armed is an error. */
    void live() {
        KeptExpiry early = new KeptExpiry(venue);
        all.add(early);
        armWhatStays();
        List<Kept> soon = armWhatIsDueSoon();
        kill(soon);

        KeptDelay delay = new KeptDelay(venue, LONG_DELAY);
        all.addAll(List.of(new KeptExpiry(venue), new KeptLease(venue, LONG_LEASE), delay));
        armWhatStays();
        List<Kept> down = new ArrayList<>(armWhatIsDueSoon());
        down.add(early);
        kill(down);
        assertThat(fired).as("what was due while the process was down").isGreaterThanOrEqualTo(4);
        kill(List.of());
        assertThat(delay.missed()).as("too slow to be back within a minute").isFalse();

        all.forEach(Kept::finish);
        assertThat(venue.operator().operator().trialBalance()).isEqualTo("0.000000");
        venue.server().stop();
        System.out.printf(
                "figure: killed between arming and firing, %s: %d things, %d fired while down%n",
                snapshots ? "with snapshots" : "from the log", all.size(), fired);
    }

    private void armWhatStays() {
        all.add(new KeptLatch(venue));
        all.add(new KeptEpoch(venue));
        all.add(new KeptPause(venue));
        all.add(new KeptAnswers(venue));
    }

    private List<Kept> armWhatIsDueSoon() {
        List<Kept> soon =
                List.of(new KeptLease(venue, SHORT_LEASE), new KeptDelay(venue, SHORT_DELAY));
        all.addAll(soon);
        return soon;
    }

    /** Kills the process, and lets it come back when these have been due. */
    private void kill(List<Kept> due) {
        long armed = tick().sequence();
        if (snapshots) {
            takeSnapshot(armed);
        }
        all.forEach(Kept::remember);
        long until = 0;
        for (Kept kept : due) {
            for (Due each : kept.dues()) {
                until = Math.max(until, each.latest() + MARGIN_MILLIS);
            }
        }
        last = tick();
        long end = until;
        venue.killAndRestart(() -> parkUntil(end));
        Tick first = tick();
        countSteps(first);
        long loaded = status().at("/snapshot/loadedSequence").longValue();
        assertThat(loaded >= armed).as("it comes from a snapshot: %d", loaded).isEqualTo(snapshots);
        all.forEach(kept -> kept.compare(first.askedAt()));
    }

    /** Between the two steps there are those of the deadlines, and no others. */
    private void countSteps(Tick first) {
        int certain = 0;
        int possible = 0;
        for (Kept kept : all) {
            for (Due due : kept.dues()) {
                boolean notBefore = !due.isPast(last.askedAt());
                boolean notAfter = !due.isAhead(first.answeredAt());
                boolean after = due.isAhead(last.answeredAt());
                possible += notBefore && notAfter ? 1 : 0;
                certain += after && due.isPast(first.askedAt()) ? 1 : 0;
            }
        }
        long steps = first.sequence() - last.sequence() - 1;
        assertThat(steps)
                .as("steps before the first command")
                .isBetween((long) certain, (long) possible);
        fired += certain;
    }

    private static void parkUntil(long millis) {
        for (long rest = millis - System.currentTimeMillis();
                rest > 0;
                rest = millis - System.currentTimeMillis()) {
            LockSupport.parkNanos(rest * 1_000_000);
        }
    }

    private Tick tick() {
        long askedAt = System.currentTimeMillis();
        RawResponse response =
                Wire.post(
                        venue.again(bystander),
                        "/user/ordersHeartbeat",
                        "{\"timeout\":0,\"off\":true}");
        Wire.data(response);
        return new Tick(askedAt, System.currentTimeMillis(), Wire.sequence(response));
    }

    /** So many commands that a snapshot follows, with all that was armed in it. */
    private void takeSnapshot(long armed) {
        Player now = venue.again(bystander);
        HttpClient http = HttpClient.newHttpClient();
        try (SocketCalls socket = new SocketCalls(http, venue.server().base(), now.token())) {
            for (int i = 0; i < SNAPSHOT_COMMANDS; i += AT_ONCE) {
                List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
                for (int j = 0; j < AT_ONCE; j++) {
                    answers.add(socket.ask("cancelAll", ""));
                }
                answers.forEach(CompletableFuture::join);
            }
        }
        Await.until(
                PATIENCE,
                () -> "a snapshot: " + status(),
                () -> status().at("/snapshot/lastSequence").longValue() >= armed);
    }

    private JsonNode status() {
        return venue.operator().operator().status(false);
    }

    @Override
    public void close() {
        venue.close();
    }
}
