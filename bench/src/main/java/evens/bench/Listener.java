package evens.bench;

import evens.model.Ending;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Hears every event and looks at each number of those about orders, as whoever keeps books or
 * streams from them would. It keeps a sum, so that two runs can be compared.
 */
final class Listener implements Events {
    private long sum;
    private long others;

    /** Of all that was told about orders. */
    long sum() {
        return sum;
    }

    /** How many events were about something else. */
    long others() {
        return others;
    }

    @Override
    public void accountOpened(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            long balance,
            long outside) {
        others++;
    }

    @Override
    public void deposited(long account, long amount, long balance, long outside) {
        others++;
    }

    @Override
    public void withdrawn(long account, long amount, long balance, long outside) {
        others++;
    }

    @Override
    public void adjusted(long account, long amount, boolean forced, long balance, long house) {
        others++;
    }

    @Override
    public void accountChanged(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            int defaultExpiryMinutes,
            boolean forced) {
        others++;
    }

    @Override
    public void epochRaised(
            long account, long epoch, long connection, long epochByOthers, boolean latched) {
        others++;
    }

    @Override
    public void latchReleased(long account) {
        others++;
    }

    @Override
    public void leaseRenewed(long account, long millis, long untilMillis) {
        others++;
    }

    @Override
    public void leaseDropped(long account) {
        others++;
    }

    @Override
    public void leaseExpired(long account) {
        others++;
    }

    @Override
    public void leagueCreated(String league, String sport, int liveDelaySeconds) {
        others++;
    }

    @Override
    public void leagueChanged(String league, int liveDelaySeconds) {
        others++;
    }

    @Override
    public void gameCreated(GameTerms terms, GameState state) {
        others++;
    }

    @Override
    public void gameChanged(GameTerms terms, GameState state) {
        others++;
    }

    @Override
    public void gameStateChanged(long game, GameState state) {
        others++;
    }

    @Override
    public void exchangeSuspended() {
        others++;
    }

    @Override
    public void exchangeResumed() {
        others++;
    }

    @Override
    public void orderPlaced(
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
            byte @Nullable [] reference,
            int referenceLength) {
        sum =
                sum * 31
                        + index
                        + order
                        + account
                        + wagerRequest
                        + transaction
                        + game
                        + line
                        + stake
                        + resting
                        + createdAtMillis
                        + expiresAtMillis
                        + message
                        + referenceLength;
    }

    @Override
    public void orderDelayed(
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
            byte @Nullable [] reference,
            int referenceLength) {
        others++;
    }

    @Override
    public void delayedOrderRejected(long order, long account, Reject reject) {
        others++;
    }

    @Override
    public void orderRejected(int index, long account, Reject reject) {
        others++;
    }

    @Override
    public void orderMatched(
            long transaction,
            long game,
            Market market,
            Outcome makerOutcome,
            int makerLine,
            long makerOrder,
            long makerAccount,
            long makerWagerRequest,
            long makerOffered,
            long makerStake,
            long makerRemaining,
            long makerGameLiability,
            long makerLiability,
            long makerMessage,
            long makerCreatedAtMillis,
            boolean makerPostArb,
            byte @Nullable [] makerReference,
            int makerReferenceLength,
            long takerOrder,
            long takerAccount,
            long takerWagerRequest,
            long takerStake,
            long takerFeeIfWon,
            long takerFeeIfLost,
            long takerGameLiability,
            long takerLiability,
            long takerMessage,
            byte @Nullable [] takerReference,
            int takerReferenceLength) {
        sum =
                sum * 31
                        + transaction
                        + game
                        + makerLine
                        + makerOrder
                        + makerAccount
                        + makerWagerRequest
                        + makerOffered
                        + makerStake
                        + makerRemaining
                        + makerGameLiability
                        + makerLiability
                        + makerMessage
                        + makerCreatedAtMillis
                        + (makerPostArb ? 1 : 0)
                        + makerReferenceLength
                        + takerOrder
                        + takerAccount
                        + takerWagerRequest
                        + takerStake
                        + takerFeeIfWon
                        + takerFeeIfLost
                        + takerGameLiability
                        + takerLiability
                        + takerMessage
                        + takerReferenceLength;
    }

    @Override
    public void orderCancelled(
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
            byte @Nullable [] reference,
            int referenceLength) {
        sum =
                sum * 31
                        + order
                        + account
                        + wagerRequest
                        + game
                        + line
                        + filled
                        + released
                        + message
                        + (postArb ? 1 : 0)
                        + referenceLength;
    }

    @Override
    public void cancelRefused(long order, Reject reject) {
        others++;
    }

    @Override
    public void orderResumed(
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
            byte @Nullable [] reference,
            int referenceLength) {
        others++;
    }

    @Override
    public void resumeRejected(int index, long order, Reject reject) {
        others++;
    }

    @Override
    public void unchanged() {
        others++;
    }

    @Override
    public void repeated(long sequence) {
        others++;
    }

    @Override
    public void refused(Reject reject) {
        others++;
    }

    @Override
    public void hashesTold(long stateHash, long stepHash) {
        others++;
    }

    @Override
    public void exchangeStated(
            long house,
            long outside,
            long lastTransaction,
            long lastWagerRequest,
            boolean suspended) {
        others++;
    }

    @Override
    public void accountStated(
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
            int defaultExpiryMinutes) {
        others++;
    }

    @Override
    public void positionStated(long account, long game, long liability) {
        others++;
    }

    @Override
    public void orderStated(
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
            byte @Nullable [] reference,
            int referenceLength) {
        others++;
    }

    @Override
    public void closedOrderStated(long order, long account, long filled, Ending ending) {
        others++;
    }

    @Override
    public void wagerStated(
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
            byte @Nullable [] reference,
            int referenceLength) {
        others++;
    }

    @Override
    public void keyStated(
            long account,
            long keyHigh,
            long keyLow,
            long hashHigh,
            long hashLow,
            long sequence,
            long timeMillis) {
        others++;
    }
}
