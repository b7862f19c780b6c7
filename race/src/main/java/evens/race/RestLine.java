package evens.race;

import evens.client.EvensClient;
import evens.client.RawResponse;
import evens.race.Requests.Request;
import evens.race.seen.Act;
import evens.race.seen.Answer;
import evens.race.seen.Ask;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A caller who sends one request after the other. For one thread. */
final class RestLine implements Line {
    private final Diary diary;
    private final int account;
    private final int number;
    private final EvensClient client;
    private int turn;

    RestLine(Diary diary, int account, EvensClient client) {
        this.diary = diary;
        this.account = account;
        this.number = diary.newLine();
        this.client = client;
    }

    @Override
    public CompletableFuture<Answer> send(Ask ask) {
        turn++;
        long sent = System.nanoTime();
        Answer answer;
        try {
            answer = Answers.of(ask, response(Requests.of(ask)));
        } catch (RuntimeException failure) {
            answer = Answer.refused(0, Ask.NO_EPOCH, failure.toString(), true);
        }
        diary.add(new Act(account, number, false, turn, sent, System.nanoTime(), ask, answer));
        return CompletableFuture.completedFuture(answer);
    }

    private RawResponse response(Request request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", Objects.requireNonNull(client.token()));
        byte[] body = null;
        if (request.body() != null) {
            headers.put("Content-Type", "application/json");
            body = request.body().toString().getBytes(StandardCharsets.UTF_8);
        }
        return client.raw(request.method(), request.path(), headers, body);
    }
}
