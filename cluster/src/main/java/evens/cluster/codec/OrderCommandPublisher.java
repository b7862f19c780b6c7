package evens.cluster.codec;

import evens.cluster.sbe.CancelAllOrdersEncoder;
import evens.cluster.sbe.CancelByReferenceEncoder;
import evens.cluster.sbe.CancelOrdersEncoder;
import evens.cluster.sbe.CancelOrdersOfGameEncoder;
import evens.cluster.sbe.CancelOrdersOfLeagueEncoder;
import evens.cluster.sbe.DropLeaseEncoder;
import evens.cluster.sbe.EditOrderEncoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.PauseOrdersEncoder;
import evens.cluster.sbe.PlaceOrdersEncoder;
import evens.cluster.sbe.ReleaseLatchEncoder;
import evens.cluster.sbe.RenewLeaseEncoder;
import evens.cluster.sbe.ResumeOrdersEncoder;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.MarketType;
import evens.model.Side;
import org.agrona.ExpandableArrayBuffer;

/** What bettors ask: orders, and what ends or guards them. */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
final class OrderCommandPublisher {
    private final int largest;
    private final ExpandableArrayBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PlaceOrdersEncoder placeOrders = new PlaceOrdersEncoder();
    private final CancelOrdersEncoder cancelOrders = new CancelOrdersEncoder();
    private final CancelByReferenceEncoder cancelByReference = new CancelByReferenceEncoder();
    private final CancelOrdersOfGameEncoder cancelOrdersOfGame = new CancelOrdersOfGameEncoder();
    private final CancelOrdersOfLeagueEncoder cancelOrdersOfLeague =
            new CancelOrdersOfLeagueEncoder();
    private final CancelAllOrdersEncoder cancelAllOrders = new CancelAllOrdersEncoder();
    private final ReleaseLatchEncoder releaseLatch = new ReleaseLatchEncoder();
    private final PauseOrdersEncoder pauseOrders = new PauseOrdersEncoder();
    private final ResumeOrdersEncoder resumeOrders = new ResumeOrdersEncoder();
    private final EditOrderEncoder editOrder = new EditOrderEncoder();
    private final RenewLeaseEncoder renewLease = new RenewLeaseEncoder();
    private final DropLeaseEncoder dropLease = new DropLeaseEncoder();

    /** Writes into this buffer, from index 0. */
    OrderCommandPublisher(int largest, ExpandableArrayBuffer buffer) {
        this.largest = largest;
        this.buffer = buffer;
    }

    int placeOrders(Command.PlaceOrders command, long correlation) {
        if (command.orders().size() > Limits.MOST) {
            return CommandPublisher.TOO_LARGE;
        }
        PlaceOrdersEncoder.OrdersEncoder orders =
                placeOrders
                        .wrapAndApplyHeader(buffer, 0, header)
                        .correlation(correlation)
                        .account(command.account())
                        .epoch(command.stamp().epoch())
                        .connection(command.stamp().connection())
                        .ordersCount(command.orders().size());
        for (NewOrder order : command.orders()) {
            byte[] reference = Flags.bytes(order.reference());
            if (reference.length > Limits.MOST || placeOrders.limit() > largest) {
                return CommandPublisher.TOO_LARGE;
            }
            orders.next()
                    .game(order.game())
                    .participant(order.participant())
                    .stake(order.stake())
                    .number(order.number())
                    .line(order.line())
                    .expiryMinutes(order.expiryMinutes())
                    .marketType((short) order.type().ordinal())
                    .side((short) order.side().ordinal())
                    .orderType((short) order.orderType().ordinal())
                    .hasReference(Flags.of(order.reference() != null))
                    .putReference(reference, 0, reference.length);
        }
        return placeOrders.limit();
    }

    int cancelOrders(Command.CancelOrders command, long correlation) {
        if (command.orders().size() > Limits.MOST) {
            return CommandPublisher.TOO_LARGE;
        }
        CancelOrdersEncoder.OrdersEncoder orders =
                cancelOrders
                        .wrapAndApplyHeader(buffer, 0, header)
                        .correlation(correlation)
                        .account(command.account())
                        .ordersCount(command.orders().size());
        for (long order : command.orders()) {
            orders.next().order(order);
        }
        return cancelOrders.limit();
    }

