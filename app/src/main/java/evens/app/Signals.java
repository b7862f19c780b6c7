package evens.app;

/** What the process does when it is asked to end. */
final class Signals {
    private Signals() {}

    /** SIGTERM and SIGINT close all that is given, in this order, and end with exit code 0. */
    static void stopOnTermination(AutoCloseable... parts) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts), "stop"));
    }

    private static void stop(AutoCloseable... parts) {
        int code = 0;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception failure) {
                System.err.println("While stopping: " + failure.getMessage());
                code = 1;
            }
        }
        Runtime.getRuntime().halt(code);
    }
}
