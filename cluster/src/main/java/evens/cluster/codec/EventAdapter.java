package evens.cluster.codec;

import evens.cluster.sbe.AccountChangedDecoder;
import evens.cluster.sbe.AccountOpenedDecoder;
import evens.cluster.sbe.AccountStatedDecoder;
import evens.cluster.sbe.AdjustedDecoder;
import evens.cluster.sbe.CancelRefusedDecoder;
import evens.cluster.sbe.ClosedOrderStatedDecoder;
import evens.cluster.sbe.DepositedDecoder;
import evens.cluster.sbe.ExchangeResumedDecoder;
import evens.cluster.sbe.ExchangeStatedDecoder;
import evens.cluster.sbe.ExchangeSuspendedDecoder;
import evens.cluster.sbe.GameChangedDecoder;
import evens.cluster.sbe.GameCreatedDecoder;
import evens.cluster.sbe.GameStateChangedDecoder;
import evens.cluster.sbe.HashesToldDecoder;
import evens.cluster.sbe.LeagueChangedDecoder;
import evens.cluster.sbe.LeagueCreatedDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OrderCancelledDecoder;
import evens.cluster.sbe.OrderMatchedDecoder;
import evens.cluster.sbe.OrderPlacedDecoder;
import evens.cluster.sbe.OrderRejectedDecoder;
import evens.cluster.sbe.OrderStatedDecoder;
import evens.cluster.sbe.PositionStatedDecoder;
import evens.cluster.sbe.RefusedDecoder;
import evens.cluster.sbe.UnchangedDecoder;
import evens.cluster.sbe.WagerStatedDecoder;
import evens.cluster.sbe.WithdrawnDecoder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.GameState;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import org.agrona.DirectBuffer;

/** Reads events as the feed and the snapshots keep them. One thread. */
public final class EventAdapter {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final Ending[] ENDINGS = Ending.values();
    private static final Reject[] REJECTS = Reject.values();
    private static final GameState[] GAME_STATES = GameState.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AccountOpenedDecoder accountOpened = new AccountOpenedDecoder();
    private final DepositedDecoder deposited = new DepositedDecoder();
    private final WithdrawnDecoder withdrawn = new WithdrawnDecoder();
    private final AdjustedDecoder adjusted = new AdjustedDecoder();
    private final AccountChangedDecoder accountChanged = new AccountChangedDecoder();
    private final LeagueCreatedDecoder leagueCreated = new LeagueCreatedDecoder();
    private final LeagueChangedDecoder leagueChanged = new LeagueChangedDecoder();
    private final GameCreatedDecoder gameCreated = new GameCreatedDecoder();
    private final GameChangedDecoder gameChanged = new GameChangedDecoder();
    private final GameStateChangedDecoder gameStateChanged = new GameStateChangedDecoder();
    private final ExchangeSuspendedDecoder exchangeSuspended = new ExchangeSuspendedDecoder();
    private final ExchangeResumedDecoder exchangeResumed = new ExchangeResumedDecoder();
    private final OrderPlacedDecoder orderPlaced = new OrderPlacedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final OrderMatchedDecoder orderMatched = new OrderMatchedDecoder();
    private final OrderCancelledDecoder orderCancelled = new OrderCancelledDecoder();
    private final CancelRefusedDecoder cancelRefused = new CancelRefusedDecoder();
    private final UnchangedDecoder unchanged = new UnchangedDecoder();
    private final RefusedDecoder refused = new RefusedDecoder();
    private final HashesToldDecoder hashesTold = new HashesToldDecoder();
    private final ExchangeStatedDecoder exchangeStated = new ExchangeStatedDecoder();
    private final AccountStatedDecoder accountStated = new AccountStatedDecoder();
    private final PositionStatedDecoder positionStated = new PositionStatedDecoder();
    private final OrderStatedDecoder orderStated = new OrderStatedDecoder();
    private final ClosedOrderStatedDecoder closedOrderStated = new ClosedOrderStatedDecoder();
    private final WagerStatedDecoder wagerStated = new WagerStatedDecoder();
    private final TermsReader terms = new TermsReader();

