package evens.edge.rest;

import evens.edge.auth.Authenticator;
import evens.edge.auth.Authenticator.Finding;
import evens.edge.limits.Address;
import evens.edge.limits.Allowance;
import evens.edge.limits.Limits;
import evens.edge.metrics.Metrics;
import evens.edge.rest.Route.Needs;
import evens.edge.view.View;
import evens.edge.wire.Json;
import evens.model.Identity.Bearer;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes every request through the same list of tasks: find the route, count it, read the body, find
 * out who asks, check that it may, and hand it over. Paths match in any case.
 */
public final class Router {
    /** Largest body, in bytes. */
    public static final int MAX_BODY = 1 << 20;

    private static final long BODY_TIMEOUT_MILLIS = 10_000;

    /** The token is in the body. */
    private static final long UNKNOWN = -1;

    private final Vertx vertx;
    private final Authenticator authenticator;
    private final Limits limits;
    private final Metrics metrics;
    private final View view;
    private final boolean anonymousReads;
    private final Freshness freshness;
    private final Map<String, List<Route>> plain = new HashMap<>();
    private final List<Route> withOpenParts = new ArrayList<>();

    /**
     * A way in for these routes.
     *
     * @param anonymousReads whether what {@link Needs#READER} needs is shown to everybody
     */
    public Router(
            Vertx vertx,
            Authenticator authenticator,
            Limits limits,
            Metrics metrics,
            View view,
            boolean anonymousReads,
            List<Route> routes) {
        this.vertx = vertx;
        this.authenticator = authenticator;
        this.limits = limits;
        this.metrics = metrics;
        this.view = view;
        this.anonymousReads = anonymousReads;
        this.freshness = new Freshness(vertx, view);
        for (Route route : routes) {
            if (route.path().contains("*")) {
                withOpenParts.add(route);
            } else {
                String path = "/" + String.join("/", route.path());
                plain.computeIfAbsent(path, _ -> new ArrayList<>()).add(route);
            }
        }
    }

    static List<String> parts(String path) {
        return List.of(path.substring(1).toLowerCase(Locale.ROOT).split("/", -1));
    }

    /**
     * Serves one request.
     *
     * @param loop the context of the event loop, not the request's own copy of it
     */
    public void handle(HttpServerRequest request, Context loop) {
        request.response().endHandler(_ -> metrics.answered(request.response().getStatusCode()));
        Address caller = caller(request);
        String path = request.path();
        String lower = path == null ? "" : path.toLowerCase(Locale.ROOT);
        List<Route> candidates = lower.startsWith("/") ? candidates(lower) : List.of();
        for (Route route : candidates) {
            if (route.methods().contains(request.method())) {
                if (admits(request, caller, route.cancels())) {
                    long epoch = epochAtHead(request, route);
                    readBody(new Arrival(request, loop, route, parts(lower), caller, epoch));
                }
                return;
            }
        }
        if (!admits(request, caller, false)) {
            return;
        }
        if (candidates.isEmpty()) {
            Errors.object(
                    request,
                    404,
                    lower.startsWith("/") ? "unknown path: " + lower : "unknown path");
            return;
        }
        request.response().putHeader("Allow", allowed(candidates));
        Errors.object(request, 405, "method not allowed");
    }

