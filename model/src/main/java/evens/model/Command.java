package evens.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that may be asked of the exchange. Amounts are micro-dollars ({@link Money}), odds are lines
 * ({@link Odds}), ids are numbers ({@link Ids}).
 */
public sealed interface Command {

    /** Whether it goes before what others want to place: it only ends orders, or keeps them. */
    default boolean overtakes() {
        return switch (this) {
            case CancelOrders _,
                    CancelByReference _,
                    CancelOrdersOfGame _,
                    CancelOrdersOfLeague _,
                    CancelAllOrders _,
                    CancelGameOrders _,
                    PauseOrders _,
                    RenewLease _,
                    DropLease _ ->
                    true;
            case Once once -> once.command().overtakes();
            case OpenAccount _,
                    Deposit _,
                    Withdraw _,
                    Adjust _,
                    ChangeAccount _,
                    CreateLeague _,
                    ChangeLeague _,
                    CreateGame _,
                    ChangeGame _,
                    SuspendGame _,
                    OpenGame _,
                    CloseGame _,
                    SuspendExchange _,
                    ResumeExchange _,
                    PlaceOrders _,
                    EditOrder _,
                    ResumeOrders _,
                    ReleaseLatch _,
                    AskHashes _ ->
                    false;
        };
    }

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
     * @param defaultExpiryMinutes of orders that do not say when they expire; 0 if they rest until
     *     the game starts
     * @param force whether available funds may be below 0 with less credit
     */
    record ChangeAccount(
            long account,
            @Nullable Long creditLimit,
            @Nullable Long maxLiability,
            @Nullable Integer commissionPpm,
            @Nullable Boolean banned,
            @Nullable Integer defaultExpiryMinutes,
            boolean force)
            implements Command {
        /** Without a change of what orders expire by default. */
        public ChangeAccount(
                long account,
                @Nullable Long creditLimit,
                @Nullable Long maxLiability,
                @Nullable Integer commissionPpm,
                @Nullable Boolean banned,
                boolean force) {
            this(account, creditLimit, maxLiability, commissionPpm, banned, null, force);
        }
    }

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

    /**
     * When something was asked for, as far as kills are concerned: an order, an edit or a resume is
     * refused if an epoch of the account greater than this one was raised by anything but this very
     * connection. So a kill refuses all that had arrived before it, and on one connection what is
     * sent behind a kill passes.
     *
     * @param epoch of the account, when the request had been read
     * @param connection on which it came, 0 for none that keeps an order
     */
    record Stamp(long epoch, long connection) {
        /** No connection: whatever comes by it is another's. */
        public static final long NO_CONNECTION = 0;

        /** No kill comes between. */
        public static final Stamp LATEST = new Stamp(Long.MAX_VALUE, NO_CONNECTION);
    }

    /** Places up to 1,000 orders in one step, one after the other. */
    record PlaceOrders(long account, Stamp stamp, List<NewOrder> orders) implements Command {
        /** Orders that no kill refuses. */
        public PlaceOrders(long account, List<NewOrder> orders) {
            this(account, Stamp.LATEST, orders);
        }
    }

    /**
     * One order of a batch.
     *
     * @param side what is backed; a participant where the market is about winning
     * @param participant the participant backed, or whom a three-way question is about; 0 for a
     *     draw and for totals
     * @param number handicap of the participant backed, or total, in quarters; else 0
     * @param line the owner's odds
     * @param expiryMinutes 0 to rest until the game starts, {@link #BY_DEFAULT} for what the
     *     account has as its default; on a live game both may mean {@link #LIVE_EXPIRY_MINUTES}
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

        /** The order does not say when it expires. */
        public static final int BY_DEFAULT = -1;

        /** How long an order rests on a live game that asked for no time. */
        public static final int LIVE_EXPIRY_MINUTES = 5;

