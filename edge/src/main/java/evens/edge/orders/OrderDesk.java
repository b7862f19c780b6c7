package evens.edge.orders;

import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Gateway.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where every order operation goes, whichever way it came: brings the command into the log and back
 * comes what became of it for good. A command under a key that was executed before is answered with
 * what it led to then; an answer waits until the last order of its batch is through the live delay.
 */
public final class OrderDesk {
    private final Gateway gateway;

    public OrderDesk(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Hears once what became of a command, on any thread, which must not be held up. */
    public interface Answer {
        /**
         * It was executed, now or before under the same key.
         *
         * @param sequence the step in which it was
         * @param events of that step, and behind them those that ended the live delays of its
         *     orders
         */
        void executed(long sequence, List<Event> events);

        /** It was not executed and never will be. */
        void refused(Refusal refusal);
    }

    /**
     * Brings a command into the log.
     *
     * @param key 1 to 255 visible ASCII characters, null for none
     * @param sender whose commands stay in order
     */
    public void submit(
            Command command, @Nullable String key, Gateway.Sender sender, Answer answer) {
        gateway.submit(
                command,
                sender,
                new Gateway.Reply() {
                    @Override
                    public void answered(long sequence, List<Event> events) {
                        answer.executed(sequence, events);
                    }

                    @Override
                    public void refused(Refusal refusal) {
                        answer.refused(refusal);
                    }
                });
    }
}
