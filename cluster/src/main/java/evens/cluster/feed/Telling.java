package evens.cluster.feed;

import evens.cluster.log.StepSink;
import evens.model.FeedListener;
import evens.model.Step;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.MessageHandler;

/**
 * The listener's end of the feed, on a thread of its own: reads the events, tells each step to the
 * listener and then releases the reply that waits for it.
 */
public final class Telling implements Agent, MessageHandler {
    private static final int AT_ONCE = 256;

    private final FeedRings rings;
    private final FeedListener listener;
    private final Replies replies;
    private final StepReader reader = new StepReader();
    private volatile long heardSequence;

    public Telling(FeedRings rings, FeedListener listener, Replies replies) {
        this.rings = rings;
        this.listener = listener;
        this.replies = replies;
    }

    /** The last step that the listener has heard. */
    public long heardSequence() {
        return heardSequence;
    }

    @Override
    public int doWork() {
        return rings.listener().read(this, AT_ONCE);
    }

    @Override
    public void onMessage(int type, MutableDirectBuffer buffer, int index, int length) {
        switch (type) {
            case FeedRings.STEP -> step(buffer, index, length);
            case FeedRings.STATED -> {
                long sequence = Piece.sequence(buffer, index);
                reader.each(buffer, index, length, event -> listener.stated(sequence, event));
                heardSequence = sequence;
            }
            case FeedRings.SESSION_OPENED -> replies.opened(buffer.getLong(index));
            case FeedRings.SESSION_CLOSED -> replies.closed(buffer.getLong(index));
            default -> throw new IllegalStateException("a message of type " + type);
        }
    }

    private void step(MutableDirectBuffer buffer, int index, int length) {
        Step step = reader.piece(buffer, index, length);
        if (step == null) {
            return;
        }
        listener.stepped(step);
        heardSequence = step.sequence();
        if (Piece.correlation(buffer, index) != StepSink.NO_CORRELATION) {
            replies.answered(Piece.session(buffer, index), Piece.correlation(buffer, index), step);
        }
    }

    @Override
    public void onClose() {
        while (doWork() > 0) {}
    }

    @Override
    public String roleName() {
        return "evens-feed";
    }
}
