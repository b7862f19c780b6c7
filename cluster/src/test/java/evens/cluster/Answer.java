package evens.cluster;

import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
record Answer(long sequence, List<Event> events, Gateway.@Nullable Refusal refusal) {
    static CompletableFuture<Answer> submit(Gateway gateway, Command command) {
        return submit(gateway, command, new Gateway.Sender());
    }

    static CompletableFuture<Answer> submit(
            Gateway gateway, Command command, Gateway.Sender sender) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        gateway.submit(
                command,
                sender,
                new Gateway.Reply() {
                    @Override
                    public void answered(long sequence, List<Event> events) {
                        complete(new Answer(sequence, events, null));
                    }

                    @Override
                    public void refused(Gateway.Refusal refusal) {
                        complete(new Answer(0, List.of(), refusal));
                    }

                    private void complete(Answer what) {
                        if (!answer.complete(what)) {
                            throw new IllegalStateException("answered twice: " + what);
                        }
                    }
                });
        return answer;
    }

    /** Waits for the answer. */
    static Answer to(Gateway gateway, Command command) throws Exception {
        return submit(gateway, command).get(30, TimeUnit.SECONDS);
    }

    /** The only event, as what it is expected to be. */
    <E extends Event> E only(Class<E> kind) {
        if (events.size() != 1) {
            throw new AssertionError("not one event: " + this);
        }
        return kind.cast(events.getFirst());
    }
}
