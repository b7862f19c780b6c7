package evens.sim;

import evens.cluster.feed.FeedRings;
import org.jspecify.annotations.Nullable;

/**
 * What the projectors of all seeds run on, one after the other, because making it takes longer than
 * a seed. Nothing is made before the first.
 */
final class Machine implements AutoCloseable {
    private @Nullable Tables tables;
    private @Nullable FeedRings rings;

    /**
     * A projector with empty tables; the one before it must be closed.
     *
     * @param most steps of a transaction
     */
    Projection projection(int most) {
        if (tables == null) {
            tables = new Tables();
        }
        if (rings == null) {
            rings = new FeedRings(Machine::ringIsFull);
        }
        return new Projection(tables, rings, most);
    }

    /** Something broke: what was on its way then is nobody's any more. */
    void dropRings() {
        rings = null;
    }

    private static void ringIsFull() {
        throw new IllegalStateException("a ring is full though it is read after every step");
    }

    @Override
    public void close() {
        if (tables != null) {
            tables.close();
        }
    }
}
