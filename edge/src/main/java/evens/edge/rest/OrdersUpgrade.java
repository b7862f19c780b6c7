package evens.edge.rest;

import evens.edge.auth.Authenticator;
import evens.edge.auth.Authenticator.Finding;
import evens.edge.metrics.Metrics;
import evens.edge.orders.OrdersSockets;
import evens.edge.view.AccountRow;
import evens.edge.view.View;
import evens.model.Identity.Bearer;
import evens.model.Identity.Scope;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The request that becomes an orders socket. Whatever is wrong with it is said before it does. */
public final class OrdersUpgrade {
    private static final String PATH = "/orders/ws";
    private static final String VERSION = "13";
    private static final int KEY_LENGTH = 24;

    private final Router router;
    private final Authenticator authenticator;
    private final View view;
    private final Metrics metrics;

    public OrdersUpgrade(Router router, Authenticator authenticator, View view, Metrics metrics) {
        this.router = router;
        this.authenticator = authenticator;
        this.view = view;
        this.metrics = metrics;
    }

    public static boolean isOne(HttpServerRequest request) {
        String path = request.path();
        return path != null && path.toLowerCase(Locale.ROOT).equals(PATH);
    }

    /** Opens a socket, or says why not. */
    public void handle(HttpServerRequest request, OrdersSockets sockets) {
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
            case Finding.Known known -> open(request, sockets, known);
            case Finding.Anonymous _, Finding.Invalid _ ->
                    Errors.object(request, 401, "InvalidCredentials");
            case Finding.CrossSite _ ->
                    Errors.object(request, 403, "the request comes from another site");
        }
    }

    private void open(HttpServerRequest request, OrdersSockets sockets, Finding.Known known) {
        Bearer bearer = known.bearer();
        if (!bearer.may(Scope.TRADE) && !bearer.may(Scope.CANCEL)) {
            Errors.object(request, 403, "the token lacks the scope trade or cancel");
            return;
        }
        AccountRow row = view.account(bearer.person().account());
        if (row == null) {
            Errors.object(request, 503, "the account is not open yet");
            return;
        }
        if (row.banned()) {
            Errors.object(request, 403, "the account is banned");
            return;
        }
        request.toWebSocket().onSuccess(socket -> sockets.serve(socket, known.token(), bearer));
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
