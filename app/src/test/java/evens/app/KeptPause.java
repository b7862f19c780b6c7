package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Orders that are paused: they stay what they were, and come back as such. */
final class KeptPause implements Kept {
    private final Venue venue;
    private final Player player;
    private final Image before;
    private final List<String> oldestFirst = new ArrayList<>();
    private final String crossed;
    private Image image;

    KeptPause(Venue venue) {
        this.venue = venue;
        player = venue.player("pausing", "1000");
        Player taker = venue.player("taking", "1000");
        Game game = venue.game();
        Game other = venue.game();
        String partly = Wire.rest(player, game, "limit home at 110 for 100");
        Wire.place(taker, game, "fillAndKill away at -110 for 11");
        Wire.rest(player, game, "post over 2.25 at 105.5 for 7.000001");
        Wire.rest(player, other, "post away -1.5 at 240 for 30");
        String withReference =
                Wire.order(other, "post yes draw at 260 for 8")
                        .replaceFirst("}$", ",\"expirationMinutes\":600,\"userReference\":\"q\"}");
        Wire.placeJson(player, "[" + withReference + "]");
        crossed = Wire.rest(player, other, "post home at 100 for 12");
        Wire.rest(player, game, "postArb under 3 at -105 for 9");

        before = Image.of(player);
        assertThat(before.unmatched()).hasSize(6);
        Wire.has(row(before.unmatched(), partly), game, "filled 10");
        for (JsonNode entry : Wire.data(Wire.post(player, "/session/pauseOrders", "{}"))) {
            oldestFirst.add(entry.required("sessionID").asString());
        }
        Wire.rest(taker, other, "post away at 100 for 5");
        image = Image.of(player);
        assertThat(image.unmatched()).isEmpty();
        assertThat(image.paused()).hasSize(6);
    }

    private static JsonNode row(JsonNode rows, String id) {
        for (JsonNode row : rows) {
            if (row.required("id").asString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + id);
    }

    private static String remaining(JsonNode row) {
        return row.required("remaining").decimalValue().stripTrailingZeros().toPlainString();
    }

    @Override
    public void remember() {
        image = Image.of(venue.again(player));
    }

    @Override
    public void compare(long sinceMillis) {
        Image.of(venue.again(player)).sameAs(image);
    }

    /** All but one come back as they were. */
    @Override
    public void finish() {
        Player now = venue.again(player);
        JsonNode results =
                Wire.data(Wire.post(now, "/session/resumeOrders", "{}"))
                        .required("createdSessions");
        List<String> expected = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String id : oldestFirst) {
            expected.add(
                    id.equals(crossed)
                            ? "rejected_order_type_rules: post order cannot have matches"
                            : "rests " + remaining(row(before.unmatched(), id)));
        }
        results.forEach(result -> words.add(LiveWait.words(result)));
        assertThat(words).isEqualTo(expected);

        Image resumed = Image.of(now);
        assertThat(resumed.paused()).hasSize(1);
        assertThat(resumed.paused().required(0)).isEqualTo(row(image.paused(), crossed));
        assertThat(resumed.unmatched()).hasSize(5);
        for (JsonNode row : resumed.unmatched()) {
            assertThat(row).isEqualTo(row(before.unmatched(), row.required("id").asString()));
        }
    }
}
