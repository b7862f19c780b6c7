package evens.model;

/**
 * What an operator says of a game.
 *
 * @param game number behind {@link Ids#GAME}, not 0
 * @param league an existing one
 * @param parent the game it is a period or a special of, 0 if it stands alone
 * @param startMillis when it begins, milliseconds since 1970 UTC
 * @param tournamentName "" when there is none
 * @param specials whether it is a prop, a future or the like
 * @param yesNo whether it is a special that is answered by yes or no: it has a moneyline only
 * @param live whether it is traded while it is played: it does not close at its start, and what
 *     would match waits for the delay of its league first
 */
public record GameTerms(
        long game,
        String league,
        long parent,
        long startMillis,
        Participant away,
        Participant home,
        String eventName,
        String tournamentName,
        String periodName,
        boolean featured,
        boolean specials,
        boolean yesNo,
        boolean live) {

    /** A game that is traded before it begins. */
    public GameTerms(
            long game,
            String league,
            long parent,
            long startMillis,
            Participant away,
            Participant home,
            String eventName,
            String tournamentName,
            String periodName,
            boolean featured,
            boolean specials,
            boolean yesNo) {
        this(
                game,
                league,
                parent,
                startMillis,
                away,
                home,
                eventName,
                tournamentName,
                periodName,
                featured,
                specials,
                yesNo,
                false);
    }

    public GameTerms startingAt(long newStartMillis) {
        return new GameTerms(
                game,
                league,
                parent,
                newStartMillis,
                away,
                home,
                eventName,
                tournamentName,
                periodName,
                featured,
                specials,
                yesNo,
                live);
    }
}
