package evens.edge.rest;

import evens.edge.auth.Authenticator;
import evens.edge.auth.Authenticator.Finding;
import evens.edge.metrics.Metrics;
import evens.edge.socket.Door;
import evens.edge.socket.LoopSockets;
import evens.edge.view.AccountRow;
import evens.edge.view.View;
import evens.model.Identity.Bearer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that becomes a socket. Whatever is wrong with it is said before it does. */
public final class SocketUpgrade {
    private static final String VERSION = "13";
    private static final int KEY_LENGTH = 24;

    private final Router router;
    private final Authenticator authenticator;
    private final View view;
    private final Metrics metrics;

    public SocketUpgrade(Router router, Authenticator authenticator, View view, Metrics metrics) {
        this.router = router;
        this.authenticator = authenticator;
        this.view = view;
        this.metrics = metrics;
    }

    /** The door that a request comes to; null if it is no path of sockets. */
    public static @Nullable Door door(HttpServerRequest request, LoopSockets sockets) {
        String path = request.path();
        return path == null ? null : sockets.door(path.toLowerCase(Locale.ROOT));
    }

    /** Opens a socket, or says why not. */
    public void handle(HttpServerRequest request, Door door, LoopSockets sockets) {
        request.response().endHandler(_ -> metrics.answered(request.response().getStatusCode()));
        if (!router.admits(request)) {
            return;
        }
        if (!request.method().equals(HttpMethod.GET)) {
            request.response().putHeader("Allow", "GET");
            Errors.object(request, 405, "method not allowed");
            return;
        }
        if (!names(request.getHeader("Upgrade"), "websocket")
                || !names(request.getHeader("Connection"), "upgrade")) {
            request.response().putHeader("Upgrade", "websocket");
            Errors.object(request, 426, "this is a WebSocket");
            return;
        }
        if (!VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
            request.response().putHeader("Sec-WebSocket-Version", VERSION);
            Errors.object(request, 426, "Sec-WebSocket-Version must be " + VERSION);
            return;
        }
        String key = request.getHeader("Sec-WebSocket-Key");
        if (key == null || key.length() != KEY_LENGTH) {
            Errors.object(request, 400, "Sec-WebSocket-Key must be 16 bytes in Base64");
            return;
        }
        switch (authenticator.findForSocket(request)) {
            case Finding.Known known -> {
                if (admits(request, door, known.bearer())) {
                    open(request, door, sockets, known);
                }
            }
            case Finding.Anonymous _ -> {
                if (door.isOpenToAnybody()) {
                    open(request, door, sockets, null);
                } else {
                    Errors.object(request, 401, "InvalidCredentials");
                }
            }
            case Finding.Invalid _ -> Errors.object(request, 401, "InvalidCredentials");
            case Finding.CrossSite _ ->
                    Errors.object(request, 403, "the request comes from another site");
        }
    }

    /** Whether this bearer may come in; if not, the request is answered. */
    private boolean admits(HttpServerRequest request, Door door, Bearer bearer) {
        String refusal = door.refusal(bearer);
        AccountRow row = view.account(bearer.person().account());
        if (refusal != null) {
            Errors.object(request, 403, refusal);
        } else if (row == null) {
            Errors.object(request, 503, "the account is not open yet");
        } else if (row.banned()) {
            Errors.object(request, 403, "the account is banned");
        } else {
            return true;
        }
        return false;
    }

    private static void open(
            HttpServerRequest request,
            Door door,
            LoopSockets sockets,
            Finding.@Nullable Known who) {
        String problem = door.problem(request);
        if (problem != null) {
            Errors.text(request, 400, problem);
            return;
        }
        Door.Opening opening = door.open(request, who);
        request.toWebSocket()
                .onSuccess(socket -> sockets.serve(socket, who, opening))
                .onFailure(_ -> opening.failed());
    }

    private static boolean names(@Nullable String header, String word) {
        if (header == null) {
            return false;
        }
        for (String each : header.split(",", -1)) {
            if (each.strip().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }
}
