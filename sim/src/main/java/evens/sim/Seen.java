package evens.sim;

import evens.model.Ending;
import evens.model.Event;
import evens.model.MarketType;
import evens.model.Reject;
import evens.model.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the seeds have come across: a rule that was never met was never checked. */
final class Seen {
    private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);
    private final EnumSet<Reject> rejects = EnumSet.noneOf(Reject.class);
    private final Map<MarketType, Long> matches = new EnumMap<>(MarketType.class);
    private long quarters;
    private final Map<String, Long> others = new TreeMap<>();
    private final Map<Deed, Long> deeds = new EnumMap<>(Deed.class);
    private long projectors;
    private long rows;

    void add(List<Step> steps) {
        for (Step step : steps) {
            step.events().forEach(this::add);
        }
    }

    void add(Projection projection) {
        projectors++;
        rows += projection.rows();
        projection.done().forEach((deed, times) -> deeds.merge(deed, times, Long::sum));
    }

    /** What the projectors have come across. */
    String projectors() {
        return "projector in %d seeds, %s, rows compared %d".formatted(projectors, deeds, rows);
    }

    private void add(Event event) {
        switch (event) {
            case Event.OrderMatched e -> {
                matches.merge(e.market().type(), 1L, Long::sum);
                quarters += e.market().isQuarter() ? 1 : 0;
            }
            case Event.OrderCancelled e -> endings.merge(e.ending(), 1L, Long::sum);
            case Event.OrderRejected e -> rejects.add(e.reject());
            case Event.DelayedOrderRejected e -> {
                rejects.add(e.reject());
                count(e);
            }
            case Event.ResumeRejected e -> {
                rejects.add(e.reject());
                count(e);
            }
            case Event.OrderPlaced e -> {
                if (e.index() == Event.OrderPlaced.AFTER_DELAY) {
                    others.merge("PlacedAfterDelay", 1L, Long::sum);
                }
            }
            case Event.OrderDelayed e -> count(e);
            case Event.OrderResumed e -> count(e);
            case Event.EpochRaised e -> count(e);
            case Event.LatchReleased e -> count(e);
            case Event.LeaseExpired e -> count(e);
            case Event.Repeated e -> count(e);
            case Event.CancelRefused e -> rejects.add(e.reject());
            case Event.Refused e -> rejects.add(e.reject());
            default -> {}
        }
    }

    private void count(Event event) {
        others.merge(event.getClass().getSimpleName(), 1L, Long::sum);
    }

    @Override
    public String toString() {
        List<Reject> never = new ArrayList<>(EnumSet.complementOf(rejects));
        long all = matches.values().stream().mapToLong(Long::longValue).sum();
        return "matches %d %s, on quarters %d, cancelled %s, %s, %d kinds of reject, never %s"
                .formatted(all, matches, quarters, endings, others, rejects.size(), never);
    }
}
