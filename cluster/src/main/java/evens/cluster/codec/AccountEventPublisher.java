package evens.cluster.codec;

import evens.cluster.sbe.AccountChangedEncoder;
import evens.cluster.sbe.AccountOpenedEncoder;
import evens.cluster.sbe.AdjustedEncoder;
import evens.cluster.sbe.DepositedEncoder;
import evens.cluster.sbe.EpochRaisedEncoder;
import evens.cluster.sbe.ExchangeResumedEncoder;
import evens.cluster.sbe.ExchangeSuspendedEncoder;
import evens.cluster.sbe.GameChangedEncoder;
import evens.cluster.sbe.GameCreatedEncoder;
import evens.cluster.sbe.GameStateChangedEncoder;
import evens.cluster.sbe.LatchReleasedEncoder;
import evens.cluster.sbe.LeagueChangedEncoder;
import evens.cluster.sbe.LeagueCreatedEncoder;
import evens.cluster.sbe.LeaseDroppedEncoder;
import evens.cluster.sbe.LeaseExpiredEncoder;
import evens.cluster.sbe.LeaseRenewedEncoder;
import evens.cluster.sbe.WithdrawnEncoder;
import evens.model.GameState;
import evens.model.GameTerms;
import org.jspecify.annotations.Nullable;

/** What happened to accounts and games. */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
abstract class AccountEventPublisher extends EventBuffer {
    private final AccountOpenedEncoder accountOpened = new AccountOpenedEncoder();
    private final DepositedEncoder deposited = new DepositedEncoder();
    private final WithdrawnEncoder withdrawn = new WithdrawnEncoder();
    private final AdjustedEncoder adjusted = new AdjustedEncoder();
    private final AccountChangedEncoder accountChanged = new AccountChangedEncoder();
    private final EpochRaisedEncoder epochRaised = new EpochRaisedEncoder();
    private final LatchReleasedEncoder latchReleased = new LatchReleasedEncoder();
    private final LeaseRenewedEncoder leaseRenewed = new LeaseRenewedEncoder();
    private final LeaseDroppedEncoder leaseDropped = new LeaseDroppedEncoder();
    private final LeaseExpiredEncoder leaseExpired = new LeaseExpiredEncoder();
    private final LeagueCreatedEncoder leagueCreated = new LeagueCreatedEncoder();
    private final LeagueChangedEncoder leagueChanged = new LeagueChangedEncoder();
    private final GameCreatedEncoder gameCreated = new GameCreatedEncoder();
    private final GameChangedEncoder gameChanged = new GameChangedEncoder();
    private final GameStateChangedEncoder gameStateChanged = new GameStateChangedEncoder();
    private final ExchangeSuspendedEncoder exchangeSuspended = new ExchangeSuspendedEncoder();
    private final ExchangeResumedEncoder exchangeResumed = new ExchangeResumedEncoder();
    private final TermsWriter termsWriter = new TermsWriter();

    AccountEventPublisher(int frameLength, EventPublisher.@Nullable Frames frames) {
        super(frameLength, frames);
    }

    @Override
    public void accountOpened(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            long balance,
            long outside) {
        begin(0);
        accountOpened
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .creditLimit(creditLimit)
                .maxLiability(maxLiability)
                .commissionPpm(commissionPpm)
                .balance(balance)
                .outside(outside);
        end(accountOpened.limit());
    }

    @Override
    public void deposited(long account, long amount, long balance, long outside) {
        begin(0);
        deposited
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .amount(amount)
                .balance(balance)
                .outside(outside);
        end(deposited.limit());
    }

    @Override
    public void withdrawn(long account, long amount, long balance, long outside) {
        begin(0);
        withdrawn
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .amount(amount)
                .balance(balance)
                .outside(outside);
        end(withdrawn.limit());
    }

    @Override
    public void adjusted(long account, long amount, boolean forced, long balance, long house) {
        begin(0);
        adjusted.wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .amount(amount)
                .forced(Flags.of(forced))
                .balance(balance)
                .house(house);
        end(adjusted.limit());
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
        begin(0);
        accountChanged
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .creditLimit(creditLimit)
                .maxLiability(maxLiability)
                .commissionPpm(commissionPpm)
                .banned(Flags.of(banned))
                .forced(Flags.of(forced))
                .defaultExpiryMinutes(defaultExpiryMinutes);
        end(accountChanged.limit());
    }

    @Override
    public void epochRaised(
            long account, long epoch, long connection, long epochByOthers, boolean latched) {
        begin(0);
        epochRaised
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .epoch(epoch)
                .connection(connection)
                .epochByOthers(epochByOthers)
                .latched(Flags.of(latched));
        end(epochRaised.limit());
    }

    @Override
    public void latchReleased(long account) {
        begin(0);
        latchReleased.wrapAndApplyHeader(buffer, body, header).account(account);
        end(latchReleased.limit());
    }

    @Override
    public void leaseRenewed(long account, long millis, long untilMillis) {
        begin(0);
        leaseRenewed
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .millis(millis)
                .untilMillis(untilMillis);
        end(leaseRenewed.limit());
    }

    @Override
    public void leaseDropped(long account) {
        begin(0);
        leaseDropped.wrapAndApplyHeader(buffer, body, header).account(account);
        end(leaseDropped.limit());
    }

    @Override
    public void leaseExpired(long account) {
        begin(0);
        leaseExpired.wrapAndApplyHeader(buffer, body, header).account(account);
        end(leaseExpired.limit());
    }

    @Override
    public void leagueCreated(String league, String sport, int liveDelaySeconds) {
        begin(room(league) + room(sport));
        leagueCreated
                .wrapAndApplyHeader(buffer, body, header)
                .liveDelaySeconds(liveDelaySeconds)
                .league(league)
                .sport(sport);
        end(leagueCreated.limit());
    }

    @Override
    public void leagueChanged(String league, int liveDelaySeconds) {
        begin(room(league));
        leagueChanged
                .wrapAndApplyHeader(buffer, body, header)
                .liveDelaySeconds(liveDelaySeconds)
                .league(league);
        end(leagueChanged.limit());
    }

    @Override
    public void gameCreated(GameTerms terms, GameState state) {
        int size = termsWriter.write(terms);
        begin(size);
        gameCreated
                .wrapAndApplyHeader(buffer, body, header)
                .state((short) state.ordinal())
                .putTerms(termsWriter.buffer(), 0, size);
        end(gameCreated.limit());
    }

    @Override
    public void gameChanged(GameTerms terms, GameState state) {
        int size = termsWriter.write(terms);
        begin(size);
        gameChanged
                .wrapAndApplyHeader(buffer, body, header)
                .state((short) state.ordinal())
                .putTerms(termsWriter.buffer(), 0, size);
        end(gameChanged.limit());
    }

    @Override
    public void gameStateChanged(long game, GameState state) {
        begin(0);
        gameStateChanged
                .wrapAndApplyHeader(buffer, body, header)
                .game(game)
                .state((short) state.ordinal());
        end(gameStateChanged.limit());
    }

    @Override
    public void exchangeSuspended() {
        begin(0);
        exchangeSuspended.wrapAndApplyHeader(buffer, body, header);
        end(exchangeSuspended.limit());
    }

    @Override
    public void exchangeResumed() {
        begin(0);
        exchangeResumed.wrapAndApplyHeader(buffer, body, header);
        end(exchangeResumed.limit());
    }

    private static int room(String text) {
        return text.length() * 3;
    }
}
