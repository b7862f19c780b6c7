package evens.cluster.codec;

import evens.cluster.sbe.AccountChangedDecoder;
import evens.cluster.sbe.AccountOpenedDecoder;
import evens.cluster.sbe.AdjustedDecoder;
import evens.cluster.sbe.DepositedDecoder;
import evens.cluster.sbe.EpochRaisedDecoder;
import evens.cluster.sbe.ExchangeResumedDecoder;
import evens.cluster.sbe.ExchangeSuspendedDecoder;
import evens.cluster.sbe.GameChangedDecoder;
import evens.cluster.sbe.GameCreatedDecoder;
import evens.cluster.sbe.GameStateChangedDecoder;
import evens.cluster.sbe.LatchReleasedDecoder;
import evens.cluster.sbe.LeagueChangedDecoder;
import evens.cluster.sbe.LeagueCreatedDecoder;
import evens.cluster.sbe.LeaseDroppedDecoder;
import evens.cluster.sbe.LeaseExpiredDecoder;
import evens.cluster.sbe.LeaseRenewedDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.WithdrawnDecoder;
import evens.model.Event;
import evens.model.GameState;
import org.agrona.DirectBuffer;

/** What happened to accounts and games. */
final class AccountEventReader {
    private static final GameState[] GAME_STATES = GameState.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AccountOpenedDecoder accountOpened = new AccountOpenedDecoder();
    private final DepositedDecoder deposited = new DepositedDecoder();
    private final WithdrawnDecoder withdrawn = new WithdrawnDecoder();
    private final AdjustedDecoder adjusted = new AdjustedDecoder();
    private final AccountChangedDecoder accountChanged = new AccountChangedDecoder();
    private final EpochRaisedDecoder epochRaised = new EpochRaisedDecoder();
    private final LatchReleasedDecoder latchReleased = new LatchReleasedDecoder();
    private final LeaseRenewedDecoder leaseRenewed = new LeaseRenewedDecoder();
    private final LeaseDroppedDecoder leaseDropped = new LeaseDroppedDecoder();
    private final LeaseExpiredDecoder leaseExpired = new LeaseExpiredDecoder();
    private final LeagueCreatedDecoder leagueCreated = new LeagueCreatedDecoder();
    private final LeagueChangedDecoder leagueChanged = new LeagueChangedDecoder();
    private final GameCreatedDecoder gameCreated = new GameCreatedDecoder();
    private final GameChangedDecoder gameChanged = new GameChangedDecoder();
    private final GameStateChangedDecoder gameStateChanged = new GameStateChangedDecoder();
    private final ExchangeSuspendedDecoder exchangeSuspended = new ExchangeSuspendedDecoder();
    private final ExchangeResumedDecoder exchangeResumed = new ExchangeResumedDecoder();
    private final TermsReader terms = new TermsReader();

    Event accountOpened(DirectBuffer buffer, int offset) {
        accountOpened.wrapAndApplyHeader(buffer, offset, header);
        return new Event.AccountOpened(
                accountOpened.account(),
                accountOpened.creditLimit(),
                accountOpened.maxLiability(),
                accountOpened.commissionPpm(),
                accountOpened.balance(),
                accountOpened.outside());
    }

    Event deposited(DirectBuffer buffer, int offset) {
        deposited.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Deposited(
                deposited.account(), deposited.amount(), deposited.balance(), deposited.outside());
    }

    Event withdrawn(DirectBuffer buffer, int offset) {
        withdrawn.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Withdrawn(
                withdrawn.account(), withdrawn.amount(), withdrawn.balance(), withdrawn.outside());
    }

    Event adjusted(DirectBuffer buffer, int offset) {
        adjusted.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Adjusted(
                adjusted.account(),
                adjusted.amount(),
                Flags.isSet(adjusted.forced()),
                adjusted.balance(),
                adjusted.house());
    }

    Event accountChanged(DirectBuffer buffer, int offset) {
        accountChanged.wrapAndApplyHeader(buffer, offset, header);
        boolean hasExpiry =
                header.version() >= AccountChangedDecoder.defaultExpiryMinutesSinceVersion();
        int expiry = hasExpiry ? accountChanged.defaultExpiryMinutes() : 0;
        return new Event.AccountChanged(
                accountChanged.account(),
                accountChanged.creditLimit(),
                accountChanged.maxLiability(),
                accountChanged.commissionPpm(),
                Flags.isSet(accountChanged.banned()),
                expiry,
                Flags.isSet(accountChanged.forced()));
    }

    Event epochRaised(DirectBuffer buffer, int offset) {
        epochRaised.wrapAndApplyHeader(buffer, offset, header);
        return new Event.EpochRaised(
                epochRaised.account(),
                epochRaised.epoch(),
                epochRaised.connection(),
                epochRaised.epochByOthers(),
                Flags.isSet(epochRaised.latched()));
    }

    Event latchReleased(DirectBuffer buffer, int offset) {
        latchReleased.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LatchReleased(latchReleased.account());
    }

    Event leaseRenewed(DirectBuffer buffer, int offset) {
        leaseRenewed.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeaseRenewed(
                leaseRenewed.account(), leaseRenewed.millis(), leaseRenewed.untilMillis());
    }

    Event leaseDropped(DirectBuffer buffer, int offset) {
        leaseDropped.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeaseDropped(leaseDropped.account());
    }

    Event leaseExpired(DirectBuffer buffer, int offset) {
        leaseExpired.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeaseExpired(leaseExpired.account());
    }

    Event leagueCreated(DirectBuffer buffer, int offset) {
        leagueCreated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeagueCreated(
                leagueCreated.league(), leagueCreated.sport(), leagueCreated.liveDelaySeconds());
    }

    Event leagueChanged(DirectBuffer buffer, int offset) {
        leagueChanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.LeagueChanged(leagueChanged.league(), leagueChanged.liveDelaySeconds());
    }

    Event gameCreated(DirectBuffer buffer, int offset) {
        gameCreated.wrapAndApplyHeader(buffer, offset, header);
        GameState state = GAME_STATES[gameCreated.state()];
        gameCreated.wrapTerms(terms.part());
        return new Event.GameCreated(terms.read(), state);
    }

    Event gameChanged(DirectBuffer buffer, int offset) {
        gameChanged.wrapAndApplyHeader(buffer, offset, header);
        GameState state = GAME_STATES[gameChanged.state()];
        gameChanged.wrapTerms(terms.part());
        return new Event.GameChanged(terms.read(), state);
    }

    Event gameStateChanged(DirectBuffer buffer, int offset) {
        gameStateChanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.GameStateChanged(
                gameStateChanged.game(), GAME_STATES[gameStateChanged.state()]);
    }

    Event exchangeSuspended(DirectBuffer buffer, int offset) {
        exchangeSuspended.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ExchangeSuspended();
    }

    Event exchangeResumed(DirectBuffer buffer, int offset) {
        exchangeResumed.wrapAndApplyHeader(buffer, offset, header);
        return new Event.ExchangeResumed();
    }
}