    int cancelByReference(Command.CancelByReference command, long correlation) {
        if (command.references().size() > Limits.MOST) {
            return CommandPublisher.TOO_LARGE;
        }
        CancelByReferenceEncoder.ReferencesEncoder references =
                cancelByReference
                        .wrapAndApplyHeader(buffer, 0, header)
                        .correlation(correlation)
                        .account(command.account())
                        .game(command.game())
                        .referencesCount(command.references().size());
        for (String text : command.references()) {
            byte[] reference = Flags.bytes(text);
            if (reference.length > Limits.MOST || cancelByReference.limit() > largest) {
                return CommandPublisher.TOO_LARGE;
            }
            references.next().putReference(reference, 0, reference.length);
        }
        return cancelByReference.limit();
    }

    int cancelOrdersOfGame(Command.CancelOrdersOfGame command, long correlation) {
        Command.Scope scope = command.scope();
        MarketType type = scope.type();
        Side side = scope.side();
        cancelOrdersOfGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .game(command.game())
                .participant(scope.participant())
                .subject(scope.subject())
                .hasMarketType(Flags.of(type != null))
                .marketType((short) (type == null ? 0 : type.ordinal()))
                .twoWay(Flags.of(scope.twoWay()))
                .hasSide(Flags.of(side != null))
                .side((short) (side == null ? 0 : side.ordinal()))
                .aboutOne(Flags.of(scope.aboutOne()));
        return cancelOrdersOfGame.limit();
    }

    int cancelOrdersOfLeague(Command.CancelOrdersOfLeague command, long correlation) {
        String league = command.league() == null ? "" : command.league();
        if (Limits.isTooLong(league)) {
            return CommandPublisher.TOO_LARGE;
        }
        cancelOrdersOfLeague
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .hasLeague(Flags.of(command.league() != null))
                .league(league);
        return cancelOrdersOfLeague.limit();
    }

    int cancelAllOrders(Command.CancelAllOrders command, long correlation) {
        cancelAllOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .latch(Flags.of(command.latch()))
                .connection(command.connection());
        return cancelAllOrders.limit();
    }

    int releaseLatch(Command.ReleaseLatch command, long correlation) {
        releaseLatch
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account());
        return releaseLatch.limit();
    }

    int pauseOrders(Command.PauseOrders command, long correlation) {
        pauseOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .game(command.game())
                .connection(command.connection());
        return pauseOrders.limit();
    }

    int resumeOrders(Command.ResumeOrders command, long correlation) {
        resumeOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .game(command.game())
                .epoch(command.stamp().epoch())
                .connection(command.stamp().connection());
        return resumeOrders.limit();
    }

    int editOrder(Command.EditOrder command, long correlation) {
        byte[] reference = Flags.bytes(command.reference());
        if (reference.length > Limits.MOST) {
            return CommandPublisher.TOO_LARGE;
        }
        editOrder
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .epoch(command.stamp().epoch())
                .connection(command.stamp().connection())
                .order(command.order())
                .stake(Flags.orNone(command.stake()))
                .intendedStake(Flags.orNone(command.intendedStake()))
                .line(Flags.orNone(command.line()))
                .expiryMinutes(command.expiryMinutes())
                .hasLine(Flags.of(command.line() != null))
                .hasStake(Flags.of(command.stake() != null))
                .hasIntendedStake(Flags.of(command.intendedStake() != null))
                .orderType((short) command.orderType().ordinal())
                .needsOtherSide(Flags.of(command.needsOtherSide()))
                .hasReference(Flags.of(command.reference() != null))
                .putReference(reference, 0, reference.length);
        return editOrder.limit();
    }

    int renewLease(Command.RenewLease command, long correlation) {
        renewLease
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .millis(command.millis());
        return renewLease.limit();
    }

    int dropLease(Command.DropLease command, long correlation) {
        dropLease
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account());
        return dropLease.limit();
    }
}
