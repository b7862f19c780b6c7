package evens.cluster.codec;

import evens.cluster.sbe.AccountChangedDecoder;
import evens.cluster.sbe.AccountOpenedDecoder;
import evens.cluster.sbe.AccountStatedDecoder;
import evens.cluster.sbe.AdjustedDecoder;
import evens.cluster.sbe.CancelRefusedDecoder;
import evens.cluster.sbe.ClosedOrderStatedDecoder;
import evens.cluster.sbe.DelayedOrderRejectedDecoder;
import evens.cluster.sbe.DepositedDecoder;
import evens.cluster.sbe.EpochRaisedDecoder;
import evens.cluster.sbe.ExchangeResumedDecoder;
import evens.cluster.sbe.ExchangeStatedDecoder;
import evens.cluster.sbe.ExchangeSuspendedDecoder;
import evens.cluster.sbe.GameChangedDecoder;
import evens.cluster.sbe.GameCreatedDecoder;
import evens.cluster.sbe.GameStateChangedDecoder;
import evens.cluster.sbe.HashesToldDecoder;
import evens.cluster.sbe.KeyStatedDecoder;
import evens.cluster.sbe.LatchReleasedDecoder;
import evens.cluster.sbe.LeagueChangedDecoder;
import evens.cluster.sbe.LeagueCreatedDecoder;
import evens.cluster.sbe.LeaseDroppedDecoder;
import evens.cluster.sbe.LeaseExpiredDecoder;
import evens.cluster.sbe.LeaseRenewedDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OrderCancelledDecoder;
import evens.cluster.sbe.OrderDelayedDecoder;
import evens.cluster.sbe.OrderMatchedDecoder;
import evens.cluster.sbe.OrderPlacedDecoder;
import evens.cluster.sbe.OrderRejectedDecoder;
import evens.cluster.sbe.OrderResumedDecoder;
import evens.cluster.sbe.OrderStatedDecoder;
import evens.cluster.sbe.PositionStatedDecoder;
import evens.cluster.sbe.RefusedDecoder;
import evens.cluster.sbe.RepeatedDecoder;
import evens.cluster.sbe.ResumeRejectedDecoder;
import evens.cluster.sbe.UnchangedDecoder;
import evens.cluster.sbe.WagerStatedDecoder;
import evens.cluster.sbe.WithdrawnDecoder;
import evens.model.Event;
import org.agrona.DirectBuffer;

/** Reads events as the feed and the snapshots keep them. One thread. */
public final class EventAdapter {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AccountEventReader accounts = new AccountEventReader();
    private final OrderEventReader orders = new OrderEventReader();
    private final StateReader states = new StateReader();
    private final AnswerReader answers = new AnswerReader();

    /**
     * The event at this place, which is behind its length.
     *
     * @throws IllegalStateException if this version knows no such event
     */
    public Event event(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        return switch (header.templateId()) {
            case AccountOpenedDecoder.TEMPLATE_ID -> accounts.accountOpened(buffer, offset);
            case DepositedDecoder.TEMPLATE_ID -> accounts.deposited(buffer, offset);
            case WithdrawnDecoder.TEMPLATE_ID -> accounts.withdrawn(buffer, offset);
            case AdjustedDecoder.TEMPLATE_ID -> accounts.adjusted(buffer, offset);
            case AccountChangedDecoder.TEMPLATE_ID -> accounts.accountChanged(buffer, offset);
            case EpochRaisedDecoder.TEMPLATE_ID -> accounts.epochRaised(buffer, offset);
            case LatchReleasedDecoder.TEMPLATE_ID -> accounts.latchReleased(buffer, offset);
            case LeaseRenewedDecoder.TEMPLATE_ID -> accounts.leaseRenewed(buffer, offset);
            case LeaseDroppedDecoder.TEMPLATE_ID -> accounts.leaseDropped(buffer, offset);
            case LeaseExpiredDecoder.TEMPLATE_ID -> accounts.leaseExpired(buffer, offset);
            case LeagueCreatedDecoder.TEMPLATE_ID -> accounts.leagueCreated(buffer, offset);
            case LeagueChangedDecoder.TEMPLATE_ID -> accounts.leagueChanged(buffer, offset);
            case GameCreatedDecoder.TEMPLATE_ID -> accounts.gameCreated(buffer, offset);
            case GameChangedDecoder.TEMPLATE_ID -> accounts.gameChanged(buffer, offset);
            case GameStateChangedDecoder.TEMPLATE_ID -> accounts.gameStateChanged(buffer, offset);
            case ExchangeSuspendedDecoder.TEMPLATE_ID -> accounts.exchangeSuspended(buffer, offset);
            case ExchangeResumedDecoder.TEMPLATE_ID -> accounts.exchangeResumed(buffer, offset);
            case OrderPlacedDecoder.TEMPLATE_ID -> orders.orderPlaced(buffer, offset);
            case OrderDelayedDecoder.TEMPLATE_ID -> orders.orderDelayed(buffer, offset);
            case DelayedOrderRejectedDecoder.TEMPLATE_ID ->
                    orders.delayedOrderRejected(buffer, offset);
            case OrderRejectedDecoder.TEMPLATE_ID -> orders.orderRejected(buffer, offset);
            case OrderMatchedDecoder.TEMPLATE_ID -> orders.orderMatched(buffer, offset);
            case OrderCancelledDecoder.TEMPLATE_ID -> orders.orderCancelled(buffer, offset);
            case CancelRefusedDecoder.TEMPLATE_ID -> orders.cancelRefused(buffer, offset);
            case OrderResumedDecoder.TEMPLATE_ID -> orders.orderResumed(buffer, offset);
            case ResumeRejectedDecoder.TEMPLATE_ID -> orders.resumeRejected(buffer, offset);
            case ExchangeStatedDecoder.TEMPLATE_ID -> states.exchangeStated(buffer, offset);
            case AccountStatedDecoder.TEMPLATE_ID -> states.accountStated(buffer, offset);
            case PositionStatedDecoder.TEMPLATE_ID -> states.positionStated(buffer, offset);
            case OrderStatedDecoder.TEMPLATE_ID -> states.orderStated(buffer, offset);
            case ClosedOrderStatedDecoder.TEMPLATE_ID -> states.closedOrderStated(buffer, offset);
            case WagerStatedDecoder.TEMPLATE_ID -> states.wagerStated(buffer, offset);
            case KeyStatedDecoder.TEMPLATE_ID -> states.keyStated(buffer, offset);
            case UnchangedDecoder.TEMPLATE_ID -> answers.unchanged(buffer, offset);
            case RepeatedDecoder.TEMPLATE_ID -> answers.repeated(buffer, offset);
            case RefusedDecoder.TEMPLATE_ID -> answers.refused(buffer, offset);
            case HashesToldDecoder.TEMPLATE_ID -> answers.hashesTold(buffer, offset);
            default ->
                    throw new IllegalStateException(
                            "an event of template "
                                    + header.templateId()
                                    + ", which this version lacks");
        };
    }
}
