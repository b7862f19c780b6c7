package evens.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that may be asked of the exchange. Amounts are micro-dollars ({@link Money}), odds are lines
 * ({@link Odds}), ids are numbers ({@link Ids}).
 */
public sealed interface Command {

    // accounts

    /**
     * Opens an account; the same id again changes nothing.
     *
     * @param creditLimit at most 0
     * @param maxLiability at least 0
     * @param commissionPpm what takers pay, 0 to {@link Money#MAX_COMMISSION_PPM}
     * @param deposit at least 0
     */
    record OpenAccount(
            long account, long creditLimit, long maxLiability, int commissionPpm, long deposit)
            implements Command {}

    record Deposit(long account, long amount) implements Command {}

    // catalog

    /** Creates a league; the same again changes nothing. */
    record CreateLeague(String league, String sport, int liveDelaySeconds) implements Command {}

    /**
     * Creates a game of an existing league.
     *
     * @param startMillis when it begins, milliseconds since 1970 UTC, after the log's time
     * @param state {@link GameState#SCHEDULED}, {@code OPEN} or {@code SUSPENDED}
     */
    record CreateGame(
            long game,
            String league,
            long startMillis,
            Participant away,
            Participant home,
            String eventName,
            String periodName,
            boolean featured,
            GameState state)
            implements Command {}

    record SuspendGame(long game) implements Command {}

    record OpenGame(long game) implements Command {}

    // orders

    /** Places up to 1,000 orders in one step, one after the other. */
    record PlaceOrders(long account, List<NewOrder> orders) implements Command {}

    /**
     * One order of a batch.
     *
     * @param participant the participant backed
     * @param line the owner's odds
     * @param expiryMinutes 0 to rest until the game starts
     * @param reference the owner's own text, null if none
     */
    record NewOrder(
            long game,
            Market market,
            long participant,
            int line,
            long stake,
            OrderType type,
            int expiryMinutes,
            @Nullable String reference) {
        public static final int MAX_EXPIRY_MINUTES = 525_600;

        /** Longest reference, in bytes of UTF-8. */
        public static final int MAX_REFERENCE_BYTES = 512;
    }

    /** Cancels a list of orders in one step; the answer has one event for each, in this order. */
    record CancelOrders(long account, List<Long> orders) implements Command {}

    /** Cancels every open order of the account in one step, oldest first. */
    record CancelAllOrders(long account) implements Command {}

    // questions

    /** Tells the hashes of state and steps; changes nothing. */
    record AskHashes() implements Command {}
}
