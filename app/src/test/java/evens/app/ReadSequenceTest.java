package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.RawResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The sequence that a read carries is the step that it shows: while one account places and cancels
 * as fast as it can, each read shows exactly the orders that were open after that step.
 */
@Tag("long")
class ReadSequenceTest {
    private static final int CHANGES = 1_500;

    @TempDir static Path data;
    private static Venue venue;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    /** The steps in which an order came and went; the second is 0 while it is there. */
    private record Stay(long from, long to) {
        boolean covers(long sequence) {
            return from <= sequence && (to == 0 || sequence < to);
        }
    }

    /** What a read said: how many orders, and at which step. */
    private record Seen(String read, int orders, long sequence) {}

    @Test
    void everyReadShowsItsStep() throws Exception {
        Player ann = venue.player("ann", "1000000");
        Game game = venue.gameOf("SEQUENCE", "hockey", "");
        List<String> reads =
                List.of(
                        "/exchange/v2/getOrderbook?gameID=" + game.id(),
                        "/exchange/getOrderbook?leagueRequested=SEQUENCE",
                        "/exchange/getOrderbookPaginated?leagueRequested=SEQUENCE",
                        "/exchange/getSingleOrderbook?gameID=" + game.id(),
                        "/exchange/getOddsForAveragePrice?leagueRequested=SEQUENCE",
                        "/user/getUnmatched",
                        "/user/getOrdersForGame?gameID=" + game.id());
        AtomicBoolean over = new AtomicBoolean();
        List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
        List<Stay> stays;
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Player reader =
                        new Player(
                                ann.username(),
                                ann.id(),
                                new EvensClient(venue.server().base(), ann.token()));
                running.add(readers.submit(() -> read(reader, reads, over, seen)));
            }
            try {
                stays = trade(ann, game);
            } finally {
                over.set(true);
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        for (Seen one : seen) {
            assertThat(stays.stream().filter(stay -> stay.covers(one.sequence())).count())
                    .as("%s", one)
                    .isEqualTo(one.orders());
        }
        assertThat(seen).hasSizeGreaterThan(200);
        assertThat(seen.stream().map(Seen::sequence).distinct()).hasSizeGreaterThan(100);
    }

    /** Each change is a step: an order more, or all gone. */
    private static List<Stay> trade(Player ann, Game game) {
        List<Stay> stays = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        String order = "{\"orders\":[" + Wire.order(game, "post home at 100 for 10") + "]}";
        for (int i = 0; i < CHANGES; i++) {
            if (i % 7 == 6) {
                long to = Wire.sequence(Wire.post(ann, "/session/cancelAllOrders", "{}"));
                open.forEach(from -> stays.add(new Stay(from, to)));
                open.clear();
            } else {
                open.add(Wire.sequence(Wire.post(ann, "/session/v3/place", order)));
            }
        }
        open.forEach(from -> stays.add(new Stay(from, 0)));
        return stays;
    }

    private static void read(
            Player reader, List<String> reads, AtomicBoolean over, List<Seen> seen) {
        for (int i = 0; !over.get(); i++) {
            String read = reads.get(i % reads.size());
            RawResponse response = Wire.get(reader, read);
            seen.add(new Seen(read, orders(read, response.json()), Wire.sequence(response)));
        }
    }

    private static int orders(String read, JsonNode answer) {
        if (read.contains("AveragePrice")) {
            JsonNode odds = answer.required("games").required(0).required("odds");
            return odds.required("awayMoneylineMaxBet").intValue() / 10;
        }
        JsonNode data = answer.required("data");
        if (read.startsWith("/user")) {
            return data.required("unmatched").size();
        }
        JsonNode game =
                data.has("game") ? data.required("game") : data.required("games").required(0);
        if (data.has("orderSummary")) {
            assertThat(data.required("orderSummary"))
                    .hasSameSizeAs(game.required("awayMoneylines"));
        }
        assertThat(game.required("openInterest").intValue() / 10)
                .isEqualTo(game.required("awayMoneylines").size());
        return game.required("awayMoneylines").size();
    }
}