    private Address caller(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return limits.caller(
                peer == null ? null : peer.hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    /** Whether a request that has no route is within the limit; if not, it is answered. */
    boolean admits(HttpServerRequest request) {
        return admits(request, caller(request), false);
    }

    /** Whether a request is within the limit of its address; if not, it is answered. */
    private boolean admits(HttpServerRequest request, Address caller, boolean cancels) {
        Allowance allowance = cancels ? limits.look(caller) : limits.request(caller);
        Throttled.tell(request, allowance);
        if (cancels || allowance.granted()) {
            return true;
        }
        Throttled.answer(request, allowance.seconds());
        return false;
    }

    /** Answers a request that is not HTTP, or whose head is too large. */
    public void refuseMalformed(HttpServerRequest request) {
        Throttled.tell(request, limits.request(caller(request)));
        request.response().putHeader("Connection", "close");
        switch (request.decoderResult().cause()) {
            case TooLongHttpLineException _ ->
                    Errors.object(request, 414, "the first line is longer than 8 KiB");
            case TooLongHttpHeaderException _ ->
                    Errors.object(request, 431, "the headers are larger than 8 KiB");
            case null, default -> Errors.object(request, 400, "malformed request");
        }
    }

    private List<Route> candidates(String lowerPath) {
        List<Route> found = plain.get(lowerPath);
        if (found != null) {
            return found;
        }
        List<String> parts = parts(lowerPath);
        return withOpenParts.stream().filter(route -> route.matches(parts)).toList();
    }

    private static String allowed(List<Route> routes) {
        TreeSet<String> names = new TreeSet<>();
        for (Route route : routes) {
            for (HttpMethod method : route.methods()) {
                names.add(method.name());
            }
        }
        return String.join(", ", names);
    }

    private void readBody(Arrival arrival) {
        HttpServerRequest request = arrival.request();
        if (isTooLong(request.getHeader("Content-Length"))) {
            refuseBody(request, 413, "the body is larger than 1 MiB");
            return;
        }
        Buffer body = Buffer.buffer();
        long timer =
                vertx.setTimer(
                        BODY_TIMEOUT_MILLIS,
                        _ -> refuseBody(request, 408, "the body did not arrive within 10 s"));
        request.exceptionHandler(_ -> {
            vertx.cancelTimer(timer);
            refuseBody(request, 400, "the body is malformed");
        });
        request.handler(chunk -> {
            if (body.length() + chunk.length() > MAX_BODY) {
                vertx.cancelTimer(timer);
                refuseBody(request, 413, "the body is larger than 1 MiB");
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            if (!request.response().ended()) {
                decode(arrival, body);
            }
        });
    }

    private static boolean isTooLong(@Nullable String contentLength) {
        if (contentLength == null) {
            return false;
        }
        try {
            return Long.parseLong(contentLength.strip()) > MAX_BODY;
        } catch (NumberFormatException malformed) {
            return true;
        }
    }

    /** What is still to come of the body is not read: the connection ends with the reply. */
    private void refuseBody(HttpServerRequest request, int status, String message) {
        if (request.response().ended()) {
            return;
        }
        request.handler(_ -> {});
        request.response().putHeader("Connection", "close");
        request.response()
                .endHandler(_ -> {
                    metrics.answered(status);
                    request.connection().close();
                });
        Errors.object(request, status, message);
    }

    private void decode(Arrival arrival, Buffer bytes) {
        HttpServerRequest request = arrival.request();
        String problem = IdempotencyKey.problem(request, arrival.route());
        if (problem != null) {
            Errors.text(request, 400, problem);
            return;
        }
        JsonNode body = null;
        if (bytes.length() > 0 && !request.method().equals(HttpMethod.GET)) {
            if (!isJson(request.getHeader("Content-Type"))) {
                if (!FormLogin.isOne(request)) {
                    Errors.object(request, 415, "Content-Type must be application/json");
                    return;
                }
                body = FormLogin.read(bytes);
            } else {
                body = Json.read(bytes);
            }
            if (body == null) {
                Errors.text(request, 400, "the body is not valid JSON");
                return;
            }
        }
        if (arrival.route().needs() == Needs.NOBODY) {
            Call call = new Call(arrival, body, null, null);
            call.guard(() -> arrival.route().handler().accept(call));
        } else {
            authenticate(arrival, body);
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json");
    }

    private void authenticate(Arrival arrival, @Nullable JsonNode body) {
        HttpServerRequest request = arrival.request();
        Finding finding =
                arrival.route().likeSocket()
                        ? authenticator.findForFeed(request)
                        : authenticator.find(request, body);
        switch (finding) {
            case Finding.Known known -> serve(arrival, body, known);
            case Finding.Anonymous _ -> serveAnonymous(arrival, body);
            case Finding.Invalid _ -> refuse(arrival, false);
            case Finding.CrossSite _ ->
                    Errors.object(request, 403, "the request comes from another site");
        }
    }

    private void serveAnonymous(Arrival arrival, @Nullable JsonNode body) {
        boolean aboutTheBoard = arrival.route().needs() == Needs.READER;
        if (aboutTheBoard && anonymousReads) {
            Call call = new Call(arrival, body, null, null);
            serve(call, arrival, () -> arrival.route().handler().accept(call));
        } else {
            refuse(arrival, aboutTheBoard);
        }
    }

    /** Nobody's cancel is not free: it counts as any other request. */
    private void refuse(Arrival arrival, boolean aboutTheBoard) {
        HttpServerRequest request = arrival.request();
        if (arrival.route().cancels() && !admits(request, arrival.caller(), false)) {
            return;
        }
        if (aboutTheBoard) {
            Errors.anonymous(request);
        } else {
            Errors.object(request, 401, "InvalidCredentials");
        }
    }

    private void serve(Arrival arrival, @Nullable JsonNode body, Finding.Known known) {
        Route route = arrival.route();
        Bearer bearer = known.bearer();
        if (!route.isOpenTo(bearer)) {
            Errors.object(arrival.request(), 403, route.refusal(bearer));
            return;
        }
        if (route.needs() == Needs.TRADE) {
            Allowance allowance = limits.placing().take(bearer.person().account());
            if (!allowance.granted()) {
                Throttled.answer(arrival.request(), allowance.seconds());
                return;
            }
        }
        long epoch =
                arrival.epoch() == UNKNOWN
                        ? view.epoch(bearer.person().account())
                        : arrival.epoch();
        Call call = new Call(arrival.at(epoch), body, bearer.person(), known.token());
        Runnable task =
                bearer.isDue() && !route.cancels()
                        ? () -> rotate(call, route, known.token())
                        : () -> route.handler().accept(call);
        serve(call, arrival, task);
    }

    /** When the view has what the client knows of; a cancel waits for nothing. */
    private void serve(Call call, Arrival arrival, Runnable task) {
        String sequence = arrival.request().getHeader(Freshness.HEADER);
        if (sequence == null || arrival.route().cancels()) {
            call.guard(task);
        } else {
            freshness.await(call, sequence, task);
        }
    }

    /** A kill that is heard while the body arrives is one that comes behind this request. */
    private long epochAtHead(HttpServerRequest request, Route route) {
        return route.needs() == Needs.TRADE
                        && authenticator.find(request, null) instanceof Finding.Known known
                ? view.epoch(known.bearer().person().account())
                : UNKNOWN;
    }

    /** The first request with an old token is answered, and told the new one. */
    private void rotate(Call call, Route route, String old) {
        authenticator
                .rotate(old)
                .whenComplete((token, _) ->
                        call.onLoop(() -> {
                            if (token != null) {
                                call.header("X-Auth-Token", token);
                                call.header("Set-Cookie", authenticator.cookie(token));
                            }
                            route.handler().accept(call);
                        }));
    }
}
