package evens.model;

import org.jspecify.annotations.Nullable;

/**
 * All that may have happened. An event carries what it led to, so that who hears it copies and
 * never computes money. Amounts are micro-dollars ({@link Money}), odds are the owner's lines
 * ({@link Odds}), ids are numbers ({@link Ids}); {@code message} is the count of messages that the
 * account has had so far, 0 where the account hears nothing of it.
 */
public sealed interface Event {

    // accounts

    /**
     * An account exists now.
     *
     * @param outside what has come in from outside the exchange, as a balance: negative, unless
     *     corrections let more go out than had come in
     */
    record AccountOpened(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            long balance,
            long outside)
            implements Event {}

    record Deposited(long account, long amount, long balance, long outside) implements Event {}

    record Withdrawn(long account, long amount, long balance, long outside) implements Event {}

    /**
     * A balance was corrected.
     *
     * @param forced whether available funds fell below 0 by it, which only force allows
     */
    record Adjusted(long account, long amount, boolean forced, long balance, long house)
            implements Event {}

    /**
     * Limits, rate, ban or default expiry are these now.
     *
     * @param defaultExpiryMinutes 0 if there is none
     * @param forced whether less credit left available funds below 0, which only force allows
     */
    record AccountChanged(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            int defaultExpiryMinutes,
            boolean forced)
            implements Event {}

    /**
     * All open orders of the account were cancelled or paused by one command or deadline: what had
     * been sent before is refused from now on, see {@link Command.Stamp}.
     *
     * @param epoch the account's epoch now
     * @param connection by which it was raised, 0 for none
     * @param epochByOthers the greatest one that was raised by others than this connection
     * @param latched whether trading is latched
     */
    record EpochRaised(
            long account, long epoch, long connection, long epochByOthers, boolean latched)
            implements Event {}

    record LatchReleased(long account) implements Event {}

    /** The dead-man's switch is armed until then, which is {@code millis} after the log's time. */
    record LeaseRenewed(long account, long millis, long untilMillis) implements Event {}

    record LeaseDropped(long account) implements Event {}

    /** It was not renewed in time, and is disarmed. Cancels follow in the same step. */
    record LeaseExpired(long account) implements Event {}

    // catalog

    record LeagueCreated(String league, String sport, int liveDelaySeconds) implements Event {}

    record LeagueChanged(String league, int liveDelaySeconds) implements Event {}

    record GameCreated(GameTerms terms, GameState state) implements Event {}

    record GameChanged(GameTerms terms, GameState state) implements Event {}

    record GameStateChanged(long game, GameState state) implements Event {}

    record ExchangeSuspended() implements Event {}

    record ExchangeResumed() implements Event {}

    // the life of an order

    /**
     * An order was accepted. Its matches follow in the same step.
     *
     * @param index its place in the batch, from 0; {@link #AFTER_DELAY} if it was {@link
     *     OrderDelayed delayed} before
     * @param resting what of the stake is in the book when the step is over; 0 if nothing is
     * @param transaction the id of its creation
     * @param expiresAtMillis 0 if it rests until the game starts; it never rests longer
     */
    record OrderPlaced(
            int index,
            long order,
            long account,
            long wagerRequest,
            long transaction,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long stake,
            long resting,
            OrderType type,
            long createdAtMillis,
            long expiresAtMillis,
            long message,
            @Nullable String reference)
            implements Event {
        /** The index of an order that has waited, as its batch is long over. */
        public static final int AFTER_DELAY = -1;
    }

    /**
     * An order on a live game would match, and waits until then before it is tried once more. That
     * step places it, rejects it, or it is cancelled before.
     *
     * @param index its place in the batch, from 0
     * @param untilMillis when it is tried
     */
    record OrderDelayed(
            int index,
            long order,
            long account,
            long wagerRequest,
            long transaction,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long stake,
            OrderType type,
            long createdAtMillis,
            long expiresAtMillis,
            long untilMillis,
            @Nullable String reference)
            implements Event {}

    /** An order that was delayed is over: it was not placed. */
    record DelayedOrderRejected(long order, long account, Reject reject) implements Event {}

    record OrderRejected(int index, long account, Reject reject) implements Event {}

    /** One execution between two orders, at the maker's odds: two wagers. */
    record OrderMatched(
            long transaction,
            long game,
            Market market,
            Outcome makerOutcome,
            int makerLine,
            Maker maker,
            Taker taker)
            implements Event {}

