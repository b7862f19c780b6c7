package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who follows his own account by the user feed alone, and keeps what he knew at every
 * heartbeat. His line is cut now and then; he takes it up again where he was.
 */
final class UserReader implements Callable<UserReader> {
    private static final int LONGEST_LINE = 3_000;

    private final URI base;
    private final Player player;
    private final LongSupplier lastStep;
    private final Random random;
    private final OwnBooks books = new OwnBooks();
    private final List<Seen> seen = new ArrayList<>();
    private int cuts;
    private int replayed;

    /** What he knew when he was told that he had been told everything up to this step. */
    record Seen(long sequence, Map<String, OwnOrder> open, int bets) {}

    /**
     * Somebody who has not begun.
     *
     * @param lastStep the step behind which he need not read on, once that is known
     */
    UserReader(URI base, Player player, long seed, LongSupplier lastStep) {
        this.base = base;
        this.player = player;
        this.lastStep = lastStep;
        this.random = new Random(seed);
    }

    /** Reads until a heartbeat says that he knows the last step. */
    @Override
    public UserReader call() throws IOException {
        read();
        while (!isOver()) {
            cuts++;
            read();
        }
        return this;
    }

    private boolean isOver() {
        return !seen.isEmpty() && seen.getLast().sequence() >= lastStep.getAsLong();
    }

    /** One line: what was missed is asked for behind the handshake, so that nothing is. */
    private void read() throws IOException {
        try (PlainSocket socket = PlainSocket.open(base, "/v2/user?heartbeat=1", player.token())) {
            long replayedUpTo = replay();
            int left = random.nextInt(LONGEST_LINE);
            while (left > 0 && !isOver()) {
                left--;
                JsonNode frame = ErrorBody.read(socket.next().text());
                JsonNode heartbeat = frame.path("heartbeat");
                if (heartbeat.isMissingNode()) {
                    books.hear(frame);
                } else if (heartbeat.required("sequence").asLong() >= replayedUpTo) {
                    keep(heartbeat.required("sequence").asLong());
                }
            }
        }
    }

    private void keep(long sequence) {
        seen.add(new Seen(sequence, Map.copyOf(books.open()), books.bets().size()));
    }

    /** Up to which step all was told. */
    private long replay() {
        RawResponse answer = Wire.get(player, "/v2/user/messages?afterID=" + books.last());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.required("status").asString()).isEqualTo("success");
        for (JsonNode message : body.required("messages")) {
            books.hear(message);
            replayed++;
        }
        return Wire.sequence(answer);
    }

    OwnBooks books() {
        return books;
    }

    List<Seen> seen() {
        return seen;
    }

    int cuts() {
        return cuts;
    }

    /** Messages that came by replay. */
    int replayed() {
        return replayed;
    }
}
