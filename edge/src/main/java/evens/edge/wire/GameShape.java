package evens.edge.wire;

import evens.edge.view.BookRow;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Ids;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Participant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Games and their books. A book on the wire is seen by the taker, inside by the maker. */
public final class GameShape {
    private static final int RATIO_DECIMALS = 8;

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
        out.writeBooleanProperty("isMarketOpen", View.isOpen(game));
        out.writeEndObject();
    }

    private static void writeKeys(GameRow game, JsonGenerator out) {
        Event.GameCreated terms = game.terms();
        out.writeStringProperty("id", Ids.GAME.hex(game.id()));
        out.writeNullProperty("parentGameID");
        out.writeStringProperty("cheapDataUID", "evens-" + Ids.GAME.hex(game.id()));
        out.writeStringProperty("league", terms.league());
        out.writeStringProperty("sport", game.sport());
        out.writeStringProperty("start", Names.time(terms.startMillis()));
        out.writeBooleanProperty("ended", false);
        out.writeBooleanProperty("live", false);
        out.writeBooleanProperty("featured", terms.featured());
        out.writeStringProperty("eventName", terms.eventName());
        out.writeNullProperty("tournamentName");
        out.writeStringProperty("periodName", terms.periodName());
        out.writeBooleanProperty("isSpecials", false);
        out.writeArrayPropertyStart("participants");
        writeParticipant(terms.away(), "away", out);
        writeParticipant(terms.home(), "home", out);
        out.writeEndArray();
    }

    private static void writeParticipant(
            Participant participant, String homeAway, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("id", Ids.PARTICIPANT.hex(participant.id()));
        out.writeStringProperty("longName", participant.longName());
        out.writeStringProperty("shortName", participant.shortName());
        out.writeStringProperty("homeAway", homeAway);
        if (!participant.rotationNumber().isEmpty()) {
            out.writeStringProperty("rotationNumber", participant.rotationNumber());
        }
        out.writeStringProperty("futuresSide", "");
        out.writeEndObject();
    }

    /** The summary that is part of bets and orders; the two lists differ in a few keys. */
    public static void writeSummary(@Nullable GameRow game, boolean ofMatched, JsonGenerator out) {
        out.writeObjectPropertyStart("game");
        if (game != null) {
            Event.GameCreated terms = game.terms();
            out.writeBooleanProperty("isSpecials", false);
            if (!ofMatched) {
                out.writeBooleanProperty("isFutures", false);
            }
            out.writeStringProperty("eventName", terms.eventName());
            out.writeNullProperty("tournamentName");
            out.writeStringProperty("periodName", terms.periodName());
            if (!ofMatched) {
                out.writeNullProperty("parentGameID");
            }
            out.writeStringProperty("id", Ids.GAME.hex(game.id()));
            out.writeBooleanProperty("ended", false);
            out.writeStringProperty("league", terms.league());
            if (ofMatched) {
                out.writeBooleanProperty("live", false);
            }
            out.writeStringProperty("sport", game.sport());
            out.writeStringProperty("start", Names.time(terms.startMillis()));
            out.writeArrayPropertyStart("participants");
            writeParticipant(terms.away(), "away", out);
            writeParticipant(terms.home(), "home", out);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    /**
     * A game with its flat book.
     *
     * @param reader whose own offers are marked
     */
    public static void writeBook(BookRow book, long reader, JsonGenerator out) {
        GameRow game = book.game();
        out.writeStartObject();
        writeKeys(game, out);
        out.writeBooleanProperty("userCreated", false);
        out.writeStringProperty("dateGame", Names.time(game.terms().startMillis()));
        out.writeStringProperty("source", "EVENS");
        out.writeBooleanProperty("isYesNo", false);
        out.writeBooleanProperty("isMarketOpen", View.isOpen(game));
        writeOffers("awayMoneylines", book.homeMakers(), game, reader, out);
        writeOffers("homeMoneylines", book.awayMakers(), game, reader, out);
        for (String unused : List.of("awaySpreads", "homeSpreads", "over", "under")) {
            out.writeArrayPropertyStart(unused);
            out.writeEndArray();
        }
        out.writeNumberProperty("mainHomeSpread", 0);
        out.writeNumberProperty("mainAwaySpread", 0);
        out.writeNumberProperty("mainTotal", 0);
        out.writeNumberProperty("openInterest", Money.dollars(game.openInterest()));
        out.writeNumberProperty("matchedVolume", Money.dollars(game.matchedVolume()));
        out.writeEndObject();
    }

    private static void writeOffers(
            String key, List<OrderRow> makers, GameRow game, long reader, JsonGenerator out) {
        out.writeArrayPropertyStart(key);
        for (OrderRow maker : makers) {
            writeOffer(maker, game, reader, out);
        }
        out.writeEndArray();
    }

    private static void writeOffer(OrderRow maker, GameRow game, long reader, JsonGenerator out) {
        Outcome takers = maker.outcome().opposite();
        long takersStake = Odds.win(maker.remaining(), maker.line());
        out.writeStartObject();
        out.writeStringProperty("id", Ids.ORDER.hex(maker.id()));
        out.writeStringProperty("type", Names.type(maker.market()));
        if (maker.account() == reader) {
            out.writeStringProperty("createdBy", Ids.ACCOUNT.hex(maker.account()));
        }
        out.writeNumberProperty("sumUntaken", Money.dollars(takersStake));
        out.writeNumberProperty("odds", Odds.american(Odds.opposite(maker.line())));
        out.writeNumberProperty("bet", Money.dollars(maker.stake()));
        out.writeStringProperty("gameID", Ids.GAME.hex(maker.game()));
        out.writeNumberProperty("takenRatio", takenRatio(maker));
        writeExpiry(maker, out);
        out.writeStringProperty("createdAt", Names.time(maker.createdAtMillis()));
        out.writeBooleanProperty("gameStartExpiry", maker.expiresAtMillis() == 0);
        out.writeStringProperty(
                "participantID", Ids.PARTICIPANT.hex(game.participant(takers).id()));
        out.writeEndObject();
    }

    static void writeExpiry(OrderRow order, JsonGenerator out) {
        if (order.expiresAtMillis() == 0) {
            out.writeNullProperty("expiry");
        } else {
            out.writeStringProperty("expiry", Names.time(order.expiresAtMillis()));
        }
    }

    /** The matched part of the stake, from 0 to 1. */
    static BigDecimal takenRatio(OrderRow order) {
        BigDecimal ratio =
                BigDecimal.valueOf(order.filled())
                        .divide(BigDecimal.valueOf(order.stake()), MathContext.DECIMAL64)
                        .setScale(RATIO_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return ratio.scale() < 0 ? ratio.setScale(0) : ratio;
    }

    /** True while the game is in lists of games to bet on. */
    public static boolean isListed(GameRow game) {
        return game.state() != GameState.CLOSED;
    }
}
