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
        Event.GameCreated terms, String sport, long openInterest, long matchedVolume) {

    public GameState state() {
        return terms.state();
    }

    public long id() {
        return terms.game();
    }

    /** The participant that this outcome of the moneyline is. */
    public Participant participant(Outcome outcome) {
        return outcome == Outcome.FIRST ? terms.away() : terms.home();
    }

    GameRow in(GameState state) {
        Event.GameCreated changed =
                new Event.GameCreated(
                        terms.game(),
                        terms.league(),
                        terms.startMillis(),
                        terms.away(),
                        terms.home(),
                        terms.eventName(),
                        terms.periodName(),
                        terms.featured(),
                        state);
        return new GameRow(changed, sport, openInterest, matchedVolume);
    }

    GameRow withOpenInterest(long change) {
        return new GameRow(terms, sport, openInterest + change, matchedVolume);
    }

    GameRow withVolume(long more) {
        return new GameRow(terms, sport, openInterest, matchedVolume + more);
    }
}
