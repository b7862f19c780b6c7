package evens.model;

import org.jspecify.annotations.Nullable;

/**
 * The buffer that the core appends to, owned by the caller: one method for each {@link Event},
 * whose parameters are described there. Appending allocates nothing, calls nothing back and can not
 * fail. A reference is the first {@code referenceLength} bytes of {@code reference}, UTF-8, and is
 * copied at once.
 */
public interface Events {
    void accountOpened(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            long balance,
            long outside);

    void deposited(long account, long amount, long balance, long outside);

    void withdrawn(long account, long amount, long balance, long outside);

    void adjusted(long account, long amount, boolean forced, long balance, long house);

    void accountChanged(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            int defaultExpiryMinutes,
            boolean forced);

    void epochRaised(
            long account, long epoch, long connection, long epochByOthers, boolean latched);

    void latchReleased(long account);

    void leaseRenewed(long account, long millis, long untilMillis);

    void leaseDropped(long account);

    void leaseExpired(long account);

    void leagueCreated(String league, String sport, int liveDelaySeconds);

    void leagueChanged(String league, int liveDelaySeconds);

    void gameCreated(GameTerms terms, GameState state);

    void gameChanged(GameTerms terms, GameState state);

    void gameStateChanged(long game, GameState state);

    void exchangeSuspended();

    void exchangeResumed();

    void orderPlaced(
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
            int referenceLength);

    void orderDelayed(
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
            int referenceLength);

    void delayedOrderRejected(long order, long account, Reject reject);

    void orderRejected(int index, long account, Reject reject);

    void orderMatched(
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
            int takerReferenceLength);

    void orderCancelled(
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
            int referenceLength);

    void cancelRefused(long order, Reject reject);

    void orderResumed(
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
            int referenceLength);

    void resumeRejected(int index, long order, Reject reject);

    void unchanged();

    void repeated(long sequence);

    void refused(Reject reject);

    void hashesTold(long stateHash, long stepHash);

    void exchangeStated(
            long house,
            long outside,
            long lastTransaction,
            long lastWagerRequest,
            boolean suspended);

    void accountStated(
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
            int defaultExpiryMinutes);

    void positionStated(long account, long game, long liability);

    void orderStated(
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
            int referenceLength);

    void closedOrderStated(long order, long account, long filled, Ending ending);

    void wagerStated(
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
            int referenceLength);

    void keyStated(
            long account,
            long keyHigh,
            long keyLow,
            long hashHigh,
            long hashLow,
            long sequence,
            long timeMillis);
}
