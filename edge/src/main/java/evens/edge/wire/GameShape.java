package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Ids;
import evens.model.Participant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Games, without prices. */
public final class GameShape {
    private GameShape() {}

    public static void write(GameRow game, JsonGenerator out) {
        out.writeStartObject();
        writeKeys(game, out);
        out.writeEndObject();
    }

    /** A game as operators see it: with its state. */
    public static void writeForOperator(GameRow game, JsonGenerator out) {
        out.writeStartObject();
        writeKeys(game, out);
        out.writeStringProperty("state", game.state().name().toLowerCase(Locale.ROOT));
        out.writeBooleanProperty("isMarketOpen", game.isOpen());
        out.writeEndObject();
    }

    static void writeKeys(GameRow game, JsonGenerator out) {
        GameTerms terms = game.terms();
        out.writeStringProperty("id", Ids.GAME.hex(game.id()));
        writeId("parentGameID", terms.parent(), out);
        out.writeStringProperty("cheapDataUID", "evens-" + Ids.GAME.hex(game.id()));
        out.writeStringProperty("league", terms.league());
        out.writeStringProperty("sport", game.sport());
        out.writeStringProperty("start", Names.time(terms.startMillis()));
        out.writeBooleanProperty("ended", false);
        out.writeBooleanProperty("live", terms.live());
        out.writeBooleanProperty("featured", terms.featured());
        out.writeStringProperty("eventName", terms.eventName());
        writeText("tournamentName", terms.tournamentName(), out);
        out.writeStringProperty("periodName", terms.periodName());
        out.writeBooleanProperty("isSpecials", terms.specials());
        writeParticipants(game, false, out);
    }

    static void writeId(String key, long game, JsonGenerator out) {
        if (game == Ids.NONE) {
            out.writeNullProperty(key);
        } else {
            out.writeStringProperty(key, Ids.GAME.hex(game));
        }
    }

    private static void writeText(String key, String text, JsonGenerator out) {
        if (text.isEmpty()) {
            out.writeNullProperty(key);
        } else {
            out.writeStringProperty(key, text);
        }
    }

    private static void writeParticipants(GameRow game, boolean withPitcher, JsonGenerator out) {
        out.writeArrayPropertyStart("participants");
        writeParticipant(game, game.terms().away(), "away", withPitcher, out);
        writeParticipant(game, game.terms().home(), "home", withPitcher, out);
        out.writeEndArray();
    }

    /** The tournament of a future stands where clients look for it: where a pitcher would. */
    private static void writeParticipant(
            GameRow game,
            Participant participant,
            String homeAway,
            boolean withPitcher,
            JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("id", Ids.PARTICIPANT.hex(participant.id()));
        out.writeStringProperty("longName", participant.longName());
        out.writeStringProperty("shortName", participant.shortName());
        out.writeStringProperty("homeAway", homeAway);
        if (game.isFuture()) {
            writeText("mainPitcher", game.terms().tournamentName(), out);
        } else if (withPitcher) {
            out.writeNullProperty("mainPitcher");
        }
        if (!participant.rotationNumber().isEmpty()) {
            out.writeStringProperty("rotationNumber", participant.rotationNumber());
        }
        out.writeStringProperty("futuresSide", "");
        out.writeEndObject();
    }

    /** A game as an event that people look for: what it is called, and when it is. */
    public static void writeEvent(GameRow game, JsonGenerator out) {
        GameTerms terms = game.terms();
        out.writeStartObject();
        out.writeStringProperty("id", Ids.GAME.hex(game.id()));
        out.writeStringProperty("eventName", terms.eventName());
        out.writeStringProperty("league", terms.league());
        out.writeStringProperty("sport", game.sport());
        out.writeStringProperty("start", Names.time(terms.startMillis()));
        out.writeBooleanProperty("live", terms.live());
        out.writeBooleanProperty("isSpecials", terms.specials());
        writeText("tournamentName", terms.tournamentName(), out);
        out.writeEndObject();
    }

    /** The summary that is part of bets and orders; the two lists differ in a few keys. */
    public static void writeSummary(@Nullable GameRow game, boolean ofMatched, JsonGenerator out) {
        out.writeObjectPropertyStart("game");
        if (game != null) {
            GameTerms terms = game.terms();
            out.writeBooleanProperty("isSpecials", terms.specials());
            if (!ofMatched) {
                out.writeBooleanProperty("isFutures", game.isFuture());
            }
            out.writeStringProperty("eventName", terms.eventName());
            writeText("tournamentName", terms.tournamentName(), out);
            out.writeStringProperty("periodName", terms.periodName());
            if (!ofMatched) {
                writeId("parentGameID", terms.parent(), out);
            }
            out.writeStringProperty("id", Ids.GAME.hex(game.id()));
            if (ofMatched) {
                out.writeBooleanProperty("ended", false);
                out.writeStringProperty("league", terms.league());
                out.writeBooleanProperty("live", terms.live());
                out.writeStringProperty("start", Names.time(terms.startMillis()));
                out.writeStringProperty("sport", game.sport());
            } else {
                out.writeStringProperty("league", terms.league());
                out.writeStringProperty("sport", game.sport());
                out.writeStringProperty("start", Names.time(terms.startMillis()));
                out.writeBooleanProperty("ended", false);
            }
            writeParticipants(game, !ofMatched, out);
        }
        out.writeEndObject();
    }

    /** True while the game is in lists of games to bet on. */
    public static boolean isListed(GameRow game) {
        return game.state() != GameState.CLOSED;
    }
}
