package evens.edge.stream;

import evens.edge.orders.RecordedSteps;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.view.View;
import evens.edge.wire.MessageId;
import evens.model.RecordedFeed;
import java.util.List;

/** {@code /v2/user/messages}: what the user feed has told, for who was away. */
public final class ReplayRoute {
    private final View view;
    private final RecordedFeed feed;
    private final RecordedSteps recorded;

    public ReplayRoute(View view, RecordedFeed feed) {
        this.view = view;
        this.feed = feed;
        this.recorded = new RecordedSteps(feed);
    }

    public List<Route> routes() {
        return List.of(Route.get("/v2/user/messages", Needs.READ, this::messages).openLikeSocket());
    }

    private void messages(Call call) {
        List<String> after = call.parameters("afterID");
        List<String> before = call.parameters("beforeID");
        if (after.isEmpty()) {
            call.bad("afterID is missing");
        } else if (!isOneId(after)) {
            call.bad("afterID must be one id of a message");
        } else if (!before.isEmpty() && !isOneId(before)) {
            call.bad("beforeID must be one id of a message");
        } else {
            long account = call.person().account();
            Replay.Asked asked =
                    view.between(() ->
                            new Replay.Asked(
                                    account,
                                    id(after),
                                    before.isEmpty() ? MessageId.END : id(before),
                                    view.sequence(),
                                    view.messages(account)));
            Thread.ofVirtual().name("evens-replay").start(() -> answer(call, asked));
        }
    }

    private static boolean isOneId(List<String> values) {
        return values.size() == 1 && MessageId.isOne(values.getFirst());
    }

    private static MessageId id(List<String> values) {
        return MessageId.of(values.getFirst());
    }

    /** What the view has may not be recorded yet, and would be missing. */
    private void answer(Call call, Replay.Asked asked) {
        if (recorded.isWritten(asked.sequence())) {
            call.onLoop(() -> {
                call.sequence(asked.sequence());
                call.pages(new Replay(view, feed, asked));
            });
        } else {
            call.onLoop(() -> {
                call.header("Retry-After", "1");
                call.fail(503, "the last messages are not recorded yet");
            });
        }
    }
}
