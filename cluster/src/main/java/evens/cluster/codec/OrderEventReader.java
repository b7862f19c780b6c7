package evens.cluster.codec;

import evens.cluster.sbe.CancelRefusedDecoder;
import evens.cluster.sbe.DelayedOrderRejectedDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OrderCancelledDecoder;
import evens.cluster.sbe.OrderDelayedDecoder;
import evens.cluster.sbe.OrderMatchedDecoder;
import evens.cluster.sbe.OrderPlacedDecoder;
import evens.cluster.sbe.OrderRejectedDecoder;
import evens.cluster.sbe.OrderResumedDecoder;
import evens.cluster.sbe.ResumeRejectedDecoder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.agrona.DirectBuffer;

/** The life of orders. */
final class OrderEventReader {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final Ending[] ENDINGS = Ending.values();
    private static final Reject[] REJECTS = Reject.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderPlacedDecoder orderPlaced = new OrderPlacedDecoder();
    private final OrderDelayedDecoder orderDelayed = new OrderDelayedDecoder();
    private final DelayedOrderRejectedDecoder delayedOrderRejected =
            new DelayedOrderRejectedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final OrderMatchedDecoder orderMatched = new OrderMatchedDecoder();
    private final OrderCancelledDecoder orderCancelled = new OrderCancelledDecoder();
    private final CancelRefusedDecoder cancelRefused = new CancelRefusedDecoder();
    private final OrderResumedDecoder orderResumed = new OrderResumedDecoder();
    private final ResumeRejectedDecoder resumeRejected = new ResumeRejectedDecoder();

    Event orderPlaced(DirectBuffer buffer, int offset) {
        orderPlaced.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderPlaced(
                orderPlaced.index(),
                orderPlaced.order(),
                orderPlaced.account(),
                orderPlaced.wagerRequest(),
                orderPlaced.transaction(),
                orderPlaced.game(),
                Markets.read(orderPlaced.market()),
                OUTCOMES[orderPlaced.outcome()],
                orderPlaced.line(),
                orderPlaced.stake(),
                orderPlaced.resting(),
                ORDER_TYPES[orderPlaced.orderType()],
                orderPlaced.createdAtMillis(),
                orderPlaced.expiresAtMillis(),
                orderPlaced.message(),
                Flags.text(orderPlaced.hasReference(), orderPlaced.reference()));
    }

    Event orderDelayed(DirectBuffer buffer, int offset) {
        orderDelayed.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderDelayed(
                orderDelayed.index(),
                orderDelayed.order(),
                orderDelayed.account(),
                orderDelayed.wagerRequest(),
                orderDelayed.transaction(),
                orderDelayed.game(),
                Markets.read(orderDelayed.market()),
                OUTCOMES[orderDelayed.outcome()],
                orderDelayed.line(),
                orderDelayed.stake(),
                ORDER_TYPES[orderDelayed.orderType()],
                orderDelayed.createdAtMillis(),
                orderDelayed.expiresAtMillis(),
                orderDelayed.untilMillis(),
                Flags.text(orderDelayed.hasReference(), orderDelayed.reference()));
    }

    Event delayedOrderRejected(DirectBuffer buffer, int offset) {
        delayedOrderRejected.wrapAndApplyHeader(buffer, offset, header);
        return new Event.DelayedOrderRejected(
                delayedOrderRejected.order(),
                delayedOrderRejected.account(),
                REJECTS[delayedOrderRejected.reject()]);
    }

    Event orderRejected(DirectBuffer buffer, int offset) {
        orderRejected.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderRejected(
                orderRejected.index(), orderRejected.account(), REJECTS[orderRejected.reject()]);
    }

    Event orderMatched(DirectBuffer buffer, int offset) {
        orderMatched.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderMatched(
                orderMatched.transaction(),
                orderMatched.game(),
                Markets.read(orderMatched.market()),
                OUTCOMES[orderMatched.makerOutcome()],
                orderMatched.makerLine(),
                new Event.Maker(
                        orderMatched.makerOrder(),
                        orderMatched.makerAccount(),
                        orderMatched.makerWagerRequest(),
                        orderMatched.makerOffered(),
                        orderMatched.makerStake(),
                        orderMatched.makerRemaining(),
                        orderMatched.makerGameLiability(),
                        orderMatched.makerLiability(),
                        orderMatched.makerMessage(),
                        orderMatched.makerCreatedAtMillis(),
                        Flags.isSet(orderMatched.makerPostArb()),
                        Flags.text(
                                orderMatched.hasMakerReference(), orderMatched.makerReference())),
                new Event.Taker(
                        orderMatched.takerOrder(),
                        orderMatched.takerAccount(),
                        orderMatched.takerWagerRequest(),
                        orderMatched.takerStake(),
                        orderMatched.takerFeeIfWon(),
                        orderMatched.takerFeeIfLost(),
                        orderMatched.takerGameLiability(),
                        orderMatched.takerLiability(),
                        orderMatched.takerMessage(),
                        Flags.text(
                                orderMatched.hasTakerReference(), orderMatched.takerReference())));
    }

    Event orderCancelled(DirectBuffer buffer, int offset) {
        orderCancelled.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderCancelled(
                orderCancelled.order(),
                orderCancelled.account(),
                orderCancelled.wagerRequest(),
                orderCancelled.game(),
                Markets.read(orderCancelled.market()),
                OUTCOMES[orderCancelled.outcome()],
                orderCancelled.line(),
                orderCancelled.filled(),
                orderCancelled.released(),
                ENDINGS[orderCancelled.ending()],
                orderCancelled.message(),
                Flags.isSet(orderCancelled.postArb()),
                Flags.text(orderCancelled.hasReference(), orderCancelled.reference()));
    }

    Event cancelRefused(DirectBuffer buffer, int offset) {
        cancelRefused.wrapAndApplyHeader(buffer, offset, header);
        return new Event.CancelRefused(cancelRefused.order(), REJECTS[cancelRefused.reject()]);
    }

    Event orderResumed(DirectBuffer buffer, int offset) {
        orderResumed.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderResumed(
                orderResumed.index(),
                orderResumed.order(),
                orderResumed.account(),
                orderResumed.wagerRequest(),
                orderResumed.transaction(),
                orderResumed.game(),
                Markets.read(orderResumed.market()),
                OUTCOMES[orderResumed.outcome()],
                orderResumed.line(),
                orderResumed.stake(),
                orderResumed.resting(),
                ORDER_TYPES[orderResumed.orderType()],
                orderResumed.createdAtMillis(),
                orderResumed.expiresAtMillis(),
                orderResumed.message(),
                Flags.text(orderResumed.hasReference(), orderResumed.reference()));
    }

    Event resumeRejected(DirectBuffer buffer, int offset) {
        resumeRejected.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ResumeRejected(
                resumeRejected.index(), resumeRejected.order(), REJECTS[resumeRejected.reject()]);
    }
}
