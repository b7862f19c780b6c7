package evens.model;

import java.util.List;

/**
 * The steps that are kept on disk, for one reader who comes later and may have been away. Any
 * thread.
 */
public interface RecordedFeed {
    /** Steps from {@code from} on, in order, {@code most} at most; what is gone is left out. */
    List<Step> steps(long from, int most);

    /** Steps from here on are kept, however old: the reader has not safely read them. */
    void keepFrom(long sequence);

    /** The last step that is here, 0 if there is none. */
    long last();

    /** The account's messages that are here, in order, beginning with this number. */
    Messages messages(long account, long from);

    /** Reads the messages of one account. One thread at a time. */
    interface Messages {
        /**
         * The next of them: steps without their other events, {@code most} messages or a few more;
         * a long step comes in parts. Empty when there are no more for now.
         *
         * @throws IllegalStateException if a step is damaged
         */
        List<Step> next(int most);
    }
}
