package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Books;
import evens.client.Conditions;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.GameBook;
import evens.client.MessageID;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.OwnBet;
import evens.client.OwnOrder;
import evens.client.OwnOrders;
import evens.client.Pick;
import evens.client.Placed;
import evens.client.PriceFrame;
import evens.client.PriceStream;
import evens.client.Replay;
import evens.client.Reply;
import evens.client.Topics;
import evens.client.UserStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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

    /** The socket is cut twice; what happened meanwhile is replayed. */
    @Test
    void ownOrdersAreWhatIsListed() {
        Player cat = venue.player("cat", "100000");
        Game game = venue.game();
        OwnOrders own = new OwnOrders();
        UserStream first = cat.client().userStream(A_SECOND, own::hear);
        try (first) {
            assertThat(own.catchUp(cat.client()::replay)).isTrue();
            trade(cat, game);
        }
        assertThat(first.closed()).succeedsWithin(LIMIT);
        trade(cat, game);
        try (UserStream stream = cat.client().userStream(A_SECOND, own::hear)) {
            trade(cat, game);
            assertThat(own.isCurrent()).isFalse();
            assertThat(own.catchUp(cat.client()::replay)).isTrue();
            trade(cat, game);
            stream.messages().socket().abort();
        }
        trade(cat, game);
        try (UserStream stream = cat.client().userStream(A_SECOND, own::hear)) {
            long step = trade(cat, game);
            assertThat(own.catchUp(cat.client()::replay)).isTrue();
            Await.until(LIMIT, own::toString, () -> own.sequence().orElse(0) >= step);
            assertThat(own.open().values())
                    .hasSize(11)
                    .containsExactlyInAnyOrderElementsOf(
                            rows(cat, "/user/getUnmatched", "unmatched", OwnOrder::ofRow));
            assertThat(own.bets().values())
                    .hasSize(21)
                    .containsExactlyInAnyOrderElementsOf(
                            rows(cat, "/user/getMatchedBets", "matchedBets", OwnBet::ofRow));
            assertThat(stream.closed()).isNotDone();
        }
        replaysArePartsOfAll(cat.client(), own.last());
    }

    private static void replaysArePartsOfAll(EvensClient client, MessageID last) {
        Replay all = client.replay(MessageID.START);
        assertThat(all.complete()).isTrue();
        assertThat(all.messages()).hasSize((int) last.count());
        MessageID tenth = all.messages().get(9).id();
        assertThat(client.replay(tenth, last).messages())
                .isEqualTo(all.messages().subList(10, all.messages().size() - 1));
        MessageID unknown = new MessageID(1, 10);
        assertThat(client.replay(unknown).complete()).isFalse();
    }

    private static <T> List<T> rows(
            Player player, String path, String list, Function<JsonNode, T> reader) {
        List<T> rows = new ArrayList<>();
        player.client()
                .read(path)
                .value()
                .required(list)
                .forEach(row -> rows.add(reader.apply(row)));
        return rows;
    }

    /** One is taken whole, one in part or not, one is cancelled, one takes, one rests. */
    private static long trade(Player player, Game game) {
        String home = game.home().id();
        String away = game.away().id();
        BigDecimal number = new BigDecimal("2.75");
        place(player, game, Pick.moneyline(home), "150", "10", OrderType.POST);
        place(bob, game, Pick.moneyline(away), "-150", "15", OrderType.FILL_AND_KILL);
        place(player, game, Pick.total("under", number), "150", "10", OrderType.POST);
        place(bob, game, Pick.total("over", number), "-150", "3", OrderType.FILL_AND_KILL);
        String id =
                Objects.requireNonNull(
                                place(
                                                player,
                                                game,
                                                Pick.threeWay("no", "draw"),
                                                "150",
                                                "10",
                                                OrderType.POST)
                                        .value()
                                        .unmatched())
                        .orderID();
        assertThat(player.client().cancel(id).success()).isTrue();
        place(bob, game, Pick.spread(home, number), "120", "10", OrderType.POST);
        BigDecimal other = number.negate();
        place(player, game, Pick.spread(away, other), "-120", "7", OrderType.LIMIT);
        return place(player, game, Pick.spread(home, other), "300", "2", OrderType.POST).sequence();
    }

    private static Reply<Placed> place(
            Player player, Game game, Pick pick, String odds, String bet, OrderType type) {
        NewOrder order =
                new NewOrder(
                        game.id(),
                        pick,
                        new BigDecimal(odds),
                        new BigDecimal(bet),
                        type,
                        null,
                        type == OrderType.LIMIT ? "mine" : null);
        Reply<List<Placed>> reply = player.client().orders().place(List.of(order), Conditions.NONE);
        assertThat(reply.value().getFirst().error()).isNull();
        return new Reply<>(reply.value().getFirst(), reply.sequence(), reply.epoch());
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
