package evens.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import evens.edge.view.GameRow;
import evens.edge.wire.UserMessage;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.Outcome;
import evens.model.Participant;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What waits for a socket of the user feed: in which order it goes, and how much it counts. */
class UserOutboxTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final Map<Long, GameRow> GAMES =
            Map.of(
                    4L,
                    new GameRow(
                            new GameTerms(
                                    4,
                                    "NBA",
                                    0,
                                    0,
                                    new Participant(1, "A", "A", ""),
                                    new Participant(2, "B", "B", ""),
                                    "A VS B",
                                    "",
                                    "Full Time",
                                    false,
                                    false,
                                    false),
                            GameState.OPEN,
                            "basketball",
                            0,
                            0));

    private final FeedFigures figures = new FeedFigures();
    private final UserOutbox outbox = new UserOutbox(figures);

    private void step(int from, int count) {
        List<UserMessage> messages = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            Event event =
                    new Event.OrderCancelled(
                            1,
                            2,
                            3,
                            4,
                            Market.MONEYLINE,
                            Outcome.FIRST,
                            0,
                            0,
                            1,
                            Ending.USER,
                            number,
                            false,
                            null);
            UserMessage.each(event, 1, messages::add);
        }
        outbox.add(messages, GAMES);
    }

    private String next() {
        TextWebSocketFrame frame = (TextWebSocketFrame) outbox.next();
        try {
            return frame.text().replaceAll(".*\"messageID\":\"1-(\\d+)\".*", "$1");
        } finally {
            frame.release();
        }
    }

    @Test
    void allGoesInTheOrderInWhichItCame() {
        step(1, 3);
        outbox.add(Buffer.buffer("beat"));
        step(4, 1);
        List<String> gone = new ArrayList<>();
        while (outbox.hasNext()) {
            gone.add(next());
        }
        assertThat(gone).containsExactly("1", "2", "3", "beat", "4");
        assertThat(outbox.weight()).isZero();
        assertThat(figures.frames.sum()).isEqualTo(5);
    }

    @Test
    void whatWaitsCountsUntilTheLastOfItsStepHasGone() {
        step(1, 10);
        outbox.add(Buffer.buffer("beat"));
        assertThat(outbox.weight()).isEqualTo(10 * 800 + 4);
        for (int i = 0; i < 9; i++) {
            next();
        }
        assertThat(outbox.weight()).isEqualTo(10 * 800 + 4);
        next();
        assertThat(outbox.weight()).isEqualTo(4);
        outbox.clear();
        assertThat(outbox.weight()).isZero();
        assertThat(outbox.hasNext()).isFalse();
    }

    @Test
    void aLongStepCountsAMebibyte() {
        step(1, 50_000);
        assertThat(outbox.weight()).isEqualTo(MEBIBYTE);
        step(50_001, 2);
        assertThat(outbox.weight()).isEqualTo(MEBIBYTE + 1600);
    }
}
