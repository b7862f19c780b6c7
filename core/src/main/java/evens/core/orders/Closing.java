package evens.core.orders;

import evens.core.book.Book;
import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.model.Ending;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Reject;
import java.util.List;

/** What happens to games together with what is open on them. */
public final class Closing {
    private final Catalog catalog;
    private final Cancelling cancelling;

    public Closing(Catalog catalog, Cancelling cancelling) {
        this.catalog = catalog;
        this.cancelling = cancelling;
    }

    /** New names, or a new start, which may be now. */
    public void change(GameTerms terms, long timeMillis, Events events) {
        Game game = catalog.game(terms.game());
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
            return;
        }
        if (!game.isDescribedBy(terms)) {
            events.refused(Reject.TERMS_DIFFER);
            return;
        }
        GameState state = stateWith(terms, game, timeMillis);
        if (state == GameState.CLOSED) {
            cancelAll(game, Ending.GAME_START, events);
        }
        catalog.change(game, terms, state, events);
    }

    /** What the game becomes by its new start. New names alone leave a closed game closed. */
    private static GameState stateWith(GameTerms terms, Game game, long timeMillis) {
        if (terms.startMillis() <= timeMillis) {
            return game.isLive() ? game.state() : GameState.CLOSED;
        }
        boolean again =
                game.state() == GameState.CLOSED && terms.startMillis() != game.startMillis();
        return again ? GameState.SCHEDULED : game.state();
    }

    /** For good, by an operator. */
    public void close(long id, Events events) {
        Game game = catalog.game(id);
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
        } else if (game.state() == GameState.CLOSED) {
            events.unchanged();
        } else {
            cancelAll(game, Ending.OPERATOR, events);
            catalog.close(game, events);
        }
    }

    /** Only what is open on it ends, by an operator. */
    public void cancelAll(long id, Events events) {
        Game game = catalog.game(id);
        if (game == null) {
            events.refused(Reject.GAME_NOT_FOUND);
        } else {
            cancelAll(game, Ending.OPERATOR, events);
        }
    }

    /** It begins. */
    public void start(Game game, Events events) {
        cancelAll(game, Ending.GAME_START, events);
        catalog.close(game, events);
    }

    private void cancelAll(Game game, Ending ending, Events events) {
        for (Book book : List.copyOf(game.books())) { // some may leave when they are empty
            cancelling.cancelAll(book, ending, events);
        }
    }
}
