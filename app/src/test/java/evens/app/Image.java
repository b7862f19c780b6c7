package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All that an account sees of itself, as whole JSON. */
record Image(JsonNode user, JsonNode unmatched, JsonNode paused, JsonNode matched) {

    static Image of(Player player) {
        return new Image(
                only(player, "/user/getMe"),
                only(player, "/user/getUnmatched"),
                only(player, "/session/pausedOrders"),
                only(player, "/user/getMatchedBets"));
    }

    /** What is under the only key of the answer. */
    private static JsonNode only(Player player, String path) {
        return Wire.data(Wire.get(player, path)).iterator().next();
    }

    long epoch() {
        return user.required("epoch").longValue();
    }

    List<String> openIds() {
        List<String> ids = new ArrayList<>();
        unmatched.forEach(row -> ids.add(row.required("id").asString()));
        return ids;
    }

    /** Nothing is different, in any row, or in the order of the rows. */
    void sameAs(Image then) {
        assertThat(user).isEqualTo(then.user);
        sameRows("open orders", unmatched, then.unmatched);
        sameRows("paused orders", paused, then.paused);
        sameRows("matched bets", matched, then.matched);
    }

    static void sameRows(String what, JsonNode now, JsonNode then) {
        assertThat(now.size()).as(what).isEqualTo(then.size());
        for (int i = 0; i < then.size(); i++) {
            assertThat(now.get(i)).as("row %d of the %s", i, what).isEqualTo(then.get(i));
        }
    }
}
