package evens.cluster;

import io.aeron.exceptions.AeronException;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentTerminationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where every error of every thread of the node ends. While the node is being
 * launched the first error is kept for the one who launches; afterwards it ends the process; while
 * the node is being closed it is only logged.
 */
final class Failure implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private enum Phase {
        LAUNCHING,
        RUNNING,
        CLOSING
    }

    private final LastWords lastWords;
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
    private volatile Phase phase = Phase.LAUNCHING;

    Failure(LastWords lastWords) {
        this.lastWords = lastWords;
    }

    /** What went wrong first, null if nothing has. */
    @Nullable Throwable first() {
        return first.get();
    }

    /** From now on an error ends the process, and so does one that came before. */
    void running() {
        phase = Phase.RUNNING;
        Throwable before = first.get();
        if (before != null) {
            lastWords.say(sentence(before), before);
        }
    }

    void closing() {
        phase = Phase.CLOSING;
    }

    @Override
    public void onError(Throwable error) {
        if (phase == Phase.CLOSING) {
            LOG.debug("while closing", error);
            if (!(error instanceof AgentTerminationException)) {
                LOG.warn("while closing: {}", error.getMessage());
            }
            return;
        }
        if (isWarning(error)) {
            LOG.info("the log says: {}", error.getMessage());
            return;
        }
        boolean isFirst = first.compareAndSet(null, error);
        if (phase == Phase.RUNNING && isFirst) {
            lastWords.say(sentence(error), error);
        }
    }

    /** A part ended its thread. */
    void onTermination(String part) {
        if (phase != Phase.CLOSING) {
            onError(new IllegalStateException("the " + part + " ended"));
        }
    }

    private static boolean isWarning(Throwable error) {
        return error instanceof AeronException aeron
                && aeron.category() == AeronException.Category.WARN;
    }

    /** One sentence that says what happened: our own if there is one, else the first cause's. */
    static String sentence(Throwable error) {
        String said = String.valueOf(error.getMessage());
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause instanceof IllegalStateException) {
                return cause.getMessage();
            }
            if (cause.getMessage() != null) {
                said = cause.getMessage();
            }
        }
        return said.contains("checksum mismatch")
                ? "The log is damaged: " + said
                : "The log can not go on: " + said;
    }
}
