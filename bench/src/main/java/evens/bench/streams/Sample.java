package evens.bench.streams;

import java.util.Arrays;
import java.util.Locale;

/** Durations in nanoseconds, of which some may be negative. For one thread. */
final class Sample {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] values = new long[1_024];
    private int size;

    void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = nanos;
        size++;
    }

    int size() {
        return size;
    }

    /**
     * The smallest one that is not exceeded by this share of all.
     *
     * @param share above 0, at most 1
     */
    long quantile(double share) {
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * size) - 1];
    }

    /** For people. */
    @Override
    public String toString() {
        return size == 0
                ? "nothing was measured"
                : String.format(
                        Locale.ROOT,
                        "p50 %.2f ms, p99 %.2f ms (%,d)",
                        quantile(0.5) / NANOS_PER_MILLI,
                        quantile(0.99) / NANOS_PER_MILLI,
                        size);
    }
}
