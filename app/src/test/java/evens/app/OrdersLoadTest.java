package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Cancelled;
import evens.client.Game;
import evens.client.NewOrder;
import evens.client.OrderType;
import evens.client.OrdersSocket;
import evens.client.Placed;
import evens.client.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One orders socket that is never idle. */
@Tag("slow")
class OrdersLoadTest {
    /** Of each order: it is placed, it is cancelled, it is cancelled again. */
    @Test
    void aHundredThousandMessagesInLittleMemory(@TempDir Path data) {
        try (Venue small = new Venue(data, Map.of("JDK_JAVA_OPTIONS", "-Xmx256m"))) {
            Player fay = small.player("fay", "1000");
            Game its = small.game();
            NewOrder order = NewOrder.of(its.id(), its.home().id(), 150, "5", OrderType.POST);
            int orders = 33_334;
            List<CompletableFuture<?>> done = new ArrayList<>();
            try (OrdersSocket socket = fay.client().ordersSocket()) {
                List<CompletableFuture<Reply<Placed>>> places = new ArrayList<>();
                for (int i = 0; i < orders; i++) {
                    if (i >= 900) {
                        places.get(i - 900).join();
                    }
                    CompletableFuture<Reply<Placed>> place = socket.place(order);
                    places.add(place);
                    done.add(
                            place.thenCompose(
                                    placed -> cancelledTwice(socket, id(placed.value()))));
                }
                done.forEach(CompletableFuture::join);
                assertThat(socket.unanswered()).isZero();
                assertThat(socket.closed()).isNotDone();
            }
            assertThat(fay.client().unmatched()).isEmpty();
        }
    }

    private static CompletableFuture<?> cancelledTwice(OrdersSocket socket, String id) {
        CompletableFuture<Reply<Cancelled>> first = socket.cancel(id);
        CompletableFuture<Reply<Cancelled>> second = socket.cancel(id);
        return second.handle((_, no) -> {
            assertThat(first).isCompletedWithValueMatching(reply -> reply.value().success());
            assertThat(no).hasMessageContaining("order already cancelled");
            return id;
        });
    }

    private static String id(Placed placed) {
        return Objects.requireNonNull(placed.unmatched(), () -> placed.toString()).orderID();
    }
}
