package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Books;
import evens.client.Conditions;
import evens.client.Game;
import evens.client.GameBook;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.Pick;
import evens.client.PriceFrame;
import evens.client.PriceStream;
import evens.client.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client folds from streams is what the exchange answers to reads. */
@Tag("contract")
class StreamClientsTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir static Path data;
    private static Venue venue;
    private static Player ann;
    private static Player bob;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @Test
    void booksAreWhatIsRead() {
        Game before = venue.game();
        deal(before);
        Books books = new Books();
        try (PriceStream stream = bob.client().priceStream(A_SECOND, books::hear)) {
            assertThat(books.begin(bob.client().read(Books.IMAGE))).isTrue();
            assertThat(books.book(before.id()).ladders()).hasSize(5);
            deal(before);
            Game later = venue.game();
            deal(later);
            long step = deal(later);
            awaitStep(books, step);
            assertThat(books.book(before.id())).isEqualTo(read().get(before.id()));
            assertThat(books.book(later.id())).isEqualTo(read().get(later.id()));
            assertThat(books.book(later.id()).ladders()).hasSize(5);
            assertThat(books.book(later.id()).matchedVolume()).isPositive();
            assertThat(books.all()).isEqualTo(read());
            venue.operator().operator().suspend(later.id());
            Await.until(LIMIT, books::toString, () -> !books.book(later.id()).open());
            assertThat(stream.closed()).isNotDone();
        }
    }

    @Test
    void aSubscriptionIsAnswered() throws InterruptedException {
        Game mine = venue.game();
        Game other = venue.game();
        BlockingQueue<PriceFrame> frames = new LinkedBlockingQueue<>();
        try (PriceStream stream = bob.client().priceStream(null, frames::add)) {
            assertThat(frames.take()).isEqualTo(new PriceFrame.Opening());
            String requestID = stream.subscribe(Topics.games(mine.id()));
            assertThat(frames.take())
                    .isInstanceOfSatisfying(
                            PriceFrame.Subscribed.class,
                            answer -> assertThat(answer.requestID()).isEqualTo(requestID));
            post(other, Pick.moneyline(other.home().id()), "150");
            post(mine, Pick.moneyline(mine.home().id()), "150");
            assertThat(frames.take())
                    .isInstanceOfSatisfying(
                            PriceFrame.Ladder.class,
                            ladder -> {
                                assertThat(ladder.gameID()).isEqualTo(mine.id());
                                assertThat(ladder.pick())
                                        .isEqualTo(Pick.moneyline(mine.away().id()));
                                assertThat(ladder.offers()).hasSize(1);
                            });
        }
    }

    /** Offers on five ladders, and a match. */
    private static long deal(Game game) {
        post(game, Pick.moneyline(game.home().id()), "150");
        post(game, Pick.spread(game.away().id(), new BigDecimal("-1.5")), "150");
        post(game, Pick.total("over", new BigDecimal("2.25")), "150");
        post(game, Pick.threeWay("no", "draw"), "150");
        post(game, Pick.threeWay("yes", game.home().id()), "150");
        return bob.client()
                .orders()
                .place(
                        List.of(
                                NewOrder.of(
                                        game.id(),
                                        game.away().id(),
                                        -150,
                                        "3",
                                        OrderType.FILL_AND_KILL)),
                        Conditions.NONE)
                .sequence();
    }

    private static void post(Game game, Pick pick, String odds) {
        NewOrder order =
                new NewOrder(
                        game.id(),
                        pick,
                        new BigDecimal(odds),
                        BigDecimal.TEN,
                        OrderType.POST,
                        null,
                        null);
        assertThat(ann.client().place(order).error()).isNull();
    }

    private static void awaitStep(Books books, long step) {
        Await.until(LIMIT, books::toString, () -> books.sequence().orElse(0) >= step);
    }

    /** The same, with nothing but an image. */
    private static Map<String, GameBook> read() {
        Books image = new Books();
        assertThat(image.begin(bob.client().read(Books.IMAGE))).isTrue();
        return image.all();
    }
}
