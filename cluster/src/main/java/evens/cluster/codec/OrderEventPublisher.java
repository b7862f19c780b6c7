package evens.cluster.codec;

import evens.cluster.sbe.CancelRefusedEncoder;
import evens.cluster.sbe.DelayedOrderRejectedEncoder;
import evens.cluster.sbe.OrderCancelledEncoder;
import evens.cluster.sbe.OrderDelayedEncoder;
import evens.cluster.sbe.OrderMatchedEncoder;
import evens.cluster.sbe.OrderPlacedEncoder;
import evens.cluster.sbe.OrderRejectedEncoder;
import evens.cluster.sbe.OrderResumedEncoder;
import evens.cluster.sbe.ResumeRejectedEncoder;
import evens.model.Ending;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/** The life of orders. */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
abstract class OrderEventPublisher extends AccountEventPublisher {
    private final OrderPlacedEncoder orderPlaced = new OrderPlacedEncoder();
    private final OrderDelayedEncoder orderDelayed = new OrderDelayedEncoder();
    private final DelayedOrderRejectedEncoder delayedOrderRejected =
            new DelayedOrderRejectedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final OrderMatchedEncoder orderMatched = new OrderMatchedEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final CancelRefusedEncoder cancelRefused = new CancelRefusedEncoder();
    private final OrderResumedEncoder orderResumed = new OrderResumedEncoder();
    private final ResumeRejectedEncoder resumeRejected = new ResumeRejectedEncoder();

    OrderEventPublisher(int frameLength, EventPublisher.@Nullable Frames frames) {
        super(frameLength, frames);
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
        begin(referenceLength);
        orderPlaced
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .transaction(transaction)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .stake(stake)
                .resting(resting)
                .orderType((short) type.ordinal())
                .createdAtMillis(createdAtMillis)
                .expiresAtMillis(expiresAtMillis)
                .message(message)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderPlaced.market());
        end(orderPlaced.limit());
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
        begin(referenceLength);
        orderDelayed
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .transaction(transaction)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .stake(stake)
                .orderType((short) type.ordinal())
                .createdAtMillis(createdAtMillis)
                .expiresAtMillis(expiresAtMillis)
                .untilMillis(untilMillis)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderDelayed.market());
        end(orderDelayed.limit());
    }

    @Override
    public void delayedOrderRejected(long order, long account, Reject reject) {
        begin(0);
        delayedOrderRejected
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .account(account)
                .reject((short) reject.ordinal());
        end(delayedOrderRejected.limit());
    }

    @Override
    public void orderRejected(int index, long account, Reject reject) {
        begin(0);
        orderRejected
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .account(account)
                .reject((short) reject.ordinal());
        end(orderRejected.limit());
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
        begin(makerReferenceLength + takerReferenceLength);
        orderMatched
                .wrapAndApplyHeader(buffer, body, header)
                .transaction(transaction)
                .game(game)
                .makerOutcome((short) makerOutcome.ordinal())
                .makerLine(makerLine)
                .makerOrder(makerOrder)
                .makerAccount(makerAccount)
                .makerWagerRequest(makerWagerRequest)
                .makerOffered(makerOffered)
                .makerStake(makerStake)
                .makerRemaining(makerRemaining)
                .makerGameLiability(makerGameLiability)
                .makerLiability(makerLiability)
                .makerMessage(makerMessage)
                .makerCreatedAtMillis(makerCreatedAtMillis)
                .makerPostArb(Flags.of(makerPostArb))
                .hasMakerReference(Flags.of(makerReference != null))
                .takerOrder(takerOrder)
                .takerAccount(takerAccount)
                .takerWagerRequest(takerWagerRequest)
                .takerStake(takerStake)
                .takerFeeIfWon(takerFeeIfWon)
                .takerFeeIfLost(takerFeeIfLost)
                .takerGameLiability(takerGameLiability)
                .takerLiability(takerLiability)
                .takerMessage(takerMessage)
                .hasTakerReference(Flags.of(takerReference != null))
                .putMakerReference(Flags.orNone(makerReference), 0, makerReferenceLength)
                .putTakerReference(Flags.orNone(takerReference), 0, takerReferenceLength);
        Markets.write(market, orderMatched.market());
        end(orderMatched.limit());
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
        begin(referenceLength);
        orderCancelled
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .filled(filled)
                .released(released)
                .ending((short) ending.ordinal())
                .message(message)
                .postArb(Flags.of(postArb))
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderCancelled.market());
        end(orderCancelled.limit());
    }

    @Override
    public void cancelRefused(long order, Reject reject) {
        begin(0);
        cancelRefused
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .reject((short) reject.ordinal());
        end(cancelRefused.limit());
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
        begin(referenceLength);
        orderResumed
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .transaction(transaction)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .stake(stake)
                .resting(resting)
                .orderType((short) type.ordinal())
                .createdAtMillis(createdAtMillis)
                .expiresAtMillis(expiresAtMillis)
                .message(message)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderResumed.market());
        end(orderResumed.limit());
    }

    @Override
    public void resumeRejected(int index, long order, Reject reject) {
        begin(0);
        resumeRejected
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .order(order)
                .reject((short) reject.ordinal());
        end(resumeRejected.limit());
    }
}
