package evens.edge.metrics;

import evens.edge.stream.FeedFigures;
import evens.model.Gateway;
import evens.model.History;
import evens.model.NodeStatus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What {@code /metrics} tells, in the text format of Prometheus. */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Supplier<NodeStatus> node;
    private final Counter requests;

    public Metrics(Supplier<NodeStatus> node, Gateway gateway, History history) {
        this.node = node;
        requests =
                Counter.builder()
                        .name("evens_http_requests_total")
                        .help("Answered requests by status.")
                        .labelNames("status")
                        .register(registry);
        gauge("evens_ready", "1 while commands are accepted.", _ -> gateway.isReady() ? 1 : 0);
        gauge("evens_sequence", "The last step applied.", NodeStatus::sequence);
        gauge("evens_log_start_bytes", "Where the log begins now.", NodeStatus::logStart);
        gauge(
                "evens_snapshot_sequence",
                "Step of the newest snapshot.",
                NodeStatus::snapshotSequence);
        gauge("evens_snapshot_bytes", "Size of the newest snapshot.", NodeStatus::snapshotBytes);
        gauge(
                "evens_snapshot_stall_seconds",
                "How long the engine stood still for it.",
                status -> status.snapshotMillis() / 1_000.0);
        gauge("evens_feed_first_sequence", "Oldest recorded step.", NodeStatus::feedFirst);
        gauge("evens_feed_last_sequence", "Newest recorded step.", NodeStatus::feedLast);
        gauge("evens_history_sequence", "Last step in the history.", _ -> history.applied());
        gauge(
                "evens_history_lag_steps",
                "Steps that the history does not have yet.",
                status -> Math.max(0, status.feedLast() - history.applied()));
    }

    private void gauge(String name, String help, ToDoubleFunction<NodeStatus> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.applyAsDouble(node.get())))
                .register(registry);
    }

    /** Tells what is counted of a feed. */
    public void feed(String name, FeedFigures figures) {
        String prefix = "evens_" + name + "_";
        gauge(prefix + "sockets", "Open sockets of the feed.", _ -> figures.sockets.sum());
        total(prefix + "frames_total", "Frames written.", figures.frames);
        total(
                prefix + "conflated_total",
                "Changes that gave way to newer ones before they were written.",
                figures.conflated);
        total(prefix + "too_slow_total", "Sockets closed for not reading.", figures.tooSlow);
    }

    private void total(String name, String help, LongAdder sum) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) sum.sum()))
                .register(registry);
    }

    /** A request was answered. */
    public void answered(int status) {
        requests.labelValues(Integer.toString(status)).inc();
    }

    public String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
