package evens.edge.socket;

import evens.edge.auth.Authenticator.Finding.Known;
import evens.model.Identity.Bearer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Where sockets of one kind are opened on one event loop. */
public interface Door {
    /** Why this bearer may not come in; null if he may. */
    @Nullable String refusal(Bearer bearer);

    /** Whether somebody may come in who does not say who he is. */
    boolean isOpenToAnybody();

    /** What is wrong with the request; null if nothing is. */
    @Nullable String problem(HttpServerRequest request);

    /**
     * Somebody comes in. What happens from now on is for him, although he hears of it only when the
     * socket is open.
     */
    Opening open(HttpServerRequest request, @Nullable Known who);

    /** A socket that is about to open. One of the two happens, on the loop. */
    interface Opening {
        Connection opened(Peer peer);

        void failed();
    }
}
