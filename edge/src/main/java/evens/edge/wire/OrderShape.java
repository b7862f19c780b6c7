package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.model.Event.WagerStated;
import evens.model.Ids;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Rows of the lists of open orders and matched bets, in their owner's perspective. */
public final class OrderShape {
    private static final int TICKET_BYTES = 16;

    private OrderShape() {}

    /** A row of {@code /user/getUnmatched}. */
    public static void writeUnmatched(OrderRow order, @Nullable GameRow game, JsonGenerator out) {
        out.writeStartObject();
        GameShape.writeSummary(game, false, out);
        writeUnmatchedKeys(order, game, out);
        out.writeEndObject();
    }

    /** The same without the game, for a list of a league that has the games elsewhere. */
    public static void writeUnmatchedAlone(
            OrderRow order, @Nullable GameRow game, JsonGenerator out) {
        out.writeStartObject();
        writeUnmatchedKeys(order, game, out);
        out.writeEndObject();
    }

    private static void writeUnmatchedKeys(
            OrderRow order, @Nullable GameRow game, JsonGenerator out) {
        out.writeStringProperty("id", Ids.ORDER.hex(order.id()));
        out.writeBooleanProperty("graded", false);
        out.writeStringProperty("type", Sides.type(order.market()));
        out.writeNumberProperty("bet", Money.dollars(order.stake()));
        out.writeStringProperty("txID", Ids.TRANSACTION.hex(order.transaction()));
        out.writeBooleanProperty("closed", false);
        out.writeStringProperty("createdAt", Names.time(order.createdAtMillis()));
        out.writeStringProperty("origin", "offer");
        out.writeBooleanProperty("adminRefund", false);
        out.writeStringProperty("wagerRequestID", Ids.WAGER_REQUEST.hex(order.wagerRequest()));
        if (order.reference() != null) {
            out.writeStringProperty("userReference", order.reference());
        }
        out.writeNumberProperty("odds", Odds.american(order.line()));
        Sides.writeBacked(game, order.market(), order.outcome(), true, out);
        writeExpiry(order, game, out);
        out.writeNumberProperty("takenRatio", BookShape.takenRatio(order));
        out.writeNumberProperty("filled", Money.dollars(order.filled()));
        out.writeNumberProperty("offered", Money.dollars(order.stake()));
        out.writeNumberProperty("remaining", Money.dollars(order.remaining()));
        if (!Sides.isAboutBoth(order.market())) {
            out.writeStringProperty(
                    "otherParticipantID", Sides.participant(game, order.outcome().opposite()));
        }
        writePostArb(order, out);
        writeState(order, out);
    }

    /** Only orders that are in no book say so. */
    static void writeState(OrderRow order, JsonGenerator out) {
        switch (order.state()) {
            case RESTING -> {}
            case DELAYED -> out.writeBooleanProperty("waiting", true);
            case PAUSED -> out.writeBooleanProperty("paused", true);
        }
    }

    static void writePostArb(OrderRow order, JsonGenerator out) {
        if (order.type() == OrderType.POST_ARB) {
            out.writeBooleanProperty("isPostArb", true);
        }
    }

    /** A row of {@code /user/getMatchedBets}. */
    public static void writeMatched(WagerStated wager, @Nullable GameRow game, JsonGenerator out) {
        String transaction = Ids.TRANSACTION.hex(wager.transaction());
        out.writeStartObject();
        GameShape.writeSummary(game, true, out);
        out.writeStringProperty("id", Ids.ORDER.hex(wager.order()));
        out.writeBooleanProperty("graded", false);
        out.writeStringProperty("type", Sides.type(wager.market()));
        out.writeNumberProperty("bet", Money.dollars(wager.stake()));
        out.writeStringProperty("txID", transaction);
        out.writeBooleanProperty("closed", false);
        out.writeStringProperty("createdAt", Names.time(wager.createdAtMillis()));
        out.writeStringProperty("origin", wager.maker() ? "offer" : "wager");
        out.writeBooleanProperty("adminRefund", false);
        out.writeStringProperty("wagerRequestID", Ids.WAGER_REQUEST.hex(wager.wagerRequest()));
        if (wager.reference() != null) {
            out.writeStringProperty("userReference", wager.reference());
        }
        out.writeStringProperty("ticketNumber", ticket(transaction));
        out.writeBooleanProperty("cancelled", false);
        out.writeNumberProperty("odds", Odds.american(wager.line()));
        Sides.writeBacked(game, wager.market(), wager.outcome(), false, out);
        out.writeStringProperty("platform", "api");
        out.writeStringProperty("matchedTime", Names.time(wager.matchedAtMillis()));
        out.writeStringProperty("risk", Money.cents(wager.stake() + wager.feeIfLost()));
        out.writeStringProperty("win", Money.cents(wager.win() - wager.feeIfWon()));
        out.writeEndObject();
    }

    static void writeExpiry(OrderRow order, @Nullable GameRow game, JsonGenerator out) {
        if (endsWithTheStart(order, game)) {
            out.writeNullProperty("expiry");
        } else {
            out.writeStringProperty("expiry", Names.time(order.expiresAtMillis()));
        }
    }

    /** Whether the start of the game, as it is set now, ends the order before its own time does. */
    static boolean endsWithTheStart(OrderRow order, @Nullable GameRow game) {
        long expiresAt = order.expiresAtMillis();
        boolean beyondTheStart =
                game != null && !game.terms().live() && expiresAt >= game.terms().startMillis();
        return expiresAt == 0 || beyondTheStart;
    }

    /** A number to show people, made from the transaction's id. */
    private static String ticket(String transaction) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(transaction.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, TICKET_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
