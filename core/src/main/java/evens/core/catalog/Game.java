package evens.core.catalog;

import evens.core.base.Due;
import evens.core.book.Book;
import evens.model.Command;
import evens.model.Events;
import evens.model.GameState;
import evens.model.Market;
import evens.model.Outcome;
import org.jspecify.annotations.Nullable;

/** A fixture. It is due at its start, when it closes. */
public final class Game extends Due {
    private final Command.CreateGame terms;
    private final int index;
    private final Book moneyline;
    private GameState state;

    Game(Command.CreateGame terms, int index) {
        this.terms = terms;
        this.index = index;
        this.moneyline = new Book(terms.game(), Market.MONEYLINE);
        this.state = terms.state();
    }

    public long id() {
        return terms.game();
    }

    /** Its place among the games, from 0, in the order in which they were created. */
    public int index() {
        return index;
    }

    public long startMillis() {
        return terms.startMillis();
    }

    public GameState state() {
        return state;
    }

    public boolean isOpen() {
        return state == GameState.OPEN;
    }

    public void become(GameState state, Events events) {
        this.state = state;
        events.gameStateChanged(id(), state);
    }

    public Book book(Market market) {
        return switch (market) {
            case MONEYLINE -> moneyline;
        };
    }

    /** The outcome that this participant's win is; null if it does not play here. */
    public @Nullable Outcome outcome(long participant) {
        if (participant == terms.away().id()) {
            return Outcome.FIRST;
        }
        return participant == terms.home().id() ? Outcome.SECOND : null;
    }

    void tell(Events events) {
        events.gameCreated(
                terms.game(),
                terms.league(),
                terms.startMillis(),
                terms.away(),
                terms.home(),
                terms.eventName(),
                terms.periodName(),
                terms.featured(),
                state);
    }

    @Override
    protected long dueId() {
        return id();
    }

    @Override
    protected int dueKind() {
        return 0;
    }
}
