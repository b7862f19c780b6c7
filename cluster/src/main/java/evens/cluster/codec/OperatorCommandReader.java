package evens.cluster.codec;

import evens.cluster.sbe.AdjustDecoder;
import evens.cluster.sbe.AskHashesDecoder;
import evens.cluster.sbe.CancelGameOrdersDecoder;
import evens.cluster.sbe.ChangeAccountDecoder;
import evens.cluster.sbe.ChangeGameDecoder;
import evens.cluster.sbe.ChangeLeagueDecoder;
import evens.cluster.sbe.CloseGameDecoder;
import evens.cluster.sbe.CreateGameDecoder;
import evens.cluster.sbe.CreateLeagueDecoder;
import evens.cluster.sbe.DepositDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OpenAccountDecoder;
import evens.cluster.sbe.OpenGameDecoder;
import evens.cluster.sbe.ResumeExchangeDecoder;
import evens.cluster.sbe.SuspendExchangeDecoder;
import evens.cluster.sbe.SuspendGameDecoder;
import evens.cluster.sbe.WithdrawDecoder;
import evens.model.Command;
import evens.model.GameState;
import org.agrona.DirectBuffer;

/** What operators ask: accounts, leagues, games. */
final class OperatorCommandReader {
    private static final GameState[] GAME_STATES = GameState.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OpenAccountDecoder openAccount = new OpenAccountDecoder();
    private final DepositDecoder deposit = new DepositDecoder();
    private final WithdrawDecoder withdraw = new WithdrawDecoder();
    private final AdjustDecoder adjust = new AdjustDecoder();
    private final ChangeAccountDecoder changeAccount = new ChangeAccountDecoder();
    private final CreateLeagueDecoder createLeague = new CreateLeagueDecoder();
    private final ChangeLeagueDecoder changeLeague = new ChangeLeagueDecoder();
    private final CreateGameDecoder createGame = new CreateGameDecoder();
    private final ChangeGameDecoder changeGame = new ChangeGameDecoder();
    private final SuspendGameDecoder suspendGame = new SuspendGameDecoder();
    private final OpenGameDecoder openGame = new OpenGameDecoder();
    private final CloseGameDecoder closeGame = new CloseGameDecoder();
    private final CancelGameOrdersDecoder cancelGameOrders = new CancelGameOrdersDecoder();
    private final SuspendExchangeDecoder suspendExchange = new SuspendExchangeDecoder();
    private final ResumeExchangeDecoder resumeExchange = new ResumeExchangeDecoder();
    private final AskHashesDecoder askHashes = new AskHashesDecoder();
    private final TermsReader terms = new TermsReader();

    Command openAccount(DirectBuffer buffer, int offset) {
        openAccount.wrapAndApplyHeader(buffer, offset, header);
        return new Command.OpenAccount(
                openAccount.account(),
                openAccount.creditLimit(),
                openAccount.maxLiability(),
                openAccount.commissionPpm(),
                openAccount.deposit());
    }

    Command deposit(DirectBuffer buffer, int offset) {
        deposit.wrapAndApplyHeader(buffer, offset, header);
        return new Command.Deposit(deposit.account(), deposit.amount());
    }

    Command withdraw(DirectBuffer buffer, int offset) {
        withdraw.wrapAndApplyHeader(buffer, offset, header);
        return new Command.Withdraw(withdraw.account(), withdraw.amount());
    }

    Command adjust(DirectBuffer buffer, int offset) {
        adjust.wrapAndApplyHeader(buffer, offset, header);
        return new Command.Adjust(adjust.account(), adjust.amount(), Flags.isSet(adjust.force()));
    }

    Command changeAccount(DirectBuffer buffer, int offset) {
        changeAccount.wrapAndApplyHeader(buffer, offset, header);
        boolean hasCreditLimit = Flags.isSet(changeAccount.hasCreditLimit());
        boolean hasMaxLiability = Flags.isSet(changeAccount.hasMaxLiability());
        boolean hasCommissionPpm = Flags.isSet(changeAccount.hasCommissionPpm());
        boolean hasBanned = Flags.isSet(changeAccount.hasBanned());
        boolean hasExpiry = Flags.isSet(changeAccount.hasDefaultExpiryMinutes());
        return new Command.ChangeAccount(
                changeAccount.account(),
                hasCreditLimit ? changeAccount.creditLimit() : null,
                hasMaxLiability ? changeAccount.maxLiability() : null,
                hasCommissionPpm ? changeAccount.commissionPpm() : null,
                hasBanned ? Flags.isSet(changeAccount.banned()) : null,
                hasExpiry ? changeAccount.defaultExpiryMinutes() : null,
                Flags.isSet(changeAccount.force()));
    }

    Command createLeague(DirectBuffer buffer, int offset) {
        createLeague.wrapAndApplyHeader(buffer, offset, header);
        return new Command.CreateLeague(
                createLeague.league(), createLeague.sport(), createLeague.liveDelaySeconds());
    }

    Command changeLeague(DirectBuffer buffer, int offset) {
        changeLeague.wrapAndApplyHeader(buffer, offset, header);
        return new Command.ChangeLeague(changeLeague.league(), changeLeague.liveDelaySeconds());
    }

    Command createGame(DirectBuffer buffer, int offset) {
        createGame.wrapAndApplyHeader(buffer, offset, header);
        GameState state = GAME_STATES[createGame.state()];
        createGame.wrapTerms(terms.part());
        return new Command.CreateGame(terms.read(), state);
    }

    Command changeGame(DirectBuffer buffer, int offset) {
        changeGame.wrapAndApplyHeader(buffer, offset, header);
        changeGame.wrapTerms(terms.part());
        return new Command.ChangeGame(terms.read());
    }

    Command suspendGame(DirectBuffer buffer, int offset) {
        return new Command.SuspendGame(
                suspendGame.wrapAndApplyHeader(buffer, offset, header).game());
    }

    Command openGame(DirectBuffer buffer, int offset) {
        return new Command.OpenGame(openGame.wrapAndApplyHeader(buffer, offset, header).game());
    }

    Command closeGame(DirectBuffer buffer, int offset) {
        return new Command.CloseGame(closeGame.wrapAndApplyHeader(buffer, offset, header).game());
    }

    Command cancelGameOrders(DirectBuffer buffer, int offset) {
        return new Command.CancelGameOrders(
                cancelGameOrders.wrapAndApplyHeader(buffer, offset, header).game());
    }

    Command suspendExchange(DirectBuffer buffer, int offset) {
        suspendExchange.wrapAndApplyHeader(buffer, offset, header);
        return new Command.SuspendExchange();
    }

    Command resumeExchange(DirectBuffer buffer, int offset) {
        resumeExchange.wrapAndApplyHeader(buffer, offset, header);
        return new Command.ResumeExchange();
    }

    Command askHashes(DirectBuffer buffer, int offset) {
        askHashes.wrapAndApplyHeader(buffer, offset, header);
        return new Command.AskHashes();
    }
}
