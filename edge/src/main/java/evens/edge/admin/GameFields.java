package evens.edge.admin;

import evens.edge.rest.Call;
import evens.model.Ids;
import evens.model.Participant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields by which operators name leagues, sports, games and participants. */
final class GameFields {
    static final int MAX_NAME = 100;
    static final int MAX_REASON = 1000;
    static final int MAX_EVENT_NAME = 2 * MAX_NAME;

    /** Stands for all live games wherever a league is asked for. */
    static final String LIVE = "LIVE";

    private static final int MAX_ROTATION = 10;
    private static final Pattern LEAGUE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final Pattern SPORT = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

    private GameFields() {}

    static String league(String name) throws Fields.Refused {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!LEAGUE.matcher(upper).matches()) {
            throw new Fields.Refused("league must be letters, digits and dashes, such as NBA");
        }
        if (upper.equals(LIVE)) {
            throw new Fields.Refused("LIVE is no league: it stands for all live games");
        }
        return upper;
    }

    static String sport(String name) throws Fields.Refused {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!SPORT.matcher(lower).matches()) {
            throw new Fields.Refused("sport must be letters, digits and dashes, such as soccer");
        }
        return lower;
    }

    static long parent(Fields fields) throws Fields.Refused {
        String parent = fields.optionalText("parentGameID", MAX_NAME);
        if (parent == null) {
            return Ids.NONE;
        }
        if (!Ids.isWellFormed(parent) || Ids.GAME.number(parent) == Ids.NONE) {
            throw new Fields.Refused("parentGameID must be the id of a game");
        }
        return Ids.GAME.number(parent);
    }

    static Participant participant(Fields fields, String side, String sport) throws Fields.Refused {
        Fields participant = fields.object(side, "longName", "shortName", "rotationNumber");
        String longName = participant.text("longName", MAX_NAME);
        String shortName = participant.optionalText("shortName", MAX_NAME);
        String rotation = participant.optionalText("rotationNumber", MAX_ROTATION);
        return new Participant(
                GameIds.participant(sport, longName),
                longName,
                orElse(shortName, longName),
                orElse(rotation, ""));
    }

    /** The participant with the names that are given; the others stay. */
    static Participant renamed(Fields fields, String side, Participant now) throws Fields.Refused {
        if (!fields.has(side)) {
            return now;
        }
        Fields names = fields.object(side, "longName", "shortName", "rotationNumber");
        return new Participant(
                now.id(),
                orElse(names.optionalText("longName", MAX_NAME), now.longName()),
                orElse(names.optionalText("shortName", MAX_NAME), now.shortName()),
                orElse(names.optionalText("rotationNumber", MAX_ROTATION), now.rotationNumber()));
    }

    static String orElse(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }

    /** An optional body that says nothing but why. */
    static void readReason(Call call) throws Fields.Refused {
        if (call.body() != null) {
            Fields.of(call, "reason").optionalText("reason", MAX_REASON);
        }
    }
}
