package evens.edge.orders;

import evens.edge.view.View;
import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Gateway.Refusal;
import evens.model.RecordedFeed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where every order operation goes, whichever way it came: brings the command into the log and back
 * comes what became of it for good. A command under a key that was executed before is answered with
 * what it led to then; an answer waits until the last order of its batch is through the live delay.
 */
public final class OrderDesk {
    private final Gateway gateway;
    private final DelayedOrders delayed;
    private final EarlierAnswers earlier;

    /**
     * A desk that nothing is hidden from.
     *
     * @param view by which it hears of every step
     * @param recorded where it looks up what was answered before
     */
    public OrderDesk(Gateway gateway, View view, RecordedFeed recorded) {
        this.gateway = gateway;
        this.delayed = new DelayedOrders();
        this.earlier = new EarlierAnswers(view, recorded, delayed);
        view.follow(delayed);
    }

    /** Hears once what became of a command, on any thread, which must not be held up. */
    public interface Answer {
        /**
         * It was executed, now or before under the same key.
         *
         * @param sequence the step in which the last of it became final
         * @param events of the step in which it was executed, and behind them those that ended the
         *     live delays of its orders: for each order that it had, {@link Event.OrderPlaced} with
         *     its matches, {@link Event.DelayedOrderRejected} or {@link Event.OrderCancelled}
         */
        void executed(long sequence, List<Event> events);

        /** It was not executed and never will be. */
        void refused(Refusal refusal);

        /**
         * It was executed before under the same key, but what it led to can not be told: it is not
         * kept any more.
         *
         * @param sequence the step in which it was executed
         */
        void forgotten(long sequence);
    }

    /**
     * Brings an account's own command into the log.
     *
     * @param key 1 to 255 visible ASCII characters, null for none
     * @param sender whose commands stay in order
     */
    public void submit(
            Command command, @Nullable String key, Gateway.Sender sender, Answer answer) {
        send(key == null ? command : Keyed.own(key, command), sender, answer);
    }

    /**
     * Brings an operator's command into the log.
     *
     * @param operator whose key it is
     * @param key 1 to 255 visible ASCII characters, null for none
     * @param asked what the request says, as bytes that are the same when it says the same
     */
    public void submit(
            long operator, Command command, @Nullable String key, byte[] asked, Answer answer) {
        Command sent = key == null ? command : Keyed.of(operator, key, asked, command);
        send(sent, new Gateway.Sender(), answer);
    }

    private void send(Command command, Gateway.Sender sender, Answer answer) {
        gateway.submit(
                command,
                sender,
                new Gateway.Reply() {
                    @Override
                    public void answered(long sequence, List<Event> events) {
                        if (!events.isEmpty()
                                && events.getFirst() instanceof Event.Repeated repeated) {
                            earlier.tell(repeated.sequence(), answer);
                        } else {
                            delayed.settle(sequence, events, answer);
                        }
                    }

                    @Override
                    public void refused(Refusal refusal) {
                        answer.refused(refusal);
                    }
                });
    }
}
