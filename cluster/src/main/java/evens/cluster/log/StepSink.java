package evens.cluster.log;

import org.agrona.DirectBuffer;

/** Where steps go, in order. What is not copied during the call is gone. */
public interface StepSink {
    /** The session of a step that no command led to. */
    long NO_SESSION = -1;

    /** The correlation of a step that no command led to. */
    long NO_CORRELATION = -1;

    /**
     * A step was applied.
     *
     * @param sequence its number in the log, from 1
     * @param session whose command it answers, or {@link #NO_SESSION}
     * @param correlation the command it answers, or {@link #NO_CORRELATION}
     * @param events the events from index 0, each behind its length
     * @param length in bytes, 0 if the step led to no event
     */
    void step(
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            DirectBuffer events,
            int length);

    /** Some events of the state as it was when step {@code sequence} had been applied. */
    void stated(long sequence, DirectBuffer events, int offset, int length);
}
