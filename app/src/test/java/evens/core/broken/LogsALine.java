package evens.core.broken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks a rule of the architecture on purpose. */
public final class LogsALine {
    public static final Logger LOG = LoggerFactory.getLogger(LogsALine.class);
}
