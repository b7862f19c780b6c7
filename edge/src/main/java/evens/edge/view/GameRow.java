package evens.edge.view;

import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Outcome;
import evens.model.Participant;

/**
 * A game as it is now.
 *
 * @param openInterest sum of the original stakes of its resting orders, micro-dollars
 * @param matchedVolume sum of both stakes of its matches, micro-dollars
 */
public record GameRow(
        GameTerms terms, GameState state, String sport, long openInterest, long matchedVolume) {

    /** Stands for all live games where a league is asked for. */
    public static final String LIVE = "LIVE";

    public long id() {
        return terms.game();
    }

    /** The participant that plays away, or at home. */
    public Participant participant(Outcome outcome) {
        return outcome == Outcome.FIRST ? terms.away() : terms.home();
    }

    /** Whether it belongs to a league, or to all that is live. */
    public boolean isOf(String league) {
        return league.equals(LIVE) ? terms.live() : terms.league().equals(league);
    }

    /** Whether orders may be placed on it, as far as it is concerned. */
    public boolean isOpen() {
        return state == GameState.OPEN;
    }

    /** A question about a whole tournament: a special that belongs to no other game. */
    public boolean isFuture() {
        return terms.specials() && isRoot();
    }

    /** Whether it belongs to no other game. */
    public boolean isRoot() {
        return terms.parent() == Ids.NONE;
    }

    GameRow with(GameTerms newTerms, GameState newState) {
        return new GameRow(newTerms, newState, sport, openInterest, matchedVolume);
    }

    GameRow withOpenInterest(long change) {
        return new GameRow(terms, state, sport, openInterest + change, matchedVolume);
    }

    GameRow withVolume(long more) {
        return new GameRow(terms, state, sport, openInterest, matchedVolume + more);
    }
}
