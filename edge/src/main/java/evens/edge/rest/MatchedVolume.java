package evens.edge.rest;

import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.model.History;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * What was matched on days of the US east coast, both stakes, in micro-dollars. Those days begin at
 * whole hours of UTC, so volumes are kept by the hour. The history and the view both know some
 * hours: each may lack a part of one, because it is behind or has forgotten, and none has too much.
 */
public final class MatchedVolume {
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final long SECONDS = 3_600;

    private final View view;
    private final History history;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * Volumes of this exchange.
     *
     * @param clock tells which day is today
     * @param patience how long the history may take
     */
    public MatchedVolume(View view, History history, InstantSource clock, Duration patience) {
        this.view = view;
        this.history = history;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * The sum of all days from the first to the last, or to today if that is earlier, and the last
     * step that is in it. The stage fails when the history does not answer; it is asked only if
     * there are days before today.
     */
    public CompletionStage<Sequenced<Long>> between(LocalDate first, LocalDate last) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), EASTERN);
        LocalDate end = last.isAfter(today) ? today : last;
        if (first.isAfter(end)) {
            return CompletableFuture.completedStage(new Sequenced<>(0L, view.sequence()));
        }
        long from = hour(first);
        long to = hour(end.plusDays(1));
        if (first.equals(today)) {
            return CompletableFuture.completedStage(sum(Map.of(), from, to));
        }
        return history.volumeByHour(from, to)
                .toCompletableFuture()
                .copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(finished -> sum(finished, from, to));
    }

    /** The view is read last: what the history has of its hours is in it then. */
    private Sequenced<Long> sum(Map<Long, Long> finished, long from, long to) {
        Sequenced<Map<Long, Long>> recent = view.sequenced(() -> view.volumeByHour(from, to));
        long sum = 0;
        for (long volume : finished.values()) {
            sum += volume;
        }
        for (Map.Entry<Long, Long> hour : recent.rows().entrySet()) {
            long already = finished.getOrDefault(hour.getKey(), 0L);
            sum += Math.max(0, hour.getValue() - already);
        }
        return new Sequenced<>(sum, recent.sequence());
    }

    private static long hour(LocalDate day) {
        return Math.floorDiv(day.atStartOfDay(EASTERN).toEpochSecond(), SECONDS);
    }
}
