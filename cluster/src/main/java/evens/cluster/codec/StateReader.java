package evens.cluster.codec;

import evens.cluster.sbe.AccountStatedDecoder;
import evens.cluster.sbe.ClosedOrderStatedDecoder;
import evens.cluster.sbe.ExchangeStatedDecoder;
import evens.cluster.sbe.KeyStatedDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OrderStatedDecoder;
import evens.cluster.sbe.PositionStatedDecoder;
import evens.cluster.sbe.WagerStatedDecoder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import org.agrona.DirectBuffer;

/** The state, told; what bytes are too old to say is what it was then. */
final class StateReader {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final Ending[] ENDINGS = Ending.values();
    private static final OrderState[] STATES = OrderState.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExchangeStatedDecoder exchangeStated = new ExchangeStatedDecoder();
    private final AccountStatedDecoder accountStated = new AccountStatedDecoder();
    private final PositionStatedDecoder positionStated = new PositionStatedDecoder();
    private final OrderStatedDecoder orderStated = new OrderStatedDecoder();
    private final ClosedOrderStatedDecoder closedOrderStated = new ClosedOrderStatedDecoder();
    private final WagerStatedDecoder wagerStated = new WagerStatedDecoder();
    private final KeyStatedDecoder keyStated = new KeyStatedDecoder();

    Event exchangeStated(DirectBuffer buffer, int offset) {
        exchangeStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ExchangeStated(
                exchangeStated.house(),
                exchangeStated.outside(),
                exchangeStated.lastTransaction(),
                exchangeStated.lastWagerRequest(),
                Flags.isSet(exchangeStated.suspended()));
    }

    Event accountStated(DirectBuffer buffer, int offset) {
        accountStated.wrapAndApplyHeader(buffer, offset, header);
        boolean hasFence = header.version() >= AccountStatedDecoder.epochSinceVersion();
        return new Event.AccountStated(
                accountStated.account(),
                accountStated.creditLimit(),
                accountStated.maxLiability(),
                accountStated.commissionPpm(),
                Flags.isSet(accountStated.banned()),
                accountStated.balance(),
                accountStated.liability(),
                accountStated.messages(),
                hasFence ? accountStated.epoch() : 0,
                hasFence ? accountStated.connection() : 0,
                hasFence ? accountStated.epochByOthers() : 0,
                Flags.isSet(accountStated.latched()),
                hasFence ? accountStated.leaseUntilMillis() : 0,
                hasFence ? accountStated.defaultExpiryMinutes() : 0);
    }

    Event positionStated(DirectBuffer buffer, int offset) {
        positionStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.PositionStated(
                positionStated.account(), positionStated.game(), positionStated.liability());
    }

    Event orderStated(DirectBuffer buffer, int offset) {
        orderStated.wrapAndApplyHeader(buffer, offset, header);
        boolean hasState = header.version() >= OrderStatedDecoder.stateSinceVersion();
        return new Event.OrderStated(
                orderStated.order(),
                orderStated.account(),
                orderStated.wagerRequest(),
                orderStated.transaction(),
                orderStated.game(),
                Markets.read(orderStated.market()),
                OUTCOMES[orderStated.outcome()],
                orderStated.line(),
                orderStated.stake(),
                orderStated.filled(),
                ORDER_TYPES[orderStated.orderType()],
                orderStated.createdAtMillis(),
                orderStated.expiresAtMillis(),
                hasState ? STATES[orderStated.state()] : OrderState.RESTING,
                hasState ? orderStated.untilMillis() : 0,
                Flags.text(orderStated.hasReference(), orderStated.reference()));
    }

    Event closedOrderStated(DirectBuffer buffer, int offset) {
        closedOrderStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ClosedOrderStated(
                closedOrderStated.order(),
                closedOrderStated.account(),
                closedOrderStated.filled(),
                ENDINGS[closedOrderStated.ending()]);
    }

    Event wagerStated(DirectBuffer buffer, int offset) {
        wagerStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.WagerStated(
                wagerStated.transaction(),
                wagerStated.order(),
                wagerStated.account(),
                wagerStated.wagerRequest(),
                wagerStated.game(),
                Markets.read(wagerStated.market()),
                OUTCOMES[wagerStated.outcome()],
                wagerStated.line(),
                Flags.isSet(wagerStated.maker()),
                wagerStated.stake(),
                wagerStated.win(),
                wagerStated.commissionPpm(),
                wagerStated.feeIfWon(),
                wagerStated.feeIfLost(),
                wagerStated.createdAtMillis(),
                wagerStated.matchedAtMillis(),
                Flags.text(wagerStated.hasReference(), wagerStated.reference()));
    }

    Event keyStated(DirectBuffer buffer, int offset) {
        keyStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.KeyStated(
                keyStated.account(),
                keyStated.keyHigh(),
                keyStated.keyLow(),
                keyStated.hashHigh(),
                keyStated.hashLow(),
                keyStated.sequence(),
                keyStated.timeMillis());
    }
}
