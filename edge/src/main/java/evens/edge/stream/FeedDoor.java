package evens.edge.stream;

import evens.edge.socket.Door;
import evens.model.Identity.Bearer;
import evens.model.Identity.Scope;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** The door of a feed: for whoever may read. */
interface FeedDoor extends Door {
    @Override
    default @Nullable String refusal(Bearer bearer) {
        return bearer.may(Scope.READ) ? null : "the token lacks the scope read";
    }

    @Override
    default @Nullable String problem(HttpServerRequest request) {
        return Heartbeat.problem(request);
    }
}
