package evens.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a process does that can not go on. There is never a live process that answers nothing: the
 * sentence is said, and the process ends.
 */
public interface LastWords {
    /** Exit code of a process that ended itself. */
    int EXIT_CODE = 70;

    void say(String sentence, Throwable cause);

    /**
     * Prints the sentence and halts: no hook runs, nothing waits for a thread that is stuck, and
     * after two seconds not even for whoever reads the sentence.
     */
    static LastWords haltProcess() {
        return (sentence, cause) -> {
            Thread impatience = new Thread(LastWords::haltSoon, "evens-halt");
            impatience.setDaemon(true);
            impatience.start();
            System.err.println(sentence);
            cause.printStackTrace(System.err);
            System.err.flush();
            Runtime.getRuntime().halt(EXIT_CODE);
        };
    }

    private static void haltSoon() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
