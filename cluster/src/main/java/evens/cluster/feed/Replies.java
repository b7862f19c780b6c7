package evens.cluster.feed;

import evens.model.Step;

/** Whoever waits for the step that answers a command, and for the end of a session. */
public interface Replies {
    /** The listener has heard the step. */
    void answered(long session, long correlation, Step step);

    void opened(long session);

    /** All that the session sent and that was executed has been heard. */
    void closed(long session);
}
