package evens.cluster.codec;

import evens.cluster.sbe.AdjustEncoder;
import evens.cluster.sbe.AskHashesEncoder;
import evens.cluster.sbe.CancelGameOrdersEncoder;
import evens.cluster.sbe.ChangeAccountEncoder;
import evens.cluster.sbe.ChangeGameEncoder;
import evens.cluster.sbe.ChangeLeagueEncoder;
import evens.cluster.sbe.CloseGameEncoder;
import evens.cluster.sbe.CreateGameEncoder;
import evens.cluster.sbe.CreateLeagueEncoder;
import evens.cluster.sbe.DepositEncoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.OpenAccountEncoder;
import evens.cluster.sbe.OpenGameEncoder;
import evens.cluster.sbe.ResumeExchangeEncoder;
import evens.cluster.sbe.SuspendExchangeEncoder;
import evens.cluster.sbe.SuspendGameEncoder;
import evens.cluster.sbe.WithdrawEncoder;
import evens.model.Command;
import org.agrona.ExpandableArrayBuffer;

/** What operators ask: accounts, leagues, games. */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
final class OperatorCommandPublisher {
    private final ExpandableArrayBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OpenAccountEncoder openAccount = new OpenAccountEncoder();
    private final DepositEncoder deposit = new DepositEncoder();
    private final WithdrawEncoder withdraw = new WithdrawEncoder();
    private final AdjustEncoder adjust = new AdjustEncoder();
    private final ChangeAccountEncoder changeAccount = new ChangeAccountEncoder();
    private final CreateLeagueEncoder createLeague = new CreateLeagueEncoder();
    private final ChangeLeagueEncoder changeLeague = new ChangeLeagueEncoder();
    private final CreateGameEncoder createGame = new CreateGameEncoder();
    private final ChangeGameEncoder changeGame = new ChangeGameEncoder();
    private final SuspendGameEncoder suspendGame = new SuspendGameEncoder();
    private final OpenGameEncoder openGame = new OpenGameEncoder();
    private final CloseGameEncoder closeGame = new CloseGameEncoder();
    private final CancelGameOrdersEncoder cancelGameOrders = new CancelGameOrdersEncoder();
    private final SuspendExchangeEncoder suspendExchange = new SuspendExchangeEncoder();
    private final ResumeExchangeEncoder resumeExchange = new ResumeExchangeEncoder();
    private final AskHashesEncoder askHashes = new AskHashesEncoder();
    private final TermsWriter terms = new TermsWriter();

    /** Writes into this buffer, from index 0. */
    OperatorCommandPublisher(ExpandableArrayBuffer buffer) {
        this.buffer = buffer;
    }

    int openAccount(Command.OpenAccount command, long correlation) {
        openAccount
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .creditLimit(command.creditLimit())
                .maxLiability(command.maxLiability())
                .commissionPpm(command.commissionPpm())
                .deposit(command.deposit());
        return openAccount.limit();
    }

    int deposit(Command.Deposit command, long correlation) {
        deposit.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount());
        return deposit.limit();
    }

    int withdraw(Command.Withdraw command, long correlation) {
        withdraw.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount());
        return withdraw.limit();
    }

    int adjust(Command.Adjust command, long correlation) {
        adjust.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount())
                .force(Flags.of(command.force()));
        return adjust.limit();
    }

    int changeAccount(Command.ChangeAccount command, long correlation) {
        changeAccount
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .creditLimit(Flags.orNone(command.creditLimit()))
                .maxLiability(Flags.orNone(command.maxLiability()))
                .commissionPpm(Flags.orNone(command.commissionPpm()))
                .banned(Flags.orNone(command.banned()))
                .hasCreditLimit(Flags.of(command.creditLimit() != null))
                .hasMaxLiability(Flags.of(command.maxLiability() != null))
                .hasCommissionPpm(Flags.of(command.commissionPpm() != null))
                .hasBanned(Flags.of(command.banned() != null))
                .force(Flags.of(command.force()))
                .defaultExpiryMinutes(Flags.orNone(command.defaultExpiryMinutes()))
                .hasDefaultExpiryMinutes(Flags.of(command.defaultExpiryMinutes() != null));
        return changeAccount.limit();
    }

    int createLeague(Command.CreateLeague command, long correlation) {
        if (Limits.isTooLong(command.league()) || Limits.isTooLong(command.sport())) {
            return CommandPublisher.TOO_LARGE;
        }
        createLeague
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .liveDelaySeconds(command.liveDelaySeconds())
                .league(command.league())
                .sport(command.sport());
        return createLeague.limit();
    }

    int changeLeague(Command.ChangeLeague command, long correlation) {
        if (Limits.isTooLong(command.league())) {
            return CommandPublisher.TOO_LARGE;
        }
        changeLeague
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .liveDelaySeconds(command.liveDelaySeconds())
                .league(command.league());
        return changeLeague.limit();
    }

    int createGame(Command.CreateGame command, long correlation) {
        if (Limits.isTooLong(command.terms())) {
            return CommandPublisher.TOO_LARGE;
        }
        createGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .state((short) command.state().ordinal())
                .putTerms(terms.buffer(), 0, terms.write(command.terms()));
        return createGame.limit();
    }

    int changeGame(Command.ChangeGame command, long correlation) {
        if (Limits.isTooLong(command.terms())) {
            return CommandPublisher.TOO_LARGE;
        }
        changeGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .putTerms(terms.buffer(), 0, terms.write(command.terms()));
        return changeGame.limit();
    }

    int suspendGame(Command.SuspendGame command, long correlation) {
        suspendGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return suspendGame.limit();
    }

    int openGame(Command.OpenGame command, long correlation) {
        openGame.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return openGame.limit();
    }

    int closeGame(Command.CloseGame command, long correlation) {
        closeGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return closeGame.limit();
    }

    int cancelGameOrders(Command.CancelGameOrders command, long correlation) {
        cancelGameOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return cancelGameOrders.limit();
    }

    int suspendExchange(long correlation) {
        suspendExchange.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return suspendExchange.limit();
    }

    int resumeExchange(long correlation) {
        resumeExchange.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return resumeExchange.limit();
    }

    int askHashes(long correlation) {
        askHashes.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return askHashes.limit();
    }
}
