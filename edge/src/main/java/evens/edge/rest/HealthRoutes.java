package evens.edge.rest;

import evens.edge.metrics.Metrics;
import evens.edge.rest.Route.Needs;
import evens.model.Gateway;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Whether this process is well, and what it can do. */
public final class HealthRoutes {
    private final Gateway gateway;
    private final Metrics metrics;
    private final Buffer openApi;

    public HealthRoutes(Gateway gateway, Metrics metrics) {
        this.gateway = gateway;
        this.metrics = metrics;
        this.openApi = resource("/evens/edge/openapi.json");
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/health/live", Needs.NOBODY, call -> status(call, 200, "live")),
                Route.get("/health/ready", Needs.NOBODY, this::ready),
                Route.get("/metrics", Needs.NOBODY, call -> call.text(metrics.text())),
                Route.get("/openapi.json", Needs.NOBODY, call -> call.bytes(200, openApi)));
    }

    private void ready(Call call) {
        if (gateway.isReady()) {
            status(call, 200, "ready");
        } else {
            status(call, 503, "not ready");
        }
    }

    private static void status(Call call, int code, String status) {
        call.json(
                code,
                out -> {
                    out.writeStartObject();
                    out.writeStringProperty("status", status);
                    out.writeEndObject();
                });
    }

    private static Buffer resource(String name) {
        try (InputStream in = HealthRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + name);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
