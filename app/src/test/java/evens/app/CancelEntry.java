package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One entry of a cancel's answer against a word that says what it should be. */
final class CancelEntry {
    private static final Pattern OK = Pattern.compile("ok\\(([\\d.]+),([\\d.]+)\\)");

    private CancelEntry() {}

    static void check(JsonNode entry, String askedID, String word) {
        String id = askedID.toLowerCase(Locale.ROOT);
        switch (word) {
            case "not-found" ->
                    exactly(entry, "{\"success\":false,\"reason\":\"Order not found\"}");
            case "not-yours" -> exactly(entry, "{\"success\":false,\"reason\":\"Not your order\"}");
            case "already-cancelled" -> closed(entry, id, "Order already cancelled");
            case "already-filled" -> closed(entry, id, "Order already filled");
            case "expired" -> closed(entry, id, "Order expired");
            default -> {
                Matcher ok = OK.matcher(word);
                assertThat(ok.matches()).as(word).isTrue();
                success(entry, id, ok.group(1), ok.group(2));
            }
        }
    }

    static void success(JsonNode entry, String id, String filled, String remaining) {
        assertThat(entry.required("success").booleanValue()).as("%s", entry).isTrue();
        assertThat(entry.required("sessionID").asString()).isEqualTo(id);
        assertThat(entry.required("filled").decimalValue()).isEqualByComparingTo(filled);
        assertThat(entry.required("offered").decimalValue()).isEqualByComparingTo("0");
        assertThat(entry.required("remaining").decimalValue()).isEqualByComparingTo(remaining);
        assertThat(entry.required("reason").asString()).isEqualTo("user");
    }

    private static void closed(JsonNode entry, String id, String reason) {
        exactly(
                entry,
                "{\"success\":false,\"sessionID\":\"%s\",\"reason\":\"%s\"}".formatted(id, reason));
    }

    /** The same members with the same values, in any order. */
    private static void exactly(JsonNode entry, String expected) {
        assertThat(entry).as("%s", entry).isEqualTo(ErrorBody.read(expected));
    }
}
