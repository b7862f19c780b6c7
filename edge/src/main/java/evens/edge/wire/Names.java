package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Ending;
import evens.model.Market;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Participant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the wire spells what the exchange calls otherwise. */
public final class Names {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Names() {}

    public static String type(Market market) {
        return switch (market) {
            case MONEYLINE -> "moneyline";
        };
    }

    /** Why an order is no longer open, as in cancelled events and cancel results. */
    public static String reason(Ending ending) {
        return switch (ending) {
            case FILLED -> "filled";
            case USER -> "user";
            case EXPIRED -> "expired";
            case GAME_START -> "game start";
            case OPERATOR -> "operator";
            case INSUFFICIENT_FUNDS -> "insufficient funds";
            case REMAINDER_TOO_SMALL -> "remainder too small";
            case KILLED -> "killed";
        };
    }

    /** ISO 8601 with milliseconds, UTC. */
    public static String time(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }

    /** Such as {@code Lakers ML +125}. */
    public static String description(@Nullable GameRow game, Outcome outcome, int line) {
        if (game == null) {
            return "";
        }
        Participant participant = game.participant(outcome);
        BigDecimal odds = Odds.american(line);
        return participant.shortName()
                + " ML "
                + (odds.signum() > 0 ? "+" : "")
                + odds.toPlainString();
    }
}
