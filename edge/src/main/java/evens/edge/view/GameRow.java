package evens.edge.view;

import evens.model.Event;
import evens.model.GameState;
import evens.model.Outcome;
import evens.model.Participant;

/**
 * A game as it is now.
 *
 * @param openInterest sum of the original stakes of its resting orders, micro-dollars
 * @param matchedVolume sum of both stakes of its matches, micro-dollars
 */
public record GameRow(
        Event.GameCreated terms,
        String sport,
        GameState state,
        long openInterest,
        long matchedVolume) {

    public long id() {
        return terms.game();
    }

    /** The participant that this outcome of the moneyline is. */
    public Participant participant(Outcome outcome) {
        return outcome == Outcome.FIRST ? terms.away() : terms.home();
    }

    GameRow in(GameState newState) {
        return new GameRow(terms, sport, newState, openInterest, matchedVolume);
    }

    GameRow withOpenInterest(long change) {
        return new GameRow(terms, sport, state, openInterest + change, matchedVolume);
    }

    GameRow withVolume(long more) {
        return new GameRow(terms, sport, state, openInterest, matchedVolume + more);
    }
}
