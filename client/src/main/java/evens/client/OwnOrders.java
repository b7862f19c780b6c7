package evens.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The open orders and matched bets of one account, from the user feed and nothing else.
 *
 * <pre>{@code
 * OwnOrders own = new OwnOrders();
 * UserStream stream = client.userStream(Duration.ofSeconds(1), own::hear);
 * own.catchUp(client::replay);
 * }</pre>
 *
 * <p>Whenever a stream is opened, what it sends waits for {@link #catchUp}, which fetches what was
 * missed in between. What comes by both ways, or twice, counts once. Any thread may ask. Bets are
 * kept also when they are graded, of which the feed does not tell.
 */
public final class OwnOrders {
    private static final long NEVER = -1;

    private final Map<String, OwnOrder> open = new LinkedHashMap<>();
    private final Map<String, OwnBet> bets = new LinkedHashMap<>();
    private final List<UserFrame> waiting = new ArrayList<>();
    private MessageID last;

    /** How many streams were opened so far. */
    private long openings;

    private boolean current;
    private long replayedTo;
    private long exactAt = NEVER;

    /** Of an account from its first message. */
    public OwnOrders() {
        this(MessageID.START);
    }

    /** Of what happens after a message. */
    public OwnOrders(MessageID after) {
        last = after;
    }

    /** Hears the next frame of the stream. */
    public synchronized void hear(UserFrame frame) {
        switch (frame) {
            case UserFrame.Opening _ -> {
                openings++;
                waiting.clear();
                current = false;
            }
            case UserFrame.Message _, Heartbeat _ -> {
                if (current) {
                    apply(frame);
                } else {
                    waiting.add(frame);
                }
            }
        }
    }

    /**
     * Asks for what came after the last message that is known, and goes on with what waits.
     *
     * @param replay answers with the messages after an id, as {@link EvensClient#replay} does
     * @return false if some of them are kept no longer: nothing changes then, and what the account
     *     has must be read from its lists
     */
    public boolean catchUp(Function<MessageID, Replay> replay) {
        while (true) {
            long opening = openings();
            Replay missed = replay.apply(last());
            if (!missed.complete()) {
                return false;
            }
            if (goOn(missed, opening)) {
                return true;
            }
        }
    }

    /** False if another stream was opened meanwhile: what came before it may be missing. */
    private synchronized boolean goOn(Replay missed, long opening) {
        if (opening != openings) {
            return false;
        }
        missed.messages().forEach(this::take);
        replayedTo = missed.sequence();
        exactAt = replayedTo;
        current = true;
        waiting.forEach(this::apply);
        waiting.clear();
        return true;
    }

    private synchronized long openings() {
        return openings;
    }

    private void apply(UserFrame frame) {
        switch (frame) {
            case UserFrame.Message message -> take(message);
            case Heartbeat heartbeat -> {
                if (heartbeat.sequence() >= replayedTo) {
                    exactAt = heartbeat.sequence();
                }
            }
            case UserFrame.Opening _ -> {}
        }
    }

    private void take(UserFrame.Message message) {
        if (message.id().compareTo(last) <= 0) {
            return;
        }
        last = message.id();
        exactAt = NEVER;
        if (message.matched().isObject()) {
            OwnBet bet = OwnBet.of(message);
            bets.put(bet.txID(), bet);
        }
        if (message.unmatched().isObject()) {
            take(OwnOrder.of(message));
        }
    }

    /** Nothing remains of one that was cancelled or taken whole. */
    private void take(OwnOrder order) {
        if (order.remaining().signum() > 0) {
            open.put(order.id(), order);
        } else {
            open.remove(order.id());
        }
    }

    /** Whether they follow the stream; if not, they have to catch up. */
    public synchronized boolean isCurrent() {
        return current;
    }

    /** The step at which they are exactly the account's; none between two heartbeats. */
    public synchronized OptionalLong sequence() {
        return current && exactAt != NEVER ? OptionalLong.of(exactAt) : OptionalLong.empty();
    }

    /** The last message that counted. */
    public synchronized MessageID last() {
        return last;
    }

    /** By id, oldest first. */
    public synchronized Map<String, OwnOrder> open() {
        return new LinkedHashMap<>(open);
    }

    /** By transaction, oldest first. */
    public synchronized Map<String, OwnBet> bets() {
        return new LinkedHashMap<>(bets);
    }
}
