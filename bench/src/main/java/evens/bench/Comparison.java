package evens.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Ours and a peer by turns, each from the beginning, on one thread. What counts is the time of the
 * processor for this thread, which neighbours on the machine disturb least.
 */
final class Comparison {
    private static final int WARM_UPS = 2;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Workload workload;
    private final Rehearsal rehearsal;
    private final Ours ours;

    /**
     * Medians.
     *
     * @param ours nanoseconds per command
     * @param theirs nanoseconds per command
     * @param ratio theirs over ours, the median of all pairs
     * @param ourBytes allocated per command
     * @param theirBytes allocated per command
     */
    record Figures(double ours, double theirs, double ratio, double ourBytes, double theirBytes) {}

    record Cost(double nanos, double bytes) {}

    /** Both must have been seen to end in the state that the workload foretells. */
    Comparison(Workload workload, Rehearsal rehearsal, Ours ours) {
        this.workload = workload;
        this.rehearsal = rehearsal;
        this.ours = ours;
    }

    Figures measure(Peer peer, int pairs) {
        for (int i = 0; i < WARM_UPS; i++) {
            ours();
            theirs(peer);
        }
        Cost[] ours = new Cost[pairs];
        Cost[] theirs = new Cost[pairs];
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            ours[i] = ours();
            theirs[i] = theirs(peer);
            ratios[i] = theirs[i].nanos / ours[i].nanos;
        }
        return new Figures(
                median(Arrays.stream(ours).mapToDouble(Cost::nanos).toArray()),
                median(Arrays.stream(theirs).mapToDouble(Cost::nanos).toArray()),
                median(ratios),
                median(Arrays.stream(ours).mapToDouble(Cost::bytes).toArray()),
                median(Arrays.stream(theirs).mapToDouble(Cost::bytes).toArray()));
    }

    /** One run of ours. */
    Cost ours() {
        return cost(ours.engine(rehearsal), "evens");
    }

    private Cost theirs(Peer peer) {
        return cost(peer.engine(workload), peer.title);
    }

    private Cost cost(Engine engine, String name) {
        engine.run(0, workload.clockStarts());
        System.gc();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        engine.run(workload.clockStarts(), workload.stream().size());
        nanos = threads.getCurrentThreadCpuTime() - nanos;
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        engine.tally().mustEqual(workload.outcome(), name);
        return new Cost((double) nanos / workload.timed(), (double) bytes / workload.timed());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
