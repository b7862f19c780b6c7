package evens.core;

import evens.model.Ending;
import evens.model.Event;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps every event as a record, so that a test can compare what happened with what should. */
public final class RecordedEvents implements Events {
    private final List<Event> events = new ArrayList<>();

    /** What was recorded since the last call. */
    public List<Event> take() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public void accountOpened(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            long balance,
            long outside) {
        events.add(
                new Event.AccountOpened(
                        account, creditLimit, maxLiability, commissionPpm, balance, outside));
    }

    @Override
    public void deposited(long account, long amount, long balance, long outside) {
        events.add(new Event.Deposited(account, amount, balance, outside));
    }

    @Override
    public void withdrawn(long account, long amount, long balance, long outside) {
        events.add(new Event.Withdrawn(account, amount, balance, outside));
    }

    @Override
    public void adjusted(long account, long amount, boolean forced, long balance, long house) {
        events.add(new Event.Adjusted(account, amount, forced, balance, house));
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
        events.add(
                new Event.AccountChanged(
                        account,
                        creditLimit,
                        maxLiability,
                        commissionPpm,
                        banned,
                        defaultExpiryMinutes,
                        forced));
    }

    @Override
    public void epochRaised(
            long account, long epoch, long connection, long epochByOthers, boolean latched) {
        events.add(new Event.EpochRaised(account, epoch, connection, epochByOthers, latched));
    }

    @Override
    public void latchReleased(long account) {
        events.add(new Event.LatchReleased(account));
    }

    @Override
    public void leaseRenewed(long account, long millis, long untilMillis) {
        events.add(new Event.LeaseRenewed(account, millis, untilMillis));
    }

    @Override
    public void leaseDropped(long account) {
        events.add(new Event.LeaseDropped(account));
    }

    @Override
    public void leaseExpired(long account) {
        events.add(new Event.LeaseExpired(account));
    }

    @Override
    public void leagueCreated(String league, String sport, int liveDelaySeconds) {
        events.add(new Event.LeagueCreated(league, sport, liveDelaySeconds));
    }

    @Override
    public void leagueChanged(String league, int liveDelaySeconds) {
        events.add(new Event.LeagueChanged(league, liveDelaySeconds));
    }

    @Override
    public void gameCreated(GameTerms terms, GameState state) {
        events.add(new Event.GameCreated(terms, state));
    }

    @Override
    public void gameChanged(GameTerms terms, GameState state) {
        events.add(new Event.GameChanged(terms, state));
    }

    @Override
    public void gameStateChanged(long game, GameState state) {
        events.add(new Event.GameStateChanged(game, state));
    }

    @Override
    public void exchangeSuspended() {
        events.add(new Event.ExchangeSuspended());
    }

    @Override
    public void exchangeResumed() {
        events.add(new Event.ExchangeResumed());
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
        events.add(
                new Event.OrderPlaced(
                        index,
                        order,
                        account,
                        wagerRequest,
                        transaction,
                        game,
                        market,
                        outcome,
                        line,
                        stake,
                        resting,
                        type,
                        createdAtMillis,
                        expiresAtMillis,
                        message,
                        text(reference, referenceLength)));
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
        events.add(
                new Event.OrderDelayed(
                        index,
                        order,
                        account,
                        wagerRequest,
                        transaction,
                        game,
                        market,
                        outcome,
                        line,
                        stake,
                        type,
                        createdAtMillis,
                        expiresAtMillis,
                        untilMillis,
                        text(reference, referenceLength)));
    }

    @Override
    public void delayedOrderRejected(long order, long account, Reject reject) {
        events.add(new Event.DelayedOrderRejected(order, account, reject));
    }

