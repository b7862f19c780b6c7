package evens.app;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber of the price feed asks for.
 *
 * @param command the message that says so, null to be told everything
 * @param game which games are meant
 */
record Interest(@Nullable String command, Predicate<Of> game) {

    /** By what a game may be meant; its parent is null if it has none. */
    record Of(String id, @Nullable String parent, String league, String sport) {}

    static final Interest ALL = new Interest(null, _ -> true);

    /** A game and its children. */
    static Interest ofGame(String id) {
        return new Interest(
                command("gameIDs", id), of -> of.id().equals(id) || id.equals(of.parent()));
    }

    static Interest ofLeague(String league) {
        return new Interest(command("leagueIDs", league), of -> of.league().equals(league));
    }

    static Interest ofSport(String sport) {
        return new Interest(command("sportIDs", sport), of -> of.sport().equals(sport));
    }

    private static String command(String key, String value) {
        return """
        {"type":"subscribe","requestID":"s","%s":["%s"],"replace":true}\
        """
                .formatted(key, value);
    }
}
