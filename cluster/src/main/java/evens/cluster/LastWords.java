package evens.cluster;

/**
 * What a process does that can not go on. There is never a live process that answers nothing: the
 * sentence is said, and the process ends.
 */
public interface LastWords {
    /** Exit code of a process that ended itself. */
    int EXIT_CODE = 70;

    void say(String sentence, Throwable cause);

    /** Prints the sentence and halts: no hook runs, nothing waits for a thread that is stuck. */
    static LastWords haltProcess() {
        return (sentence, cause) -> {
            System.err.println(sentence);
            cause.printStackTrace(System.err);
            System.err.flush();
            Runtime.getRuntime().halt(EXIT_CODE);
        };
    }
}
