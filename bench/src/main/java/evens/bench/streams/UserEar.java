package evens.bench.streams;

import evens.client.Heartbeat;
import evens.client.UserFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Listens to one user socket. */
final class UserEar implements Consumer<UserFrame> {
    private final List<Match> matches = new ArrayList<>();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong sequence = new AtomicLong();

    /**
     * A frame about a match.
     *
     * @param wagerRequest of whom it was sent to
     * @param logMillis the log's time of the match
     * @param nanos when it came, by the clock of this process
     */
    record Match(String wagerRequest, boolean taker, long logMillis, long nanos) {}

    @Override
    public void accept(UserFrame frame) {
        long now = System.nanoTime();
        frames.incrementAndGet();
        switch (frame) {
            case UserFrame.Message message -> {
                if (message.matched().isObject()) {
                    add(match(message, now));
                }
            }
            case Heartbeat heartbeat -> sequence.set(heartbeat.sequence());
            case UserFrame.Opening _ -> {}
        }
    }

    private static Match match(UserFrame.Message message, long now) {
        return new Match(
                message.matched().required("wagerRequestID").asString(),
                message.json().required("origin").asString().equals("wager"),
                message.id().millis(),
                now);
    }

    private synchronized void add(Match match) {
        matches.add(match);
    }

    synchronized List<Match> matches() {
        return List.copyOf(matches);
    }

    long frames() {
        return frames.get();
    }

    /** Everything up to this step has come. */
    long sequence() {
        return sequence.get();
    }
}
