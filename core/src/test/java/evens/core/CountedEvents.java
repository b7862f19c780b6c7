package evens.core;

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

/** Counts events and keeps the last order's id; allocates nothing. */
public final class CountedEvents implements Events {
    private long matched;
    private long cancelled;
    private long other;
    private long lastOrder;

    public long matched() {
        return matched;
    }

    public long cancelled() {
        return cancelled;
    }

    /** All that is neither a match nor a cancel nor an accepted order. */
    public long other() {
        return other;
    }

    /** The id of the order that was accepted last. */
    public long lastOrder() {
        return lastOrder;
    }

    @Override
    public void accountOpened(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            long balance,
            long outside) {
        other++;
    }

    @Override
    public void deposited(long account, long amount, long balance, long outside) {
        other++;
    }

    @Override
    public void withdrawn(long account, long amount, long balance, long outside) {
        other++;
    }

    @Override
    public void adjusted(long account, long amount, boolean forced, long balance, long house) {
        other++;
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
        other++;
    }

    @Override
    public void leagueCreated(String league, String sport, int liveDelaySeconds) {
        other++;
    }

    @Override
    public void leagueChanged(String league, int liveDelaySeconds) {
        other++;
    }

    @Override
    public void gameCreated(GameTerms terms, GameState state) {
        other++;
    }

    @Override
    public void gameChanged(GameTerms terms, GameState state) {
        other++;
    }

    @Override
    public void gameStateChanged(long game, GameState state) {
        other++;
    }

    @Override
    public void exchangeSuspended() {
        other++;
    }

    @Override
    public void exchangeResumed() {
        other++;
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
        lastOrder = order;
    }

    @Override
    public void orderRejected(int index, long account, Reject reject) {
        other++;
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
        matched++;
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
        cancelled++;
    }

    @Override
    public void cancelRefused(long order, Reject reject) {
        other++;
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
        other++;
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
        other++;
    }

    @Override
    public void delayedOrderRejected(long order, long account, Reject reject) {
        other++;
    }

    @Override
    public void resumeRejected(int index, long order, Reject reject) {
        other++;
    }

    @Override
    public void repeated(long sequence) {
        other++;
    }

    @Override
    public void epochRaised(
            long account, long epoch, long connection, long epochByOthers, boolean latched) {
        other++;
    }

    @Override
    public void latchReleased(long account) {
        other++;
    }

    @Override
    public void leaseRenewed(long account, long millis, long untilMillis) {
        other++;
    }

    @Override
    public void leaseDropped(long account) {
        other++;
    }

    @Override
    public void leaseExpired(long account) {
        other++;
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
        other++;
    }

    @Override
    public void unchanged() {
        other++;
    }

    @Override
    public void refused(Reject reject) {
        other++;
    }

    @Override
    public void hashesTold(long stateHash, long stepHash) {
        other++;
    }

    @Override
    public void exchangeStated(
            long house,
            long outside,
            long lastTransaction,
            long lastWagerRequest,
            boolean suspended) {
        other++;
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
        other++;
    }

    @Override
    public void positionStated(long account, long game, long liability) {
        other++;
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
        other++;
    }

    @Override
    public void closedOrderStated(long order, long account, long filled, Ending ending) {
        other++;
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
        other++;
    }
}
