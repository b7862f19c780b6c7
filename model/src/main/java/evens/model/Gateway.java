package evens.model;

import java.util.List;

/** The way from the edge into the log. Any thread may use it. */
public interface Gateway {
    /**
     * Brings the command into the log. Exactly one method of the reply is called, once, on a thread
     * that must not be held up: after the step is durable and this node's {@link FeedListener} has
     * heard it.
     */
    void submit(Command command, Reply reply);

    /** True while commands are accepted. */
    boolean isReady();

    /** Who asked hears what became of it. */
    interface Reply {
        /** The command was executed as step {@code sequence} and led to these events. */
        void answered(long sequence, List<Event> events);

        /** The command was not executed and never will be. */
        void refused(Refusal refusal);
    }

    /** Why a command was not executed. */
    enum Refusal {
        /** Too many commands are under way. */
        OVERLOADED,
        /** The command is longer than the log takes. */
        TOO_LARGE,
        /** It was lost on the way to the log, or the log is not open: safe to repeat. */
        NOT_EXECUTED
    }
}