    /**
     * The resting side of a match.
     *
     * @param offered the original stake of the maker's order
     * @param stake the maker's stake of this match; the taker's gross win
     * @param remaining what of the offer is left
     * @param gameLiability the account's liability on the game after the match
     * @param liability the account's liability on all games after the match
     * @param postArb whether the order is a {@link OrderType#POST_ARB}
     */
    record Maker(
            long order,
            long account,
            long wagerRequest,
            long offered,
            long stake,
            long remaining,
            long gameLiability,
            long liability,
            long message,
            long createdAtMillis,
            boolean postArb,
            @Nullable String reference) {}

    /**
     * The incoming side of a match.
     *
     * @param stake the taker's stake of this match; the maker's win
     * @param feeIfWon commission that will be charged if the taker wins
     * @param feeIfLost commission that will be charged if the taker loses
     */
    record Taker(
            long order,
            long account,
            long wagerRequest,
            long stake,
            long feeIfWon,
            long feeIfLost,
            long gameLiability,
            long liability,
            long message,
            @Nullable String reference) {}

    /**
     * An order that was open is so no longer; or is so no longer for now, if the ending is {@link
     * Ending#PAUSED}.
     *
     * @param filled what was matched before
     * @param released what was open and is no longer
     * @param postArb whether the order is a {@link OrderType#POST_ARB}
     */
    record OrderCancelled(
            long order,
            long account,
            long wagerRequest,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long filled,
            long released,
            Ending ending,
            long message,
            boolean postArb,
            @Nullable String reference)
            implements Event {}

    record CancelRefused(long order, Reject reject) implements Event {}

    /**
     * A paused order is in its book again, behind those that are there.
     *
     * @param index its place among those of this step, from 0
     * @param resting what of the stake is in the book
     */
    record OrderResumed(
            int index,
            long order,
            long account,
            long wagerRequest,
            long transaction,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long stake,
            long resting,
            OrderType type,
            long createdAtMillis,
            long expiresAtMillis,
            long message,
            @Nullable String reference)
            implements Event {}

    /** A paused order stays paused. */
    record ResumeRejected(int index, long order, Reject reject) implements Event {}

    // commands that led to nothing

    /** What was asked for was so already. */
    record Unchanged() implements Event {}

    /** The command was executed before, under the same key, in that step. */
    record Repeated(long sequence) implements Event {}

    /** The whole command was refused. */
    record Refused(Reject reject) implements Event {}

    // answers

    record HashesTold(long stateHash, long stepHash) implements Event {}

    // the state, told: together with LeagueCreated and GameCreated the only form of a snapshot

    /**
     * What belongs to nobody: the house, the outside, counters.
     *
     * @param suspended whether the whole exchange is
     */
    record ExchangeStated(
            long house,
            long outside,
            long lastTransaction,
            long lastWagerRequest,
            boolean suspended)
            implements Event {}

    /**
     * An account as it is.
     *
     * @param connection by which the epoch was raised last
     * @param epochByOthers the greatest epoch that was raised by others
     * @param leaseUntilMillis 0 if it has no lease
     * @param defaultExpiryMinutes 0 if there is none
     */
    record AccountStated(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            long balance,
            long liability,
            long messages,
            long epoch,
            long connection,
            long epochByOthers,
            boolean latched,
            long leaseUntilMillis,
            int defaultExpiryMinutes)
            implements Event {}

    /** What an account may lose on a game; told for every game on which it has wagers. */
    record PositionStated(long account, long game, long liability) implements Event {}

    /**
     * An open order; told book by book, each level in the order of its queue.
     *
     * @param untilMillis when a delayed order is tried, else 0
     */
    record OrderStated(
            long order,
            long account,
            long wagerRequest,
            long transaction,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long stake,
            long filled,
            OrderType type,
            long createdAtMillis,
            long expiresAtMillis,
            OrderState state,
            long untilMillis,
            @Nullable String reference)
            implements Event {}

    /** A closed order that is still remembered; told in the order in which they closed. */
    record ClosedOrderStated(long order, long account, long filled, Ending ending)
            implements Event {}

    /**
     * One account's half of a match, told in the order of their matches.
     *
     * @param order the maker's order, for both halves
     * @param line the account's own odds
     * @param win gross, before commission
     * @param commissionPpm the rate that was fixed at the match; 0 for makers
     * @param createdAtMillis when the order was placed
     */
    record WagerStated(
            long transaction,
            long order,
            long account,
            long wagerRequest,
            long game,
            Market market,
            Outcome outcome,
            int line,
            boolean maker,
            long stake,
            long win,
            int commissionPpm,
            long feeIfWon,
            long feeIfLost,
            long createdAtMillis,
            long matchedAtMillis,
            @Nullable String reference)
            implements Event {}

    /** A key under which a command was executed; told in that order. */
    record KeyStated(
            long account,
            long keyHigh,
            long keyLow,
            long hashHigh,
            long hashLow,
            long sequence,
            long timeMillis)
            implements Event {}
}
