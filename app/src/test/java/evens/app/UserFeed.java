package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.Messages;
import evens.client.SocketClosed;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** A socket of the user feed as the texts that come over it. */
final class UserFeed implements AutoCloseable {
    private static final long TO_HEAR_SECONDS = 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Messages messages;

    static UserFeed by(URI base, String token, String query) {
        return new UserFeed(base, token, query);
    }

    private UserFeed(URI base, String token, String query) {
        URI address = URI.create("ws://" + base.getAuthority() + "/v2/user" + query);
        messages = Messages.open(HTTP, address, Map.of("Authorization", token), heard::add);
    }

    static UserFeed of(Venue venue, Player player) {
        return of(venue, player, "");
    }

    static UserFeed of(Venue venue, Player player, String query) {
        return new UserFeed(venue.server().base(), player.token(), query);
    }

    void send(String text) {
        messages.send(text);
    }

    /** The next text that comes. */
    String text() {
        try {
            String text = heard.poll(TO_HEAR_SECONDS, TimeUnit.SECONDS);
            assertThat(text).as("a message; closed: %s", messages.closed()).isNotNull();
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode next() {
        return ErrorBody.read(text());
    }

    List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** Whether nothing has come that was not read. */
    boolean isSilent() {
        return heard.isEmpty();
    }

    /** How the socket ended. */
    SocketClosed closed() {
        try {
            return messages.closed().get(TO_HEAR_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("the socket is open", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        messages.close();
    }
}