    @Override
    public void orderRejected(int index, long account, Reject reject) {
        events.add(new Event.OrderRejected(index, account, reject));
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
        Event.Maker maker =
                new Event.Maker(
                        makerOrder,
                        makerAccount,
                        makerWagerRequest,
                        makerOffered,
                        makerStake,
                        makerRemaining,
                        makerGameLiability,
                        makerLiability,
                        makerMessage,
                        makerCreatedAtMillis,
                        makerPostArb,
                        text(makerReference, makerReferenceLength));
        Event.Taker taker =
                new Event.Taker(
                        takerOrder,
                        takerAccount,
                        takerWagerRequest,
                        takerStake,
                        takerFeeIfWon,
                        takerFeeIfLost,
                        takerGameLiability,
                        takerLiability,
                        takerMessage,
                        text(takerReference, takerReferenceLength));
        events.add(
                new Event.OrderMatched(
                        transaction, game, market, makerOutcome, makerLine, maker, taker));
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
        events.add(
                new Event.OrderCancelled(
                        order,
                        account,
                        wagerRequest,
                        game,
                        market,
                        outcome,
                        line,
                        filled,
                        released,
                        ending,
                        message,
                        postArb,
                        text(reference, referenceLength)));
    }

    @Override
    public void cancelRefused(long order, Reject reject) {
        events.add(new Event.CancelRefused(order, reject));
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
        events.add(
                new Event.OrderResumed(
                        index,
                        order,
                        account,
                        wagerRequest,
                        transaction,
                        game,
                        market,
                        outcome,
                        line,
                        stake,
                        resting,
                        type,
                        createdAtMillis,
                        expiresAtMillis,
                        message,
                        text(reference, referenceLength)));
    }

    @Override
    public void resumeRejected(int index, long order, Reject reject) {
        events.add(new Event.ResumeRejected(index, order, reject));
    }

    @Override
    public void repeated(long sequence) {
        events.add(new Event.Repeated(sequence));
    }

    @Override
    public void unchanged() {
        events.add(new Event.Unchanged());
    }

    @Override
    public void refused(Reject reject) {
        events.add(new Event.Refused(reject));
    }

    @Override
    public void hashesTold(long stateHash, long stepHash) {
        events.add(new Event.HashesTold(stateHash, stepHash));
    }

    @Override
    public void exchangeStated(
            long house,
            long outside,
            long lastTransaction,
            long lastWagerRequest,
            boolean suspended) {
        events.add(
                new Event.ExchangeStated(
                        house, outside, lastTransaction, lastWagerRequest, suspended));
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
        events.add(
                new Event.AccountStated(
                        account,
                        creditLimit,
                        maxLiability,
                        commissionPpm,
                        banned,
                        balance,
                        liability,
                        messages,
                        epoch,
                        connection,
                        epochByOthers,
                        latched,
                        leaseUntilMillis,
                        defaultExpiryMinutes));
    }

    @Override
    public void positionStated(long account, long game, long liability) {
        events.add(new Event.PositionStated(account, game, liability));
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
        events.add(
                new Event.OrderStated(
                        order,
                        account,
                        wagerRequest,
                        transaction,
                        game,
                        market,
                        outcome,
                        line,
                        stake,
                        filled,
                        type,
                        createdAtMillis,
                        expiresAtMillis,
                        state,
                        untilMillis,
                        text(reference, referenceLength)));
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
        events.add(
                new Event.KeyStated(
                        account, keyHigh, keyLow, hashHigh, hashLow, sequence, timeMillis));
    }

    @Override
    public void closedOrderStated(long order, long account, long filled, Ending ending) {
        events.add(new Event.ClosedOrderStated(order, account, filled, ending));
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
        events.add(
                new Event.WagerStated(
                        transaction,
                        order,
                        account,
                        wagerRequest,
                        game,
                        market,
                        outcome,
                        line,
                        maker,
                        stake,
                        win,
                        commissionPpm,
                        feeIfWon,
                        feeIfLost,
                        createdAtMillis,
                        matchedAtMillis,
                        text(reference, referenceLength)));
    }

    private static @Nullable String text(byte @Nullable [] bytes, int length) {
        return bytes == null ? null : new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
