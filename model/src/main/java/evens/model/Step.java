package evens.model;

import java.util.List;

/**
 * What one command, or one deadline that came due, led to.
 *
 * @param sequence its number in the log, from 1
 * @param timeMillis the log's time, milliseconds since 1970 UTC
 */
public record Step(long sequence, long timeMillis, List<Event> events) {}
