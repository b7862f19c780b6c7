package evens.core.book;

import evens.core.base.Keyed;
import evens.model.Market;
import evens.model.Outcome;

/**
 * One market of one game: two ladders that face each other. What rests on one side is what takers
 * of the other side see.
 */
public final class Book extends Keyed {
    private final long game;
    private final Market market;
    private boolean unused;
    private final Ladder first = new Ladder();
    private final Ladder second = new Ladder();
    private final Level aside = new Level();

    /**
     * A market without orders.
     *
     * @param key by which its game finds it
     */
    public Book(long key, long game, Market market) {
        super(key);
        this.game = game;
        this.market = market;
    }

    public long game() {
        return game;
    }

    public Market market() {
        return market;
    }

    /** The offers of those who back this outcome. */
    public Ladder ladder(Outcome outcome) {
        return outcome == Outcome.FIRST ? first : second;
    }

    /** Open orders that are not to be matched now: delayed and paused ones, in their order. */
    public Level aside() {
        return aside;
    }

    /** Whether there is no open order. */
    public boolean isEmpty() {
        return first.isEmpty() && second.isEmpty() && aside.isEmpty();
    }

    /** Whether its game has it among those in which nothing rested lately. */
    public boolean isUnused() {
        return unused;
    }

    public void setUnused(boolean isSo) {
        unused = isSo;
    }

    /** Behind those that rest at its line. */
    public void add(Order order) {
        ladder(order.outcome()).add(order);
    }

    /** Where nobody meets it, behind those that are there. */
    public void setAside(Order order) {
        aside.append(order);
    }

    /** Takes an order out, wherever in this book it is. */
    public void remove(Order order) {
        if (order.isIn(aside)) {
            aside.remove(order);
        } else {
            ladder(order.outcome()).remove(order);
        }
    }
}
