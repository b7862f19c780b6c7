package evens.edge.limits;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * At most so many in any 60 seconds for each key. Keys that were idle so long are forgotten; of too
 * many the one that was idle longest is. May be asked on any thread.
 *
 * @param <K> what is limited
 */
final class RollingLimit<K> {
    private static final long MILLIS = 1_000;

    private final int limit;
    private final int mostKeys;
    private final LongSupplier millis;

    /** The one that was counted longest ago comes first. */
    private final LinkedHashMap<K, Window> windows = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A limit.
     *
     * @param limit 0 for none
     * @param millis a clock that never goes back, whenever it began
     */
    RollingLimit(int limit, int mostKeys, LongSupplier millis) {
        this.limit = limit;
        this.mostKeys = mostKeys;
        this.millis = millis;
    }

    /** For whoever is not counted. */
    Allowance none() {
        return Allowance.unlimited(limit);
    }

    /** Counts one more, if it may be. */
    synchronized Allowance take(K key) {
        if (limit == 0) {
            return none();
        }
        long second = second();
        Window window = windows.computeIfAbsent(key, _ -> new Window(second));
        window.at(second);
        boolean granted = window.sum() < limit;
        if (granted) {
            window.count();
        }
        forgetIdle(second);
        return of(granted, window);
    }

    /** What {@link #take} would say, without counting anything. */
    synchronized Allowance look(K key) {
        Window window = limit == 0 ? null : seen(key);
        return window == null ? none() : of(window.sum() < limit, window);
    }

    private @Nullable Window seen(K key) {
        Window window = windows.get(key);
        if (window != null) {
            window.at(second());
        }
        return window;
    }

    private Allowance of(boolean granted, Window window) {
        return new Allowance(granted, limit, limit - window.sum(), window.secondsToNext());
    }

    private void forgetIdle(long second) {
        Iterator<Window> eldest = windows.values().iterator();
        while (eldest.hasNext()) {
            Window window = eldest.next();
            window.at(second);
            if (window.sum() > 0 && windows.size() <= mostKeys) {
                return;
            }
            eldest.remove();
        }
    }

    synchronized int keys() {
        return windows.size();
    }

    private long second() {
        return Math.floorDiv(millis.getAsLong(), MILLIS);
    }
}
