package evens.edge;

import evens.edge.admin.AccountOpening;
import evens.edge.admin.AccountRoutes;
import evens.edge.admin.ExchangeRoutes;
import evens.edge.admin.ExposureRoute;
import evens.edge.admin.GameRoutes;
import evens.edge.admin.ImportRoute;
import evens.edge.admin.LeagueRoutes;
import evens.edge.admin.LiveRoute;
import evens.edge.admin.StatusRoutes;
import evens.edge.auth.Authenticator;
import evens.edge.limits.Limits;
import evens.edge.metrics.Metrics;
import evens.edge.orders.OrderDesk;
import evens.edge.orders.OrdersSockets;
import evens.edge.people.Entry;
import evens.edge.people.LoginRoutes;
import evens.edge.people.SignupRoute;
import evens.edge.people.TokenRoutes;
import evens.edge.rest.HealthRoutes;
import evens.edge.rest.LookupRoute;
import evens.edge.rest.MarketRoutes;
import evens.edge.rest.OrderRoutes;
import evens.edge.rest.Route;
import evens.edge.rest.Router;
import evens.edge.rest.SocketUpgrade;
import evens.edge.rest.UserRoutes;
import evens.edge.socket.Door;
import evens.edge.socket.LoopSockets;
import evens.edge.stream.FeedFigures;
import evens.edge.stream.PriceSockets;
import evens.edge.stream.ReplayRoute;
import evens.edge.stream.UserSockets;
import evens.edge.view.View;
import evens.model.Gateway;
import evens.model.Identity;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** All that is reached over HTTP, on one port. */
public final class EdgeServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int IDLE_SECONDS = 75;
    private static final long START_SECONDS = 30;

    private final Vertx vertx;
    private final int port;
    private final AccountOpening opening;

    private EdgeServer(Vertx vertx, int port, AccountOpening opening) {
        this.vertx = vertx;
        this.port = port;
        this.opening = opening;
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException with a sentence, if that is not possible
     */
    public static EdgeServer start(EdgeSettings settings, EdgePorts ports) {
        Vertx vertx =
                Vertx.builder().with(new VertxOptions().setPreferNativeTransport(true)).build();
        AccountOpening opening = new AccountOpening(ports.identity(), ports.gateway());
        Authenticator authenticator = new Authenticator(ports.identity(), settings.tls() != null);
        Metrics metrics = new Metrics(ports.node(), ports.gateway(), ports.history());
        Limits limits = Limits.of(settings.limits());
        OrderDesk desk = new OrderDesk(ports.gateway(), ports.view(), ports.recorded());
        List<Route> routes = routes(settings, ports, desk, authenticator, opening, metrics, limits);
        Router router =
                new Router(
                        vertx,
                        authenticator,
                        limits,
                        metrics,
                        ports.view(),
                        settings.anonymousReads(),
                        routes);
        try {
            SocketUpgrade upgrade = new SocketUpgrade(router, authenticator, ports.view(), metrics);
            FeedFigures prices = new FeedFigures();
            metrics.feed("price_feed", prices);
            FeedFigures users = new FeedFigures();
            metrics.feed("user_feed", users);
            Doors doors =
                    new Doors(
                            router,
                            upgrade,
                            loop -> sockets(loop, settings, ports, desk, limits, prices, users));
            int port = listen(vertx, settings, doors);
            return new EdgeServer(vertx, port, opening);
        } catch (ExecutionException | TimeoutException failure) {
            vertx.close();
            throw new IllegalStateException(
                    "can not listen on port " + settings.port() + ": " + reason(failure), failure);
        } catch (InterruptedException interrupted) {
            vertx.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting to listen", interrupted);
        }
    }

    /** What opens on one event loop. */
    private static LoopSockets sockets(
            Context loop,
            EdgeSettings settings,
            EdgePorts ports,
            OrderDesk desk,
            Limits limits,
            FeedFigures prices,
            FeedFigures users) {
        View view = ports.view();
        Executor tasks = task -> loop.runOnContext(_ -> task.run());
        Map<String, Door> doors =
                Map.of(
                        OrdersSockets.PATH,
                        new OrdersSockets(tasks, desk, view, limits.placing()),
                        PriceSockets.PATH,
                        new PriceSockets(loop, view, prices, settings.anonymousReads()),
                        UserSockets.PATH,
                        new UserSockets(loop, view, users));
        return new LoopSockets(loop, view, ports.identity(), doors);
    }

    /** Every operation there is; the API document lists the same ones. */
    public static List<Route> routes(
            EdgeSettings settings,
            EdgePorts ports,
            OrderDesk desk,
            Authenticator authenticator,
            AccountOpening opening,
            Metrics metrics,
            Limits limits) {
        Gateway gateway = ports.gateway();
        Identity identity = ports.identity();
        View view = ports.view();
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthRoutes(gateway, metrics).routes());
        Entry entry = new Entry(identity, authenticator, view);
        routes.addAll(new LoginRoutes(identity, authenticator, entry, limits).routes());
        routes.addAll(
                new SignupRoute(identity, opening, entry, limits, settings.signup()).routes());
        routes.addAll(new TokenRoutes(identity).routes());
        routes.addAll(new UserRoutes(view).routes());
        routes.addAll(new ReplayRoute(view, ports.recorded()).routes());
        routes.addAll(new OrderRoutes(desk, view).routes());
        routes.addAll(new LookupRoute(view, ports.history()).routes());
        routes.addAll(new MarketRoutes(view, ports.history()).routes());
        routes.addAll(new AccountRoutes(identity, opening, desk, view).routes());
        routes.addAll(new LeagueRoutes(desk, view).routes());
        routes.addAll(new GameRoutes(desk, view).routes());
        routes.addAll(new LiveRoute(gateway, view).routes());
        routes.addAll(new ImportRoute(gateway).routes());
        routes.addAll(new ExchangeRoutes(desk).routes());
        routes.addAll(new ExposureRoute(view).routes());
        routes.addAll(new StatusRoutes(ports, settings.version()).routes());
        return routes;
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    /**
     * One listener for each processor, all on the same port.
     *
     * @return the port
     */
    private static int listen(Vertx vertx, EdgeSettings settings, Doors doors)
            throws ExecutionException, TimeoutException, InterruptedException {
        AtomicInteger port = new AtomicInteger();
        int listeners = Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(
                        () -> new Listener(settings, doors, port),
                        new DeploymentOptions().setInstances(listeners))
                .toCompletionStage()
                .toCompletableFuture()
                .get(START_SECONDS, TimeUnit.SECONDS);
        return port.get();
    }

    /**
     * What a request may come to.
     *
     * @param sockets makes what keeps the sockets of an event loop
     */
    private record Doors(
            Router router, SocketUpgrade upgrade, Function<Context, LoopSockets> sockets) {}

    private static final class Listener extends VerticleBase {
        /** Vert.x picks one free port for all listeners that ask for this one. */
        private static final int ANY_SHARED_PORT = -1;

        private final EdgeSettings settings;
        private final Doors doors;
        private final AtomicInteger port;

        Listener(EdgeSettings settings, Doors doors, AtomicInteger port) {
            this.settings = settings;
            this.doors = doors;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options =
                    new HttpServerOptions()
                            .setMaxHeaderSize(MAX_HEADER_BYTES)
                            .setMaxInitialLineLength(MAX_HEADER_BYTES)
                            .setIdleTimeout(IDLE_SECONDS)
                            .setIdleTimeoutUnit(TimeUnit.SECONDS)
                            .setHttp2ClearTextEnabled(false)
                            .setTcpNoDelay(true)
                            .setMaxWebSocketFrameSize(LoopSockets.MAX_MESSAGE)
                            .setMaxWebSocketMessageSize(LoopSockets.MAX_MESSAGE)
                            .setPerFrameWebSocketCompressionSupported(false)
                            .setPerMessageWebSocketCompressionSupported(false)
                            .setHandle100ContinueAutomatically(true);
            EdgeSettings.Tls tls = settings.tls();
            if (tls != null) {
                options.setSsl(true).setKeyCertOptions(PemFiles.options(tls));
            }
            HttpServer server = vertx.createHttpServer(options);
            server.invalidRequestHandler(doors.router()::refuseMalformed);
            LoopSockets sockets = doors.sockets().apply(context);
            server.requestHandler(request -> {
                Door door = SocketUpgrade.door(request, sockets);
                if (door == null) {
                    doors.router().handle(request, context);
                } else {
                    doors.upgrade().handle(request, door, sockets);
                }
            });
            int wanted = settings.port() == 0 ? ANY_SHARED_PORT : settings.port();
            return server.listen(wanted, settings.host())
                    .onSuccess(listening -> port.set(listening.actualPort()));
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    public AccountOpening opening() {
        return opening;
    }

    /** Stops listening; requests under way are cut off. */
    @Override
    public void close() {
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the server did not stop", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
