package evens.cluster.codec;

import evens.cluster.sbe.CancelAllOrdersDecoder;
import evens.cluster.sbe.CancelByReferenceDecoder;
import evens.cluster.sbe.CancelOrdersDecoder;
import evens.cluster.sbe.CancelOrdersOfGameDecoder;
import evens.cluster.sbe.CancelOrdersOfLeagueDecoder;
import evens.cluster.sbe.DropLeaseDecoder;
import evens.cluster.sbe.EditOrderDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.PauseOrdersDecoder;
import evens.cluster.sbe.PlaceOrdersDecoder;
import evens.cluster.sbe.ReleaseLatchDecoder;
import evens.cluster.sbe.RenewLeaseDecoder;
import evens.cluster.sbe.ResumeOrdersDecoder;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** What bettors ask: orders, and what ends or guards them. */
final class OrderCommandReader {
    private static final MarketType[] TYPES = MarketType.values();
    private static final Side[] SIDES = Side.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrdersDecoder placeOrders = new PlaceOrdersDecoder();
    private final CancelOrdersDecoder cancelOrders = new CancelOrdersDecoder();
    private final CancelByReferenceDecoder cancelByReference = new CancelByReferenceDecoder();
    private final CancelOrdersOfGameDecoder cancelOrdersOfGame = new CancelOrdersOfGameDecoder();
    private final CancelOrdersOfLeagueDecoder cancelOrdersOfLeague =
            new CancelOrdersOfLeagueDecoder();
    private final CancelAllOrdersDecoder cancelAllOrders = new CancelAllOrdersDecoder();
    private final ReleaseLatchDecoder releaseLatch = new ReleaseLatchDecoder();
    private final PauseOrdersDecoder pauseOrders = new PauseOrdersDecoder();
    private final ResumeOrdersDecoder resumeOrders = new ResumeOrdersDecoder();
    private final EditOrderDecoder editOrder = new EditOrderDecoder();
    private final RenewLeaseDecoder renewLease = new RenewLeaseDecoder();
    private final DropLeaseDecoder dropLease = new DropLeaseDecoder();

    Command placeOrders(DirectBuffer buffer, int offset) {
        placeOrders.wrapAndApplyHeader(buffer, offset, header);
        Command.Stamp stamp =
                new Command.Stamp(Stamps.epoch(placeOrders), Stamps.connection(placeOrders));
        List<NewOrder> all = new ArrayList<>();
        for (PlaceOrdersDecoder.OrdersDecoder order : placeOrders.orders()) {
            all.add(
                    new NewOrder(
                            order.game(),
                            TYPES[order.marketType()],
                            SIDES[order.side()],
                            order.participant(),
                            order.number(),
                            order.line(),
                            order.stake(),
                            ORDER_TYPES[order.orderType()],
                            order.expiryMinutes(),
                            Flags.text(order.hasReference(), order.reference())));
        }
        return new Command.PlaceOrders(placeOrders.account(), stamp, all);
    }

    Command cancelOrders(DirectBuffer buffer, int offset) {
        cancelOrders.wrapAndApplyHeader(buffer, offset, header);
        List<Long> all = new ArrayList<>();
        for (CancelOrdersDecoder.OrdersDecoder order : cancelOrders.orders()) {
            all.add(order.order());
        }
        return new Command.CancelOrders(cancelOrders.account(), all);
    }

    Command cancelByReference(DirectBuffer buffer, int offset) {
        cancelByReference.wrapAndApplyHeader(buffer, offset, header);
        List<String> all = new ArrayList<>();
        for (CancelByReferenceDecoder.ReferencesDecoder one : cancelByReference.references()) {
            all.add(one.reference());
        }
        return new Command.CancelByReference(
                cancelByReference.account(), cancelByReference.game(), all);
    }

    Command cancelOrdersOfGame(DirectBuffer buffer, int offset) {
        cancelOrdersOfGame.wrapAndApplyHeader(buffer, offset, header);
        boolean hasType = Flags.isSet(cancelOrdersOfGame.hasMarketType());
        boolean hasSide = Flags.isSet(cancelOrdersOfGame.hasSide());
        return new Command.CancelOrdersOfGame(
                cancelOrdersOfGame.account(),
                cancelOrdersOfGame.game(),
                new Command.Scope(
                        hasType ? TYPES[cancelOrdersOfGame.marketType()] : null,
                        Flags.isSet(cancelOrdersOfGame.twoWay()),
                        hasSide ? SIDES[cancelOrdersOfGame.side()] : null,
                        cancelOrdersOfGame.participant(),
                        Flags.isSet(cancelOrdersOfGame.aboutOne()),
                        cancelOrdersOfGame.subject()));
    }

    Command cancelOrdersOfLeague(DirectBuffer buffer, int offset) {
        cancelOrdersOfLeague.wrapAndApplyHeader(buffer, offset, header);
        return new Command.CancelOrdersOfLeague(
                cancelOrdersOfLeague.account(),
                Flags.text(cancelOrdersOfLeague.hasLeague(), cancelOrdersOfLeague.league()));
    }

    Command cancelAllOrders(DirectBuffer buffer, int offset) {
        cancelAllOrders.wrapAndApplyHeader(buffer, offset, header);
        return new Command.CancelAllOrders(
                cancelAllOrders.account(),
                Flags.isSet(cancelAllOrders.latch()),
                Stamps.connection(cancelAllOrders));
    }

    Command releaseLatch(DirectBuffer buffer, int offset) {
        releaseLatch.wrapAndApplyHeader(buffer, offset, header);
        return new Command.ReleaseLatch(releaseLatch.account());
    }

    Command pauseOrders(DirectBuffer buffer, int offset) {
        pauseOrders.wrapAndApplyHeader(buffer, offset, header);
        return new Command.PauseOrders(
                pauseOrders.account(), pauseOrders.game(), pauseOrders.connection());
    }

    Command resumeOrders(DirectBuffer buffer, int offset) {
        resumeOrders.wrapAndApplyHeader(buffer, offset, header);
        return new Command.ResumeOrders(
                resumeOrders.account(),
                new Command.Stamp(resumeOrders.epoch(), resumeOrders.connection()),
                resumeOrders.game());
    }

    Command editOrder(DirectBuffer buffer, int offset) {
        editOrder.wrapAndApplyHeader(buffer, offset, header);
        String reference = Flags.text(editOrder.hasReference(), editOrder.reference());
        return new Command.EditOrder(
                editOrder.account(),
                new Command.Stamp(editOrder.epoch(), editOrder.connection()),
                editOrder.order(),
                Flags.isSet(editOrder.hasLine()) ? editOrder.line() : null,
                Flags.isSet(editOrder.hasStake()) ? editOrder.stake() : null,
                ORDER_TYPES[editOrder.orderType()],
                editOrder.expiryMinutes(),
                reference,
                Flags.isSet(editOrder.hasIntendedStake()) ? editOrder.intendedStake() : null,
                Flags.isSet(editOrder.needsOtherSide()));
    }

    Command renewLease(DirectBuffer buffer, int offset) {
        renewLease.wrapAndApplyHeader(buffer, offset, header);
        return new Command.RenewLease(renewLease.account(), renewLease.millis());
    }

    Command dropLease(DirectBuffer buffer, int offset) {
        dropLease.wrapAndApplyHeader(buffer, offset, header);
        return new Command.DropLease(dropLease.account());
    }
}
