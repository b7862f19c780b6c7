package evens.edge.wire;

import evens.model.Ending;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the wire spells what the exchange calls otherwise. */
public final class Names {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Names() {}

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
            case BAN -> "ban";
            case LEASE -> "lease";
            case PAUSED -> "paused";
        };
    }

    /** ISO 8601 with milliseconds, UTC. */
    public static String time(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }
}
