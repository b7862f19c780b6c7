package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A subscriber of the price feed, who keeps what its books were at every heartbeat. It may be slow,
 * and it may lose frames; then it begins anew with an image.
 */
final class PriceReader implements Callable<PriceReader> {
    /** Where an image comes from: the books of all leagues. */
    static final String IMAGE = "/exchange/v2/getOrderbook?league=upcoming";

    private final URI base;
    private final Player player;
    private final Interest interest;
    private final Habit habit;
    private final LongAdder checks;
    private final LongSupplier lastStep;
    private final PriceBook book;
    private final Random random;
    private final List<Seen> seen = new ArrayList<>();
    private long from;
    private long epoch;
    private int changes;
    private int lost;
    private int noticed;
    private int missing;

    /**
     * How it reads.
     *
     * @param pause behind each frame
     * @param lostOfThousand how many frames it loses
     */
    record Habit(Duration pause, int lostOfThousand) {
        static final Habit QUICK = new Habit(Duration.ZERO, 0);
        static final Habit SLOW = new Habit(Duration.ofMillis(4), 0);
        static final Habit CARELESS = new Habit(Duration.ZERO, 5);
    }

    /** Its books when it was told that it had been told everything up to this step. */
    record Seen(long sequence, PriceBook book) {}

    /**
     * Somebody who has not begun to read.
     *
     * @param checks counts what it has kept
     * @param lastStep the step behind which it need not read on, once that is known
     */
    PriceReader(
            URI base,
            Player player,
            Interest interest,
            Habit habit,
            LongAdder checks,
            LongSupplier lastStep) {
        this.base = base;
        this.player = player;
        this.interest = interest;
        this.habit = habit;
        this.checks = checks;
        this.lastStep = lastStep;
        this.book = new PriceBook(player.id(), interest);
        this.random = new Random(player.username().hashCode());
    }

    /** Reads until a heartbeat says that it knows the last step. */
    @Override
    public PriceReader call() throws IOException {
        try (PlainSocket socket = open()) {
            subscribe(socket);
            begin();
            while (!isOver()) {
                hear(next(socket));
                LockSupport.parkNanos(habit.pause().toNanos());
            }
        }
        return this;
    }

    /** Who is slow has little that was sent and not read. */
    private PlainSocket open() throws IOException {
        String target = "/price-stream?heartbeat=1";
        return isSlow()
                ? PlainSocket.lazy(base, target, player.token())
                : PlainSocket.open(base, target, player.token());
    }

    /** Frames of other games may come until the subscription is acknowledged. */
    private void subscribe(PlainSocket socket) throws IOException {
        String command = interest.command();
        if (command == null) {
            return;
        }
        socket.text(command);
        for (PriceFrame frame = next(socket);
                !frame.type().equals("subscribed");
                frame = next(socket)) {
            if (frame.type().equals("orderUpdate")) {
                epoch = frame.number("epoch");
            }
        }
    }

    private boolean isOver() {
        return !seen.isEmpty() && seen.getLast().sequence() >= lastStep.getAsLong();
    }

    private static PriceFrame next(PlainSocket socket) throws IOException {
        PlainSocket.Frame frame = socket.next();
        assertThat(frame.type()).as(frame.data()).isEqualTo(PlainSocket.TEXT);
        return PriceFrame.of(frame.text());
    }

    private void begin() {
        RawResponse image = Wire.get(player, IMAGE);
        book.begin(image);
        from = from == 0 ? Wire.sequence(image) : from;
    }

    private void hear(PriceFrame frame) {
        switch (frame.type()) {
            case "orderUpdate" -> change(frame);
            case "heartbeat" -> {
                if (missing == 0 && book.covers(frame.sequence())) {
                    seen.add(new Seen(frame.sequence(), book.copy()));
                    checks.increment();
                }
            }
            default -> book.replace(frame);
        }
    }

    private void change(PriceFrame frame) {
        if (random.nextInt(1_000) < habit.lostOfThousand()) {
            lost++;
            missing++;
            return;
        }
        changes++;
        long skipped = frame.number("epoch") - epoch - 1;
        epoch += skipped + 1;
        assertThat(skipped)
                .as("frames that are missing before %s", frame.text())
                .isEqualTo(missing);
        if (skipped > 0) {
            noticed += missing;
            missing = 0;
            begin();
        }
        book.replace(frame);
    }

    boolean isSlow() {
        return !habit.pause().isZero();
    }

    List<Seen> seen() {
        return seen;
    }

    /** The first step that it was told about. */
    long from() {
        return from;
    }

    /** Frames with a ladder that it read. */
    int changes() {
        return changes;
    }

    int lost() {
        return lost;
    }

    /** Lost frames that it noticed; not those at the very end. */
    int noticed() {
        return noticed;
    }

    /** Lost frames behind which none has come. */
    int missing() {
        return missing;
    }
}
