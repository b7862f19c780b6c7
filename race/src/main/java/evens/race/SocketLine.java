package evens.race;

import evens.client.EvensClient;
import evens.client.Messages;
import evens.client.SocketClosed;
import evens.race.seen.Act;
import evens.race.seen.Answer;
import evens.race.seen.Ask;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An orders socket, with as many messages under way as one likes. For one thread. */
final class SocketLine implements Line, AutoCloseable {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final long TO_ANSWER_SECONDS = 30;

    private final Diary diary;
    private final int account;
    private final int number;
    private final Messages messages;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private int turn;

    private record Waiting(Ask ask, int turn, long sent, CompletableFuture<Answer> answer) {}

    SocketLine(Diary diary, int account, HttpClient http, URI base, EvensClient client) {
        this.diary = diary;
        this.account = account;
        this.number = diary.newLine();
        URI address = URI.create("ws" + base.toString().substring("http".length()) + "/orders/ws");
        Map<String, String> headers =
                Map.of("Authorization", Objects.requireNonNull(client.token()));
        messages = Messages.open(http, address, headers, this::hear);
    }

    @Override
    public CompletableFuture<Answer> send(Ask ask) {
        turn++;
        String requestID = Integer.toString(turn);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(requestID, new Waiting(ask, turn, System.nanoTime(), answer));
        messages.send(Frames.of(ask, requestID));
        return answer.orTimeout(TO_ANSWER_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> unanswered(requestID, failure));
    }

    private void hear(String text) {
        JsonNode json = MAPPER.readTree(text);
        Waiting one = waiting.remove(json.path("requestID").asString(""));
        if (one != null) {
            one.answer().complete(write(one, read(one.ask(), json)));
        }
    }

    private static Answer read(Ask ask, JsonNode json) {
        try {
            return Answers.of(ask, json);
        } catch (RuntimeException unreadable) {
            return Answer.refused(0, Ask.NO_EPOCH, unreadable + " " + json, true);
        }
    }

    private Answer unanswered(String requestID, Throwable failure) {
        Waiting one = waiting.remove(requestID);
        SocketClosed closed = messages.closed().getNow(null);
        String why = closed == null ? "no answer: " + failure : "socket closed: " + closed;
        Answer none = Answer.refused(0, Ask.NO_EPOCH, why, true);
        return one == null ? none : write(one, none);
    }

    private Answer write(Waiting one, Answer answer) {
        diary.add(
                new Act(
                        account,
                        number,
                        true,
                        one.turn(),
                        one.sent(),
                        System.nanoTime(),
                        one.ask(),
                        answer));
        return answer;
    }

    /** Why it was closed; null if it is open. */
    @Nullable SocketClosed closed() {
        return messages.closed().getNow(null);
    }

    @Override
    public void close() {
        messages.close();
    }
}
