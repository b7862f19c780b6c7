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

    /** Takes out at most what is neither credit nor at stake. */
    record Withdraw(long account, long amount) implements Command {}

    /**
     * Corrects a balance; the house takes the other side.
     *
     * @param amount more or less than 0
     * @param force whether available funds may fall below 0
     */
    record Adjust(long account, long amount, boolean force) implements Command {}

    /**
     * Changes what is not null. A ban cancels all orders and refuses new ones.
     *
     * <p>Only a credit limit that gives less credit than before can leave too little: more credit,
     * or the same, needs no force, even where available funds are below 0 and stay there. A smaller
     * liability or another rate is for what comes.
     *
     * @param force whether available funds may be below 0 with less credit
     */
    record ChangeAccount(
            long account,
            @Nullable Long creditLimit,
            @Nullable Long maxLiability,
            @Nullable Integer commissionPpm,
            @Nullable Boolean banned,
            boolean force)
            implements Command {}

    // catalog

    /**
     * Creates a league; the same again changes nothing.
     *
     * @param liveDelaySeconds 0 to {@link #MAX_LIVE_DELAY_SECONDS}
     */
    record CreateLeague(String league, String sport, int liveDelaySeconds) implements Command {
        public static final int MAX_LIVE_DELAY_SECONDS = 60;
    }

    /**
     * Changes a league; its name and its sport stay.
     *
     * @param liveDelaySeconds 0 to {@link CreateLeague#MAX_LIVE_DELAY_SECONDS}
     */
    record ChangeLeague(String league, int liveDelaySeconds) implements Command {}

    /**
     * Creates a game of an existing league. It starts after the log's time.
     *
     * @param state {@link GameState#SCHEDULED}, {@code OPEN} or {@code SUSPENDED}
     */
    record CreateGame(GameTerms terms, GameState state) implements Command {}

    /**
     * Changes start, names and whether it is featured; league, participants, parent and kind stay.
     * A start that is not in the future closes the game; another start that is lets a closed one be
     * opened again.
     */
    record ChangeGame(GameTerms terms) implements Command {}

    record SuspendGame(long game) implements Command {}

    record OpenGame(long game) implements Command {}

    /** For good; cancels what is open. */
    record CloseGame(long game) implements Command {}

    /** Cancels what is open on a game, in the operator's name. */
    record CancelGameOrders(long game) implements Command {}

    /** Nothing is placed or matched anywhere until {@link ResumeExchange}. */
    record SuspendExchange() implements Command {}

    record ResumeExchange() implements Command {}

    // orders

    /** Places up to 1,000 orders in one step, one after the other. */
    record PlaceOrders(long account, List<NewOrder> orders) implements Command {}

    /**
     * One order of a batch.
     *
     * @param side what is backed; a participant where the market is about winning
     * @param participant the participant backed, or whom a three-way question is about; 0 for a
     *     draw and for totals
     * @param number handicap of the participant backed, or total, in quarters; else 0
     * @param line the owner's odds
     * @param expiryMinutes 0 to rest until the game starts
     * @param reference the owner's own text, null if none
     */
    record NewOrder(
            long game,
            MarketType type,
            Side side,
            long participant,
            int number,
            int line,
            long stake,
            OrderType orderType,
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
