package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.app.PlainSocket.Frame;
import evens.app.Venue.Player;
import evens.client.Cancelled;
import evens.client.Conditions;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.OrdersRefused;
import evens.client.OrdersSocket;
import evens.client.Placed;
import evens.client.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many messages of one orders socket under way at a time, and kills between them. */
@Tag("long")
class OrdersPipelineTest {
    private static final int TIMES = 1_000;

    @TempDir static Path data;
    private static Venue venue;
    private static Game game;

    @BeforeAll
    static void open() {
        venue = new Venue(data);
        game = venue.game();
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    private static NewOrder order() {
        return NewOrder.of(game.id(), game.home().id(), 150, "5", OrderType.POST);
    }

    @Test
    void whatIsSentBehindAKillOnOneSocketStays() {
        Player ann = venue.player("ann", "1000");
        try (OrdersSocket socket = ann.client().ordersSocket()) {
            List<CompletableFuture<Reply<List<Cancelled>>>> kills = new ArrayList<>();
            List<CompletableFuture<Reply<Placed>>> places = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                kills.add(socket.cancelAll(Conditions.NONE));
                places.add(socket.place(order()));
            }
            String last = "";
            for (int i = 0; i < TIMES; i++) {
                Reply<List<Cancelled>> kill = kills.get(i).join();
                assertThat(kill.value())
                        .extracting(Cancelled::sessionID)
                        .isEqualTo(last.isEmpty() ? List.of() : List.of(last));
                Reply<Placed> place = places.get(i).join();
                assertThat(place.value().error()).isNull();
                assertThat(place.sequence()).isGreaterThan(kill.sequence());
                last = id(place.value());
            }
            String only = last;
            assertThat(ann.client().unmatched())
                    .singleElement()
                    .satisfies(open -> assertThat(open.id()).isEqualTo(only));
        }
    }

    /**
     * The answer to a ping says that all frames before it were read; then somebody kills by a
     * request.
     */
    @Test
    void whatWasReadBeforeAKillFromElsewhereIsOver() throws IOException {
        Player bob = venue.player("bob", "1000");
        String place =
                "[\"placeV3\",{\"orders\":[" + Wire.order(game, "post home at 150 for 5") + "]}]";
        int frames = 5;
        int stale = 0;
        try (PlainSocket socket = PlainSocket.open(venue.server().base(), bob.token())) {
            for (int i = 0; i < TIMES; i++) {
                for (int j = 0; j < frames; j++) {
                    socket.text(place);
                }
                socket.send(true, PlainSocket.PING, new byte[] {1});
                List<JsonNode> answers = new ArrayList<>();
                Frame next = socket.next();
                while (next.type() != PlainSocket.PONG) {
                    answers.add(ErrorBody.read(next.text()));
                    next = socket.next();
                }
                Reply<List<Cancelled>> kill = bob.client().orders().cancelAll(Conditions.NONE);
                while (answers.size() < frames) {
                    answers.add(ErrorBody.read(socket.next().text()));
                }
                Set<String> ended = new HashSet<>();
                kill.value().forEach(each -> ended.add(String.valueOf(each.sessionID())));
                for (JsonNode answer : answers) {
                    JsonNode result = answer.required("data").required(0);
                    if (result.has("error")) {
                        assertThat(result.required("error").asString()).isEqualTo("stale epoch");
                        stale++;
                    } else {
                        assertThat(ended.remove(result.at("/unmatched/orderID").asString()))
                                .as("%s after %s", answer, kill)
                                .isTrue();
                        assertThat(answer.required("sequence").longValue())
                                .isLessThan(kill.sequence());
                    }
                }
                assertThat(ended).isEmpty();
                if (i % 100 == 0) {
                    assertThat(bob.client().unmatched()).isEmpty();
                }
                socket.text(place);
                JsonNode after = ErrorBody.read(socket.next().text());
                assertThat(after.at("/data/0").has("unmatched")).as("%s", after).isTrue();
                bob.client().cancelAll();
            }
        }
        assertThat(stale).as("frames that a kill overtook").isPositive();
    }