    /**
     * The event at this place, which is behind its length.
     *
     * @throws IllegalStateException if this version knows no such event
     */
    public Event event(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        return switch (header.templateId()) {
            case AccountOpenedDecoder.TEMPLATE_ID -> accountOpened(buffer, offset);
            case DepositedDecoder.TEMPLATE_ID -> deposited(buffer, offset);
            case WithdrawnDecoder.TEMPLATE_ID -> withdrawn(buffer, offset);
            case AdjustedDecoder.TEMPLATE_ID -> adjusted(buffer, offset);
            case AccountChangedDecoder.TEMPLATE_ID -> accountChanged(buffer, offset);
            case LeagueCreatedDecoder.TEMPLATE_ID -> leagueCreated(buffer, offset);
            case LeagueChangedDecoder.TEMPLATE_ID -> leagueChanged(buffer, offset);
            case GameCreatedDecoder.TEMPLATE_ID -> gameCreated(buffer, offset);
            case GameChangedDecoder.TEMPLATE_ID -> gameChanged(buffer, offset);
            case GameStateChangedDecoder.TEMPLATE_ID -> gameStateChanged(buffer, offset);
            case ExchangeSuspendedDecoder.TEMPLATE_ID -> exchangeSuspended(buffer, offset);
            case ExchangeResumedDecoder.TEMPLATE_ID -> exchangeResumed(buffer, offset);
            case OrderPlacedDecoder.TEMPLATE_ID -> orderPlaced(buffer, offset);
            case OrderRejectedDecoder.TEMPLATE_ID -> orderRejected(buffer, offset);
            case OrderMatchedDecoder.TEMPLATE_ID -> orderMatched(buffer, offset);
            case OrderCancelledDecoder.TEMPLATE_ID -> orderCancelled(buffer, offset);
            case CancelRefusedDecoder.TEMPLATE_ID -> cancelRefused(buffer, offset);
            case UnchangedDecoder.TEMPLATE_ID -> unchanged(buffer, offset);
            case RefusedDecoder.TEMPLATE_ID -> refused(buffer, offset);
            case HashesToldDecoder.TEMPLATE_ID -> hashesTold(buffer, offset);
            case ExchangeStatedDecoder.TEMPLATE_ID -> exchangeStated(buffer, offset);
            case AccountStatedDecoder.TEMPLATE_ID -> accountStated(buffer, offset);
            case PositionStatedDecoder.TEMPLATE_ID -> positionStated(buffer, offset);
            case OrderStatedDecoder.TEMPLATE_ID -> orderStated(buffer, offset);
            case ClosedOrderStatedDecoder.TEMPLATE_ID -> closedOrderStated(buffer, offset);
            case WagerStatedDecoder.TEMPLATE_ID -> wagerStated(buffer, offset);
            default ->
                    throw new IllegalStateException(
                            "an event of template "
                                    + header.templateId()
                                    + ", which this version lacks");
        };
    }

    private Event accountOpened(DirectBuffer buffer, int offset) {
        accountOpened.wrapAndApplyHeader(buffer, offset, header);
        return new Event.AccountOpened(
                accountOpened.account(),
                accountOpened.creditLimit(),
                accountOpened.maxLiability(),
                accountOpened.commissionPpm(),
                accountOpened.balance(),
                accountOpened.outside());
    }

    private Event deposited(DirectBuffer buffer, int offset) {
        deposited.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Deposited(
                deposited.account(), deposited.amount(), deposited.balance(), deposited.outside());
    }

    private Event withdrawn(DirectBuffer buffer, int offset) {
        withdrawn.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Withdrawn(
                withdrawn.account(), withdrawn.amount(), withdrawn.balance(), withdrawn.outside());
    }

    private Event adjusted(DirectBuffer buffer, int offset) {
        adjusted.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Adjusted(
                adjusted.account(),
                adjusted.amount(),
                Flags.isSet(adjusted.forced()),
                adjusted.balance(),
                adjusted.house());
    }

    private Event accountChanged(DirectBuffer buffer, int offset) {
        accountChanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.AccountChanged(
                accountChanged.account(),
                accountChanged.creditLimit(),
                accountChanged.maxLiability(),
                accountChanged.commissionPpm(),
                Flags.isSet(accountChanged.banned()),
                Flags.isSet(accountChanged.forced()));
    }

