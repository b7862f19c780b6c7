package evens.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The way from the edge into the log. Any thread may use it. */
public interface Gateway {
    /**
     * Brings the command into the log. Exactly one method of the reply is called, once, on a thread
     * that must not be held up: after the step is durable and this node's {@link FeedListener} has
     * heard it.
     */
    default void submit(Command command, Reply reply) {
        submit(command, new Sender(), reply);
    }

    /**
     * Brings the command into the log, behind what the same sender submitted before. Commands that
     * {@link Command#overtakes overtake} go before those of other senders.
     */
    void submit(Command command, Sender sender, Reply reply);

    /** Whose commands stay in order: a connection on which several may be under way. */
    final class Sender {
        private final AtomicInteger waiting = new AtomicInteger();

        /** One of its commands waits for its place in the log. */
        public void waits() {
            waiting.incrementAndGet();
        }

        /** One that waited does so no more. */
        public void sent() {
            waiting.decrementAndGet();
        }

        /** Whether any of its commands waits for its place in the log. */
        public boolean isWaiting() {
            return waiting.get() > 0;
        }
    }

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
