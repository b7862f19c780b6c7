package evens.app;

import evens.client.Messages;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * An orders socket on which many messages may be under way, each with an answer of its own as the
 * JSON it is. An answer fails when the socket closes before it came.
 */
final class SocketCalls implements AutoCloseable {
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Messages messages;

    SocketCalls(HttpClient http, URI base, String token) {
        URI address = URI.create("ws://" + base.getAuthority() + "/orders/ws");
        messages = Messages.open(http, address, Map.of("Authorization", token), this::hear);
        var _ =
                messages.closed()
                        .thenAccept(closed ->
                                waiting.values()
                                        .forEach(answer -> answer.completeExceptionally(closed)));
    }

    private void hear(String text) {
        JsonNode answer = ErrorBody.read(text);
        Objects.requireNonNull(waiting.remove(answer.required("requestID").asString()), text)
                .complete(answer);
    }

    /**
     * Sends a message behind those that were sent before.
     *
     * @param fields of the payload, without its braces
     */
    CompletableFuture<JsonNode> ask(String type, String fields) {
        String requestID = Long.toString(count.incrementAndGet());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(requestID, answer);
        String comma = fields.isEmpty() ? "" : ",";
        messages.send(
                "[\"%s\",{\"requestID\":\"%s\"%s%s}]".formatted(type, requestID, comma, fields));
        var _ = messages.closed().thenAccept(answer::completeExceptionally);
        return answer;
    }

    @Override
    public void close() {
        messages.close();
    }
}