    private Event leagueCreated(DirectBuffer buffer, int offset) {
        leagueCreated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeagueCreated(
                leagueCreated.league(), leagueCreated.sport(), leagueCreated.liveDelaySeconds());
    }

    private Event leagueChanged(DirectBuffer buffer, int offset) {
        leagueChanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeagueChanged(leagueChanged.league(), leagueChanged.liveDelaySeconds());
    }

    private Event gameCreated(DirectBuffer buffer, int offset) {
        gameCreated.wrapAndApplyHeader(buffer, offset, header);
        GameState state = GAME_STATES[gameCreated.state()];
        gameCreated.wrapTerms(terms.part());
        return new Event.GameCreated(terms.read(), state);
    }

    private Event gameChanged(DirectBuffer buffer, int offset) {
        gameChanged.wrapAndApplyHeader(buffer, offset, header);
        GameState state = GAME_STATES[gameChanged.state()];
        gameChanged.wrapTerms(terms.part());
        return new Event.GameChanged(terms.read(), state);
    }

    private Event gameStateChanged(DirectBuffer buffer, int offset) {
        gameStateChanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.GameStateChanged(
                gameStateChanged.game(), GAME_STATES[gameStateChanged.state()]);
    }

    private Event exchangeSuspended(DirectBuffer buffer, int offset) {
        exchangeSuspended.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ExchangeSuspended();
    }

    private Event exchangeResumed(DirectBuffer buffer, int offset) {
        exchangeResumed.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ExchangeResumed();
    }

    private Event orderPlaced(DirectBuffer buffer, int offset) {
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

    private Event orderRejected(DirectBuffer buffer, int offset) {
        orderRejected.wrapAndApplyHeader(buffer, offset, header);
        return new Event.OrderRejected(
                orderRejected.index(), orderRejected.account(), REJECTS[orderRejected.reject()]);
    }

    private Event orderMatched(DirectBuffer buffer, int offset) {
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

    private Event orderCancelled(DirectBuffer buffer, int offset) {
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
                Flags.text(orderCancelled.hasReference(), orderCancelled.reference()));
    }

    private Event cancelRefused(DirectBuffer buffer, int offset) {
        cancelRefused.wrapAndApplyHeader(buffer, offset, header);
        return new Event.CancelRefused(cancelRefused.order(), REJECTS[cancelRefused.reject()]);
    }

    private Event unchanged(DirectBuffer buffer, int offset) {
        unchanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Unchanged();
    }

    private Event refused(DirectBuffer buffer, int offset) {
        refused.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Refused(REJECTS[refused.reject()]);
    }

    private Event hashesTold(DirectBuffer buffer, int offset) {
        hashesTold.wrapAndApplyHeader(buffer, offset, header);
        return new Event.HashesTold(hashesTold.stateHash(), hashesTold.stepHash());
    }

    private Event exchangeStated(DirectBuffer buffer, int offset) {
        exchangeStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ExchangeStated(
                exchangeStated.house(),
                exchangeStated.outside(),
                exchangeStated.lastTransaction(),
                exchangeStated.lastWagerRequest(),
                Flags.isSet(exchangeStated.suspended()));
    }

    private Event accountStated(DirectBuffer buffer, int offset) {
        accountStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.AccountStated(
                accountStated.account(),
                accountStated.creditLimit(),
                accountStated.maxLiability(),
                accountStated.commissionPpm(),
                Flags.isSet(accountStated.banned()),
                accountStated.balance(),
                accountStated.liability(),
                accountStated.messages());
    }

    private Event positionStated(DirectBuffer buffer, int offset) {
        positionStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.PositionStated(
                positionStated.account(), positionStated.game(), positionStated.liability());
    }

    private Event orderStated(DirectBuffer buffer, int offset) {
        orderStated.wrapAndApplyHeader(buffer, offset, header);
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
                Flags.text(orderStated.hasReference(), orderStated.reference()));
    }

    private Event closedOrderStated(DirectBuffer buffer, int offset) {
        closedOrderStated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ClosedOrderStated(
                closedOrderStated.order(),
                closedOrderStated.account(),
                closedOrderStated.filled(),
                ENDINGS[closedOrderStated.ending()]);
    }

    private Event wagerStated(DirectBuffer buffer, int offset) {
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
}
