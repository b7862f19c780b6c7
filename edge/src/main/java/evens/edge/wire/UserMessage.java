package evens.edge.wire;

import evens.model.Event;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Event.OrderResumed;

/**
 * What one event says to one account.
 *
 * @param timeMillis the log's time of its step
 * @param takes whether it is about the account's half of a match as the taker
 */
public record UserMessage(long account, long number, long timeMillis, Event event, boolean takes) {

    /** Is told each message of an event. */
    public interface Found {
        void message(UserMessage message);
    }

    /** Finds the messages of an event, in their order; most events have none or one. */
    public static void each(Event event, long timeMillis, Found found) {
        switch (event) {
            case OrderPlaced placed ->
                    each(placed.account(), placed.message(), timeMillis, event, false, found);
            case OrderResumed resumed ->
                    each(resumed.account(), resumed.message(), timeMillis, event, false, found);
            case OrderCancelled over ->
                    each(over.account(), over.message(), timeMillis, event, false, found);
            case OrderMatched matched -> {
                Event.Maker maker = matched.maker();
                Event.Taker taker = matched.taker();
                each(maker.account(), maker.message(), timeMillis, event, false, found);
                each(taker.account(), taker.message(), timeMillis, event, true, found);
            }
            default -> {} // no message to an account
        }
    }

    private static void each(
            long account, long number, long timeMillis, Event event, boolean takes, Found found) {
        if (number > 0) {
            found.message(new UserMessage(account, number, timeMillis, event, takes));
        }
    }

    public MessageId id() {
        return new MessageId(timeMillis, number);
    }

    /** The game that it is about. */
    public long game() {
        return switch (event) {
            case OrderPlaced placed -> placed.game();
            case OrderResumed resumed -> resumed.game();
            case OrderCancelled cancelled -> cancelled.game();
            case OrderMatched matched -> matched.game();
            default -> throw new IllegalStateException("no message: " + event);
        };
    }
}
