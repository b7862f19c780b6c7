package evens.edge.admin;

import evens.model.Command.CreateLeague;
import java.util.Map;

/** How long live bets wait in a league for which nobody has said it, in seconds. */
final class LiveDelays {
    /** Nobody asks for a delay. */
    static final int NOT_GIVEN = -1;

    private static final String LIVE_SUFFIX = "-LIVE";
    private static final int OTHERS = 10;

    private static final Map<String, Integer> BY_LEAGUE =
            Map.of(
                    "NFL", 3,
                    "UFCMMA", 3,
                    "NCAAF", 3,
                    "NCAAB", 5,
                    "NBA", 5,
                    "ATP", 8,
                    "WTA", 8);

    private LiveDelays() {}

    /** The delay of a league, live or not. */
    static int of(String league) {
        String plain =
                league.endsWith(LIVE_SUFFIX)
                        ? league.substring(0, league.length() - LIVE_SUFFIX.length())
                        : league;
        return BY_LEAGUE.getOrDefault(plain, OTHERS);
    }

    /** The league of the live games of a league. */
    static String liveLeague(String league) {
        return league + LIVE_SUFFIX;
    }

    static int read(Fields fields, int otherwise) throws Fields.Refused {
        return fields.integer(
                "liveDelaySeconds", 0, CreateLeague.MAX_LIVE_DELAY_SECONDS, otherwise);
    }
}
