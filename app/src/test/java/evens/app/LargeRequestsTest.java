package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Cancelled;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.Offer;
import evens.client.OpenOrder;
import evens.client.OrderType;
import evens.client.Placed;
import evens.client.RawResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest requests and answers there are, and one more. */
@Tag("long")
class LargeRequestsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir static Path data;
    private static Venue venue;
    private static Game game;
    private Player ann;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        game = venue.game();
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @BeforeEach
    void someoneNew() {
        ann = venue.player("ann", "100000");
    }

    @Test
    void tenThousandIdsInOneRequest() {
        List<String> ids = place(10_000);
        Collections.shuffle(ids, new Random(1));
        List<Cancelled> entries = ann.client().cancelMultiple(ids);
        assertThat(entries).extracting(Cancelled::sessionID).isEqualTo(ids);
        assertThat(entries).allMatch(Cancelled::success);
        assertThat(ann.client().unmatched()).isEmpty();
    }

    @Test
    void cancelAllOfFiftyThousandOrdersAnswersEachOnceOldestFirst() {
        List<String> oldestFirst = place(50_000);
        List<Cancelled> entries = ann.client().cancelAll();
        assertThat(entries).hasSize(50_000);
        assertThat(entries.stream().map(Cancelled::sessionID).toList()).isEqualTo(oldestFirst);
        assertThat(entries).allMatch(Cancelled::success);
        assertThat(ann.client().cancelAll()).isEmpty();
        assertThat(ann.client().unmatched()).isEmpty();
    }

    @Test
    void aThousandOrdersWithTheLongestReferences() {
        List<NewOrder> batch = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            batch.add(order().withReference(longReference(i)));
        }
        List<Placed> placed = ann.client().place(batch);
        assertThat(placed).hasSize(1_000);
        for (int i = 0; i < 1_000; i++) {
            Offer offer = Objects.requireNonNull(placed.get(i).unmatched());
            assertThat(offer.userReference()).isEqualTo(longReference(i));
        }
        List<OpenOrder> open = ann.client().unmatched();
        assertThat(open).hasSize(1_000);
        assertThat(open.stream().map(OpenOrder::userReference).sorted().toList())
                .isEqualTo(batch.stream().map(NewOrder::userReference).sorted().toList());
    }

    @Test
    void aThousandAndOneOrdersAreRefusedAndNothingIsPlaced() {
        List<String> orders = Collections.nCopies(1_001, json());
        RawResponse response = post("{\"orders\":[" + String.join(",", orders) + "]}");
        assertThat(response.status()).as(response.body()).isEqualTo(400);
        ErrorBody.string(response, ".*1,?000.*");
        assertThat(ann.client().unmatched()).isEmpty();
    }

    @Test
    void aBodyOfOneMebibyteIsReadAndOneByteMoreIsTooLarge() {
        String body = "{\"orders\":[" + json() + "]}";
        String padding = " ".repeat(MEBIBYTE - body.length());

        RawResponse fits = post(body + padding);
        assertThat(fits.status()).as(fits.body()).isEqualTo(200);
        assertThat(ann.client().unmatched()).hasSize(1);

        RawResponse tooLarge = post(body + padding + " ");
        assertThat(tooLarge.status()).as(tooLarge.body()).isEqualTo(413);
        ErrorBody.object(tooLarge, ".+");
        assertThat(ann.client().unmatched()).hasSize(1);
    }

    @Test
    void theLargestBodyThatIsOrdersThroughAndThrough() {
        List<String> orders = new ArrayList<>();
        int size = "{\"orders\":[]}".length();
        for (int i = 0; i < 1_000; i++) {
            String order = json().replace("}", ",\"userReference\":\"" + longReference(i) + "\"}");
            orders.add(order);
            size += order.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        String filler = ",\"filler\":\"" + "x".repeat(MEBIBYTE - size - 12) + "\"}";
        String body = "{\"orders\":[" + String.join(",", orders) + "]" + filler;
        RawResponse response = post(body);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(ann.client().unmatched()).hasSize(1_000);
    }

    /** 128 characters of four bytes each, another text for each number. */
    private static String longReference(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 128; i++) {
            text.appendCodePoint(0x1F300 + (number * 31 + i) % 256);
        }
        return text.toString();
    }

    private static NewOrder order() {
        return NewOrder.of(game.id(), game.home().id(), 150, "1", OrderType.POST);
    }

    private static String json() {
        return """
        {"gameID":"%s","type":"moneyline","side":"%s","odds":150,"bet":1,"orderType":"post"}\
        """
                .formatted(game.id(), game.home().id());
    }

    /** Ids of so many orders, oldest first. */
    private List<String> place(int count) {
        List<String> ids = new ArrayList<>(count);
        List<NewOrder> batch = Collections.nCopies(1_000, order());
        while (ids.size() < count) {
            for (Placed placed : ann.client().place(batch)) {
                ids.add(Objects.requireNonNull(placed.unmatched()).orderID());
            }
        }
        return ids;
    }

    private RawResponse post(String body) {
        return ann.client()
                .raw(
                        "POST",
                        "/session/v3/place",
                        Map.of("Authorization", ann.token(), "Content-Type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8));
    }
}
