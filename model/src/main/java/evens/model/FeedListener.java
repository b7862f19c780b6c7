package evens.model;

/** Hears everything that happens, in order, on one thread: first the state told, then each step. */
public interface FeedListener {
    /** One event of the state as it was when step {@code sequence} had been applied. */
    void stated(long sequence, Event event);

    void stepped(Step step);
}
