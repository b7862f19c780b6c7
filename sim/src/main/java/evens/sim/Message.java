package evens.sim;

import org.agrona.DirectBuffer;

/**
 * A message of the log.
 *
 * @param command its bytes; none if the alarm rang
 */
record Message(long timeMillis, long correlation, DirectBuffer command) {
    /** All commands come through one session. */
    static final long SESSION = 7;

    boolean isAlarm() {
        return command.capacity() == 0;
    }
}
