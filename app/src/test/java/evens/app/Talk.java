package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A socket as the texts that go over it. */
final class Talk implements AutoCloseable {
    private static final long TO_ANSWER_SECONDS = 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Messages messages;

    private Talk(URI base, Map<String, String> headers, String target) {
        URI address = URI.create("ws://" + base.getAuthority() + target);
        messages = Messages.open(HTTP, address, headers, heard::add);
    }

    /** An orders socket by this token. */
    static Talk with(URI base, String token) {
        return with(base, Map.of("Authorization", token), "");
    }

    static Talk with(URI base, Map<String, String> headers, String query) {
        return new Talk(base, headers, "/orders/ws" + query);
    }

    /** A socket of any kind, by this token. */
    static Talk at(URI base, String target, String token) {
        return new Talk(base, Map.of("Authorization", token), target);
    }

    /** A socket of somebody who does not say who it is. */
    static Talk anonymous(URI base, String target) {
        return new Talk(base, Map.of(), target);
    }

    Messages messages() {
        return messages;
    }

    void send(String text) {
        messages.send(text);
    }

    JsonNode next() {
        return ErrorBody.read(text());
    }

    /** So many texts. */
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

    /** The next text that comes. */
    String text() {
        try {
            String text = heard.poll(TO_ANSWER_SECONDS, TimeUnit.SECONDS);
            assertThat(text).as("a text; closed: %s", messages.closed().getNow(null)).isNotNull();
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends one text and gives back what comes next. */
    JsonNode ask(String text) {
        send(text);
        return next();
    }

    /** How the socket ended. */
    SocketClosed closed() {
        try {
            return messages.closed().get(TO_ANSWER_SECONDS, TimeUnit.SECONDS);
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