        /** Longest reference, in bytes of UTF-8. */
        public static final int MAX_REFERENCE_BYTES = 512;
    }

    /** Cancels a list of orders in one step; the answer has one event for each, in this order. */
    record CancelOrders(long account, List<Long> orders) implements Command {}

    /**
     * Cancels the account's open orders on a game that have one of these references, oldest first.
     */
    record CancelByReference(long account, long game, List<String> references) implements Command {}

    /** Cancels the account's open orders on a game, oldest first. */
    record CancelOrdersOfGame(long account, long game, Scope scope) implements Command {}

    /**
     * Which orders of a game: those that are all of what is said here.
     *
     * @param type null for any; see also {@code twoWay}
     * @param twoWay whether three-way questions are left out
     * @param side what they back, null for any
     * @param participant whom they back where {@code side} is {@link Side#PARTICIPANT}
     * @param aboutOne whether only three-way questions about {@code subject} are meant
     * @param subject a participant, or 0 for the draw
     */
    record Scope(
            @Nullable MarketType type,
            boolean twoWay,
            @Nullable Side side,
            long participant,
            boolean aboutOne,
            long subject) {
        public static final Scope ALL = new Scope(null, false, null, 0, false, 0);

        public static Scope of(MarketType type) {
            return new Scope(type, false, null, 0, false, 0);
        }
    }

    /**
     * Cancels the account's open orders in a league, oldest first.
     *
     * @param league null for all games that are live
     */
    record CancelOrdersOfLeague(long account, @Nullable String league) implements Command {}

    /**
     * Cancels every open order of the account in one step, oldest first, and raises its epoch.
     *
     * @param latch whether to refuse new ones until {@link ReleaseLatch}
     * @param connection on which it came, see {@link Stamp}
     */
    record CancelAllOrders(long account, boolean latch, long connection) implements Command {
        public CancelAllOrders(long account) {
            this(account, false, Stamp.NO_CONNECTION);
        }
    }

    record ReleaseLatch(long account) implements Command {}

    /**
     * Takes the account's resting orders out of their books, oldest first, to be brought back by
     * {@link ResumeOrders}, and raises its epoch. Orders in a live delay are cancelled.
     *
     * @param game 0 for all games
     * @param connection on which it came, see {@link Stamp}
     */
    record PauseOrders(long account, long game, long connection) implements Command {}

    /**
     * Brings paused orders back, oldest first, each as one that only rests. What may not come back
     * now stays paused.
     *
     * @param game 0 for all games
     */
    record ResumeOrders(long account, Stamp stamp, long game) implements Command {}

    /**
     * Replaces a resting order by a new one of the same market and outcome, in one step. Whatever
     * refuses the new one leaves the old one as it was.
     *
     * @param line null if unchanged
     * @param stake null for what is left of the order
     * @param expiryMinutes as in {@link NewOrder}; that of the order is not inherited
     * @param reference null if unchanged
     * @param intendedStake what its owner believes is left; null if he says nothing. If that is
     *     wrong by more than {@link #TOLERANCE} the order is cancelled and not replaced
     * @param needsOtherSide whether to refuse if nobody else has an offer on the other side
     */
    record EditOrder(
            long account,
            Stamp stamp,
            long order,
            @Nullable Integer line,
            @Nullable Long stake,
            OrderType orderType,
            int expiryMinutes,
            @Nullable String reference,
            @Nullable Long intendedStake,
            boolean needsOtherSide)
            implements Command {
        public static final long TOLERANCE = 1_000_000;

        /** Stands for a line that is unchanged, where there is no null. */
        public static final int SAME_LINE = Integer.MIN_VALUE;

        /** Stands for a stake that is unchanged or was not named, where there is no null. */
        public static final long NO_STAKE = Long.MIN_VALUE;
    }

    /**
     * Arms the dead-man's switch of the account, or sets it anew: when it is not renewed in time,
     * all its open orders are cancelled and its epoch is raised, once.
     *
     * @param millis 1 to {@link #MAX_MILLIS}
     */
    record RenewLease(long account, long millis) implements Command {
        public static final long MAX_MILLIS = 86_400_000;
    }

    /** Disarms the dead-man's switch. */
    record DropLease(long account) implements Command {}

    /**
     * Executes a command unless one was executed under the same key: then nothing happens, and the
     * answer names the step in which it was. The look-up comes before everything else.
     *
     * <p>Keys are remembered for {@link #REMEMBERED_MILLIS} of the log's time. When there are too
     * many, an order or an edit under a new key is refused, and a cancel is executed without being
     * remembered.
     *
     * @param account whose key it is
     * @param keyHigh upper half of the key's hash
     * @param hashHigh upper half of the hash of what the command asks for, without its {@link
     *     Stamp}
     * @param command no {@code Once} itself
     */
    record Once(
            long account, long keyHigh, long keyLow, long hashHigh, long hashLow, Command command)
            implements Command {
        public static final long REMEMBERED_MILLIS = 86_400_000;
        public static final int MOST_OF_AN_ACCOUNT = 100_000;
        public static final int MOST = 1_000_000;
    }

    // questions

    /** Tells the hashes of state and steps; changes nothing. */
    record AskHashes() implements Command {}
}
