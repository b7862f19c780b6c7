package evens.store;

/** Waiting that is not given up. */
final class Threads {
    private Threads() {}

    /** Something that an interrupt would end early. */
    interface Waiting {
        void waitForIt() throws InterruptedException;
    }

    /** Waits as long as it takes; an interrupt of the caller is kept for later. */
    static void uninterrupted(Waiting waiting) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.waitForIt();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
