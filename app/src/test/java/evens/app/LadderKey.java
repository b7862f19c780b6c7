package evens.app;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What takers choose before they look at prices: one side of one question of a game.
 *
 * @param whom the participant backed, over or under, or whom it is about and yes or no
 * @param number as the taker's side writes it, "" where there is none
 */
record LadderKey(String game, String type, String whom, String number) {

    /** Of an entry of a book. */
    static LadderKey of(JsonNode entry) {
        return of(field -> entry.path(field).isNull() ? null : entry.path(field).asString());
    }

    /** Of an entry or of a frame that replaces a ladder: they name it in the same way. */
    static LadderKey of(Function<String, @Nullable String> fields) {
        String game = String.valueOf(fields.apply("gameID"));
        String type = String.valueOf(fields.apply("type"));
        return switch (type) {
            case "moneyline" -> new LadderKey(game, type, whom(fields, "participantID"), "");
            case "spread" ->
                    new LadderKey(game, type, whom(fields, "participantID"), number(fields, type));
            case "total" -> new LadderKey(game, type, whom(fields, "OU"), number(fields, type));
            case "moneyline1x2" ->
                    new LadderKey(
                            game, type, whom(fields, "market") + " " + whom(fields, "side"), "");
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String whom(Function<String, @Nullable String> fields, String field) {
        return String.valueOf(fields.apply(field));
    }

    private static String number(Function<String, @Nullable String> fields, String field) {
        return plain(new BigDecimal(String.valueOf(fields.apply(field))));
    }

    /** Without zeros that say nothing. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
