package evens.bench.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Listens to one price socket, and reads no more of a frame than it needs: there are many, and what
 * is measured is the exchange.
 */
final class PriceEar implements Consumer<String> {
    private static final String LADDER = "[\"orderUpdate\"";
    private static final String HEARTBEAT = "[\"heartbeat\"";

    private final boolean exact;
    private final Map<String, List<Heard>> heard = new HashMap<>();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong ladders = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();
    private final AtomicLong sequence = new AtomicLong();

    /** A frame of a ladder: what it contains, and when it came. */
    private record Heard(long sequence, long nanos) {}

    /**
     * An ear.
     *
     * @param exact whether it remembers when which ladder came
     */
    PriceEar(boolean exact) {
        this.exact = exact;
    }

    @Override
    public void accept(String frame) {
        long now = System.nanoTime();
        frames.incrementAndGet();
        characters.addAndGet(frame.length());
        if (frame.startsWith(LADDER)) {
            ladders.incrementAndGet();
            if (exact) {
                String ladder =
                        Done.ladder(text(frame, "\"gameID\":"), text(frame, "\"participantID\":"));
                remember(ladder, new Heard(number(frame), now));
            }
        } else if (frame.startsWith(HEARTBEAT)) {
            sequence.set(number(frame));
        }
    }

    private synchronized void remember(String ladder, Heard one) {
        heard.computeIfAbsent(ladder, _ -> new ArrayList<>()).add(one);
    }

    private static long number(String frame) {
        String key = "\"sequence\":";
        int from = frame.indexOf(key) + key.length();
        int to = from;
        while (Character.isDigit(frame.charAt(to))) {
            to++;
        }
        return Long.parseLong(frame, from, to, 10);
    }

    private static String text(String frame, String key) {
        int from = frame.indexOf(key) + key.length() + 1;
        return frame.substring(from, frame.indexOf('"', from));
    }

    boolean isExact() {
        return exact;
    }

    long frames() {
        return frames.get();
    }

    long ladders() {
        return ladders.get();
    }

    long characters() {
        return characters.get();
    }

    /** Everything up to this step has come. */
    long sequence() {
        return sequence.get();
    }

    /**
     * When the first frame of a ladder came that contains a step.
     *
     * @return nanoseconds; the largest number if none did
     */
    synchronized long nanos(String ladder, long step) {
        List<Heard> frames = heard.getOrDefault(ladder, List.of());
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).sequence() < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == frames.size() ? Long.MAX_VALUE : frames.get(low).nanos();
    }
}
