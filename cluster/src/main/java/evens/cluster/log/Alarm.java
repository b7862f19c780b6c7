package evens.cluster.log;

/** The one alarm clock of the log. */
public interface Alarm {
    /**
     * Has {@link LogAdapter#onAlarm} called through the log once its time is {@code timeMillis}, in
     * place of what was set before.
     */
    void at(long timeMillis);
}
