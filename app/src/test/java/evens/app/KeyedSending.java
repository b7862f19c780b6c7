package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.RawResponse;
import evens.client.SocketClosed;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends orders under keys by several threads, requests and messages at once, and keeps answers. */
final class KeyedSending {
    private static final int CALLERS = 8;
    private static final int IN_FLIGHT = 200;

    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final AtomicInteger besides = new AtomicInteger();

    /** How an order is sent. */
    enum Way {
        V2,
        V3,
        SOCKET
    }

    /** One time that an order is sent. */
    record Sent(KeyedOrder order, Way way) {}

    /** What became of the order, without its envelope, in the words of REST. */
    record Answer(JsonNode result, long sequence) {}

    List<Answer> answersTo(KeyedOrder order) {
        return answers.getOrDefault(order.key(), List.of());
    }

    int answers() {
        return answered.get();
    }

    /** How many had no answer when the process was killed. */
    int lost() {
        return lost.get();
    }

    /** How many were sent while another of the same key was under way. */
    int besides() {
        return besides.get();
    }

    /**
     * Sends all by players who are logged in, and kills the process when there have been so many
     * answers, if there are. Returns what was not answered, in no certain order.
     */
    List<Sent> send(ServerProcess server, List<Player> players, List<Sent> all, int answersToKill)
            throws InterruptedException {
        Run run = new Run(server, players, all, Math.min(answersToKill, all.size()));
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofPlatform().start(run::call));
        }
        run.awaited.await();
        if (answersToKill < all.size()) {
            server.kill9();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        run.inFlight.acquire(IN_FLIGHT);
        run.sockets.forEach(SocketCalls::close);
        assertThat(run.surprises).as("neither answers nor broken connections").isEmpty();
        lost.addAndGet(run.unanswered.size());
        run.unanswered.addAll(run.queue);
        return List.copyOf(run.unanswered);
    }

    private void answered(Sent sent, JsonNode result, long sequence) {
        ObjectNode copy = (ObjectNode) result.deepCopy();
        if (copy.has("error_type")) {
            copy.set("errorType", copy.remove("error_type"));
        }
        answers.computeIfAbsent(
                        sent.order().key(), _ -> Collections.synchronizedList(new ArrayList<>()))
                .add(new Answer(copy, sequence));
        answered.incrementAndGet();
    }

    /** From the start of the process to its end. */
    private final class Run {
        private final ServerProcess server;
        private final List<Player> players;
        private final Queue<Sent> queue;
        private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
        private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();
        private final List<SocketCalls> sockets = new ArrayList<>();
        private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
        private final CountDownLatch awaited;

        Run(ServerProcess server, List<Player> players, List<Sent> all, int awaited) {
            this.server = server;
            this.players = players;
            this.queue = new ConcurrentLinkedQueue<>(all);
            this.awaited = new CountDownLatch(awaited);
            HttpClient http = HttpClient.newHttpClient();
            for (Player player : players) {
                sockets.add(new SocketCalls(http, server.base(), player.token()));
            }
        }

        void call() {
            while (server.alive()) {
                Sent sent = queue.poll();
                if (sent == null) {
                    return;
                }
                String key = sent.order().key();
                if (!begun.add(key) && !answers.containsKey(key)) {
                    besides.incrementAndGet();
                }
                inFlight.acquireUninterruptibly();
                switch (sent.way()) {
                    case V2 -> byRest(sent, "/session/v2/place");
                    case V3 -> byRest(sent, "/session/v3/place");
                    case SOCKET -> bySocket(sent);
                }
            }
        }

        private void byRest(Sent sent, String path) {
            Player player = players.get(sent.order().player());
            Map<String, String> headers =
                    Map.of(
                            "Authorization", player.token(),
                            "Content-Type", "application/json",
                            "Idempotency-Key", sent.order().key());
            String body = "{\"orders\":[" + sent.order().json() + "]}";
            try {
                RawResponse response =
                        player.client()
                                .raw("POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
                JsonNode results = Wire.data(response).required("createdSessions");
                over(sent, results.required(0), Wire.sequence(response), null);
            } catch (UncheckedIOException | AssertionError failure) {
                over(sent, null, 0, failure);
            }
        }

        private void bySocket(Sent sent) {
            String fields =
                    "\"orders\":[%s],\"idempotencyKey\":\"%s\""
                            .formatted(sent.order().json(), sent.order().key());
            var _ =
                    sockets.get(sent.order().player())
                            .ask("placeV3", fields)
                            .whenComplete((answer, failure) -> {
                                if (answer != null && answer.has("data")) {
                                    JsonNode result = answer.required("data").required(0);
                                    over(
                                            sent,
                                            result,
                                            answer.required("sequence").longValue(),
                                            null);
                                } else {
                                    over(
                                            sent,
                                            null,
                                            0,
                                            failure == null ? new AssertionError(answer) : failure);
                                }
                            });
        }

        private void over(
                Sent sent, @Nullable JsonNode result, long sequence, @Nullable Throwable failure) {
            if (result != null) {
                answered(sent, result, sequence);
                awaited.countDown();
            } else {
                unanswered.add(sent);
                if (!(failure instanceof UncheckedIOException || failure instanceof SocketClosed)) {
                    surprises.add(failure);
                }
            }
            inFlight.release();
        }
    }
}
