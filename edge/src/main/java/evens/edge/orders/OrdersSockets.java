package evens.edge.orders;

import evens.edge.auth.Authenticator.Finding.Known;
import evens.edge.limits.PlacingLimit;
import evens.edge.socket.Connection;
import evens.edge.socket.Door;
import evens.edge.socket.Peer;
import evens.edge.view.View;
import evens.model.Identity.Bearer;
import evens.model.Identity.Scope;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Where the orders sockets of one event loop are opened, and what they share. */
public final class OrdersSockets implements Door {
    public static final String PATH = "/orders/ws";

    private final Executor loop;
    private final OrderDesk desk;
    private final View view;
    private final PlacingLimit placing;
    private final SocketOperations operations;

    /**
     * The orders sockets of this loop.
     *
     * @param loop runs tasks on it
     */
    public OrdersSockets(Executor loop, OrderDesk desk, View view, PlacingLimit placing) {
        this.loop = loop;
        this.desk = desk;
        this.view = view;
        this.placing = placing;
        this.operations = new SocketOperations(view, InstantSource.system());
    }

    @Override
    public @Nullable String refusal(Bearer bearer) {
        return bearer.may(Scope.TRADE) || bearer.may(Scope.CANCEL)
                ? null
                : "the token lacks the scope trade or cancel";
    }

    @Override
    public boolean isOpenToAnybody() {
        return false;
    }

    @Override
    public @Nullable String problem(HttpServerRequest request) {
        return null;
    }

    @Override
    public Opening open(HttpServerRequest request, @Nullable Known who) {
        Bearer bearer = Objects.requireNonNull(who, "nobody comes in unknown").bearer();
        return new Opening() {
            @Override
            public Connection opened(Peer peer) {
                return new OrdersConnection(OrdersSockets.this, peer, bearer);
            }

            @Override
            public void failed() {}
        };
    }

    /** Runs tasks on the event loop. */
    Executor loop() {
        return loop;
    }

    OrderDesk desk() {
        return desk;
    }

    PlacingLimit placing() {
        return placing;
    }

    SocketOperations operations() {
        return operations;
    }

    /** The last step that readers see. */
    long sequence() {
        return view.sequence();
    }

    /** The account's epoch now. */
    long epoch(long account) {
        return view.epoch(account);
    }
}
