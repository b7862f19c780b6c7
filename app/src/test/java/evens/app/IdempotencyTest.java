package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Game;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Orders that are sent three times under the same key, by three ways and from several threads: some
 * while the first is running, some after the process was killed and came back. Each exists once,
 * and whoever asked was told the same.
 */
@Tag("long")
class IdempotencyTest {
    private static final int ORDERS = 5_000;
    private static final int REFUSED = 250;
    private static final int PLAYERS = 4;
    private static final int SEED = 20_264;

    @TempDir Path data;

    @Test
    void eachOrderExistsOnceAndAllAnswersOfAKeySayTheSame() throws Exception {
        Random random = new Random(SEED);
        try (Venue venue = new Venue(data, Map.of("EVENS_SNAPSHOT_COMMANDS", "4000"))) {
            Game game = venue.game();
            List<Player> players = new ArrayList<>();
            for (int i = 0; i < PLAYERS; i++) {
                players.add(venue.player("once", "1000000"));
            }
            List<KeyedOrder> orders = orders(game);
            KeyedSending sending = new KeyedSending();
            List<KeyedSending.Sent> unanswered = sends(orders, random);
            for (int parts = 3; parts > 0; parts--) {
                List<Player> now = players.stream().map(venue::again).toList();
                int answers = unanswered.size() / parts;
                unanswered = sending.send(venue.server(), now, unanswered, answers);
                if (parts > 1) {
                    venue.restart();
                }
            }
            assertThat(unanswered).isEmpty();

            List<Player> now = players.stream().map(venue::again).toList();
            check(orders, sending, rows(now));
            assertThat(sending.besides()).as("sent side by side").isGreaterThan(ORDERS / 10);
            System.out.printf(
                    "figure: keys: %d orders, %d answers, %d sent side by side, %d sent again after"
                            + " a kill -9%n",
                    orders.size(), sending.answers(), sending.besides(), sending.lost());
        }
    }

    /** Most rest; some find nothing to take, which is an answer too. */
    private static List<KeyedOrder> orders(Game game) {
        List<KeyedOrder> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS + REFUSED; i++) {
            boolean rests = i < ORDERS;
            String words =
                    rests
                            ? "post home at %d for %d".formatted(150 + i % 7, 1 + i % 11)
                            : "fillAndKill over %d at -110 for 5".formatted(i % 9);
            String key = "key-" + i;
            String json = Wire.order(game, words);
            String order =
                    json.substring(0, json.length() - 1) + ",\"userReference\":\"" + key + "\"}";
            orders.add(new KeyedOrder(key, i % PLAYERS, order, rests));
        }
        return orders;
    }

    /**
     * Each order by each way, in three piles: the first has the three of an order side by side, the
     * second in any order, the third one time, and two times far behind.
     */
    private static List<KeyedSending.Sent> sends(List<KeyedOrder> orders, Random random) {
        List<KeyedOrder> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, random);
        List<KeyedSending.Sent> sideBySide = new ArrayList<>();
        List<KeyedSending.Sent> anyOrder = new ArrayList<>();
        List<KeyedSending.Sent> farBehind = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) {
            List<KeyedSending.Sent> three = new ArrayList<>();
            for (KeyedSending.Way way : KeyedSending.Way.values()) {
                three.add(new KeyedSending.Sent(shuffled.get(i), way));
            }
            Collections.shuffle(three, random);
            switch (i % 3) {
                case 0 -> sideBySide.addAll(three);
                case 1 -> anyOrder.addAll(three);
                default -> {
                    anyOrder.add(three.getFirst());
                    farBehind.addAll(three.subList(1, 3));
                }
            }
        }
        Collections.shuffle(anyOrder, random);
        Collections.shuffle(farBehind, random);
        int half = anyOrder.size() / 2;
        List<KeyedSending.Sent> all = new ArrayList<>(anyOrder.subList(0, half));
        all.addAll(sideBySide);
        all.addAll(anyOrder.subList(half, anyOrder.size()));
        all.addAll(farBehind);
        return all;
    }

    /** Every open order, by its owner's place and its reference. */
    private static Map<String, JsonNode> rows(List<Player> players) {
        Map<String, JsonNode> rows = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < players.size(); i++) {
            Player player = players.get(i);
            for (JsonNode row :
                    Wire.data(Wire.get(player, "/user/getUnmatched")).required("unmatched")) {
                assertThat(ids.add(row.required("id").asString())).isTrue();
                String name = i + " " + row.required("userReference").asString();
                assertThat(rows.put(name, row)).as("a second order of %s", name).isNull();
            }
        }
        return rows;
    }

    private static void check(
            List<KeyedOrder> orders, KeyedSending sending, Map<String, JsonNode> rows) {
        assertThat(rows).hasSize(ORDERS);
        Set<Long> steps = new HashSet<>();
        for (KeyedOrder order : orders) {
            List<KeyedSending.Answer> answers = sending.answersTo(order);
            assertThat(answers).as(order.key()).hasSize(3);
            assertThat(Set.copyOf(answers)).as(order.key()).hasSize(1);
            KeyedSending.Answer answer = answers.getFirst();
            assertThat(steps.add(answer.sequence())).as("%s has its own step", order).isTrue();
            JsonNode row = rows.get(order.player() + " " + order.key());
            if (order.rests()) {
                String id = answer.result().required("unmatched").required("orderID").asString();
                assertThat(row).as(order.key()).isNotNull();
                assertThat(row.required("id").asString()).isEqualTo(id);
            } else {
                assertThat(row).as(order.key()).isNull();
                assertThat(LiveWait.words(answer.result()))
                        .isEqualTo("rejected_order_type_rules: fill and kill has no matches");
            }
        }
    }
}
