package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.PlainSocket.Frame;
import evens.app.Venue.Player;
import evens.client.Game;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user feed when much happens, when nobody reads, and after a kill; in little memory. */
@Tag("long")
class UserFeedBacklogTest {
    private static final int BATCH = 1000;
    private static final Pattern TOO_SLOW =
            Pattern.compile("(?m)^evens_user_feed_too_slow_total (\\S+)$");

    @TempDir static Path data;
    private static Venue venue;

    @BeforeAll
    static void open() {
        venue = new Venue(data, Map.of("JDK_JAVA_OPTIONS", "-Xmx256m"));
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private static void place(Player player, Game game) {
        String order = Wire.order(game, "post home at 100 for 1");
        Wire.placeJson(player, "[" + String.join(",", Collections.nCopies(BATCH, order)) + "]");
    }

    private static String replay(Player player, String after) {
        return Wire.get(player, "/v2/user/messages?afterID=" + after).body();
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    private static String id(String text) {
        return ErrorBody.read(text).required("messageID").asString();
    }

    @Test
    void fiftyThousandOrdersEndInOneStep() {
        Player ann = venue.player("ann", "1000000");
        Game game = venue.game();
        int orders = 50 * BATCH;
        List<String> texts = new ArrayList<>();
        try (Talk feed = Talk.at(venue.server().base(), "/v2/user", ann.token())) {
            for (int i = 0; i < orders; i += BATCH) {
                place(ann, game);
                texts.addAll(feed.texts(BATCH));
            }
            Wire.post(ann, "/session/cancelAllOrders", "{}");
            texts.addAll(feed.texts(orders));
        }
        String body = replay(ann, "0-0");
        String head = "{\"status\":\"success\",\"messages\":[";
        assertThat(body).startsWith(head).endsWith("]}");
        int at = head.length();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(number(id(texts.get(i)))).isEqualTo(i + 1);
            assertThat(body.startsWith(texts.get(i), at)).as(texts.get(i)).isTrue();
            at += texts.get(i).length() + 1;
        }
        assertThat(at + 1).isEqualTo(body.length());
    }

    @Test
    void whoDoesNotReadIsSentAwayAndMissesNothing() throws IOException {
        Player bob = venue.player("bob", "1000000");
        Game game = venue.game();
        int before = tooSlow();
        try (Talk reader = Talk.at(venue.server().base(), "/v2/user", bob.token());
                PlainSocket lazy =
                        PlainSocket.lazy(venue.server().base(), "/v2/user", bob.token())) {
            List<String> texts = new ArrayList<>();
            while (tooSlow() == before) {
                place(bob, game);
                texts.addAll(reader.texts(BATCH));
                assertThat(texts).hasSizeLessThan(60 * BATCH);
            }
            int read = readToTheEnd(lazy, texts, "more than 16 MiB of messages were not read");
            assertThat(read).isLessThan(texts.size());
            assertThat(replay(bob, id(texts.get(read - 1))))
                    .isEqualTo(
                            "{\"status\":\"success\",\"messages\":["
                                    + String.join(",", texts.subList(read, texts.size()))
                                    + "]}");
        }
    }

    @Test
    void whoTakesNothingForTenSecondsIsSentAway() throws IOException {
        Player cat = venue.player("cat", "1000000");
        Game game = venue.game();
        int before = tooSlow();
        try (Talk reader = Talk.at(venue.server().base(), "/v2/user", cat.token());
                PlainSocket lazy =
                        PlainSocket.lazy(venue.server().base(), "/v2/user", cat.token())) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                place(cat, game);
                texts.addAll(reader.texts(BATCH));
            }
            long since = System.nanoTime();
            Await.until(Duration.ofSeconds(40), () -> "closed", () -> tooSlow() > before);
            assertThat(Duration.ofNanos(System.nanoTime() - since))
                    .isGreaterThan(Duration.ofSeconds(5));
            readToTheEnd(lazy, texts, "nothing was read for 10 s");
            assertThat(reader.messages().closed()).isNotDone();
        }
    }

    /** How many messages came, which are the first of these, before the socket was closed. */
    private static int readToTheEnd(PlainSocket socket, List<String> texts, String reason)
            throws IOException {
        int read = 0;
        Frame frame = socket.next();
        while (frame.type() == PlainSocket.TEXT) {
            assertThat(frame.text()).isEqualTo(texts.get(read));
            read++;
            frame = socket.next();
        }
        assertThat(frame.type()).isEqualTo(PlainSocket.CLOSE);
        assertThat(frame.code()).isEqualTo(1013);
        assertThat(frame.reason()).isEqualTo(reason);
        return read;
    }

    private static int tooSlow() {
        String text = venue.operator().raw("GET", "/metrics", Map.of(), null).body();
        Matcher matcher = TOO_SLOW.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return (int) Double.parseDouble(matcher.group(1));
    }

    @Test
    void aKillChangesNothingThatWasTold() {
        Player dan = venue.player("dan", "1000000");
        Game game = venue.game();
        List<String> texts;
        try (Talk feed = Talk.at(venue.server().base(), "/v2/user", dan.token())) {
            for (int i = 0; i < 5; i++) {
                place(dan, game);
            }
            Wire.post(dan, "/session/cancelAllOrders", "{}");
            texts = feed.texts(10 * BATCH);
        }
        for (int i = 0; i < 2; i++) {
            venue.killAndRestart(() -> {});
            dan = venue.again(dan);
            long here = Wire.sequence(Wire.get(dan, "/user/getMe"));
            try (Talk quiet = Talk.at(venue.server().base(), "/v2/user?heartbeat=1", dan.token())) {
                assertThat(quiet.next().at("/heartbeat/sequence").asLong()).isEqualTo(here);
            }
            assertThat(replay(dan, id(texts.getFirst())))
                    .isEqualTo(
                            "{\"status\":\"success\",\"messages\":["
                                    + String.join(",", texts.subList(1, texts.size()))
                                    + "]}");
            try (Talk feed = Talk.at(venue.server().base(), "/v2/user", dan.token())) {
                place(dan, game);
                List<String> more = feed.texts(BATCH);
                assertThat(number(id(more.getFirst()))).isEqualTo(texts.size() + 1);
                texts.addAll(more);
            }
        }
    }
}