    @Test
    void asManyAsAreAllowedAreUnderWayAndAllAreAnswered() {
        Player carl = venue.player("carl", "1000");
        try (OrdersSocket socket = carl.client().ordersSocket()) {
            List<CompletableFuture<Reply<Placed>>> places = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                places.add(socket.place(order().withReference("r" + i)));
            }
            CompletableFuture<Reply<List<Cancelled>>> kill = socket.cancelAll(Conditions.NONE);
            Map<String, String> accepted = new HashMap<>();
            for (int i = 0; i < places.size(); i++) {
                try {
                    Placed placed = places.get(i).join().value();
                    assertThat(placed.error()).isNull();
                    accepted.put(id(placed), "r" + i);
                } catch (CompletionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    OrdersRefused.class,
                                    no -> {
                                        assertThat(no.error()).isEqualTo("too many requests");
                                        assertThat(no.errorType()).isEqualTo("system_error");
                                    });
                }
            }
            assertThat(accepted).hasSizeGreaterThanOrEqualTo(1_024);
            Map<String, String> ended = new HashMap<>();
            for (Cancelled each : kill.join().value()) {
                ended.put(
                        Objects.requireNonNull(each.sessionID()),
                        Objects.requireNonNull(each.userReference()));
            }
            assertThat(ended).isEqualTo(accepted);
        }
    }

    /** Orders in a live delay are under way until it is over, or somebody cancels them. */
    @Test
    void oneMoreThanAllowedIsRefusedAndAKillIsNot() {
        Game live = venue.gameOf("GOLF-LIVE", "golf", ", \"live\": true");
        Player gil = venue.player("gil", "10000");
        Player hal = venue.player("hal", "10000");
        Wire.rest(hal, live, "post away at 100 for 5000");
        NewOrder taking =
                NewOrder.of(live.id(), live.home().id(), 100, "1", OrderType.FILL_AND_KILL);
        try (OrdersSocket socket = gil.client().ordersSocket()) {
            List<CompletableFuture<Reply<Placed>>> waiting = new ArrayList<>();
            for (int i = 0; i < 1_024; i++) {
                waiting.add(socket.place(taking));
            }
            assertThatThrownBy(() -> socket.place(taking).join())
                    .hasCauseInstanceOf(OrdersRefused.class)
                    .hasMessageContaining("too many requests");
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            assertThat(socket.cancelAll(Conditions.NONE).join().value()).hasSize(1_024);
            for (CompletableFuture<Reply<Placed>> each : waiting) {
                assertThat(each.join().value().error())
                        .isEqualTo("order cancelled during live delay");
            }
            assertThat(socket.place(order()).join().value().error()).isNull();
        }
        assertThat(gil.client().matchedBets()).isEmpty();
    }

    @Test
    void anEpochThatIsOverRefusesWhatNamesIt() {
        Player dora = venue.player("dora", "1000");
        try (OrdersSocket socket = dora.client().ordersSocket()) {
            long before = socket.place(order()).join().epoch();
            Reply<List<Cancelled>> kill = dora.client().orders().cancelAll(Conditions.NONE);
            assertThat(kill.epoch()).isEqualTo(before + 1);
            Placed late =
                    socket.place(List.of(order()), Conditions.at(before)).join().value().getFirst();
            assertThat(late.error()).isEqualTo("stale epoch");
            assertThat(late.errorType()).isEqualTo("rejected_order_type_rules");
            Placed now =
                    socket.place(List.of(order()), Conditions.at(kill.epoch()))
                            .join()
                            .value()
                            .getFirst();
            assertThat(now.error()).isNull();
        }
    }

    @Test
    void oneKeyIsOneOrderWhicheverWayItComes() {
        Player eve = venue.player("eve", "1000");
        try (OrdersSocket socket = eve.client().ordersSocket()) {
            Conditions once = Conditions.under("once");
            CompletableFuture<Reply<List<Placed>>> first = socket.place(List.of(order()), once);
            CompletableFuture<Reply<List<Placed>>> second = socket.place(List.of(order()), once);
            Reply<List<Placed>> third = eve.client().orders().place(List.of(order()), once);
            assertThat(second.join().value()).isEqualTo(first.join().value());
            assertThat(third.value()).isEqualTo(first.join().value());
            assertThat(third.sequence()).isEqualTo(first.join().sequence());
            assertThat(eve.client().unmatched()).hasSize(1);
            NewOrder another = order().withReference("another");
            assertThatThrownBy(() -> socket.place(List.of(another), once).join())
                    .hasCauseInstanceOf(OrdersRefused.class)
                    .hasMessageContaining(
                            "the idempotency key was used for another request before");
            Conditions kill = Conditions.under("kill");
            Reply<List<Cancelled>> killed = socket.cancelAll(kill).join();
            socket.place(order()).join();
            assertThat(killed.value()).hasSize(1);
            assertThat(socket.cancelAll(kill).join().value()).isEqualTo(killed.value());
            assertThat(eve.client().unmatched()).hasSize(1);
        }
    }

    private static String id(Placed placed) {
        return Objects.requireNonNull(placed.unmatched(), () -> placed.toString()).orderID();
    }
}
