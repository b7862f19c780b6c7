package evens.app;

import evens.cluster.ClusterNode;
import evens.model.RecordedFeed;
import evens.model.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The node's recorded feed, as the store and the edge read it. */
final class NodeFeed implements RecordedFeed {
    private final ClusterNode node;
    private final AtomicLong unread;

    /**
     * The feed of this node.
     *
     * @param unread where the node looks up from which step on it has to keep all of them
     */
    NodeFeed(ClusterNode node, AtomicLong unread) {
        this.node = node;
        this.unread = unread;
    }

    @Override
    public List<Step> steps(long from, int most) {
        return node.recordedSteps(from, most);
    }

    @Override
    public void keepFrom(long sequence) {
        unread.set(sequence);
    }

    @Override
    public long last() {
        return node.lastRecordedStep();
    }

    @Override
    public Messages messages(long account, long from) {
        return node.recordedMessages(account, from)::next;
    }
}
