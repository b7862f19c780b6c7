package evens.cluster.codec;

import evens.cluster.sbe.AdjustEncoder;
import evens.cluster.sbe.AskHashesEncoder;
import evens.cluster.sbe.CancelAllOrdersEncoder;
import evens.cluster.sbe.CancelGameOrdersEncoder;
import evens.cluster.sbe.CancelOrdersEncoder;
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
import evens.cluster.sbe.PlaceOrdersEncoder;
import evens.cluster.sbe.ResumeExchangeEncoder;
import evens.cluster.sbe.SuspendExchangeEncoder;
import evens.cluster.sbe.SuspendGameEncoder;
import evens.cluster.sbe.WithdrawEncoder;
import evens.model.Command;
import evens.model.Command.NewOrder;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Writes commands as the log keeps them. One thread; the bytes of a command are in {@link #buffer}
 * until the next one is published.
 */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
public final class CommandPublisher {
    /** Answered by {@link #publish} for a command that the log would not take. */
    public static final int TOO_LARGE = -1;

    private final int largest;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
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
    private final PlaceOrdersEncoder placeOrders = new PlaceOrdersEncoder();
    private final CancelOrdersEncoder cancelOrders = new CancelOrdersEncoder();
    private final CancelAllOrdersEncoder cancelAllOrders = new CancelAllOrdersEncoder();
    private final AskHashesEncoder askHashes = new AskHashesEncoder();
    private final TermsWriter terms = new TermsWriter();

    /**
     * @param largest most bytes that a command may have
     */
    public CommandPublisher(int largest) {
        this.largest = largest;
    }

    /** Where the last command was written, from index 0. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Writes the command.
     *
     * @param correlation the gateway's own number of this command
     * @return the length in bytes, or {@link #TOO_LARGE}
     */
    public int publish(Command command, long correlation) {
        int length =
                switch (command) {
                    case Command.OpenAccount open -> openAccount(open, correlation);
                    case Command.Deposit more -> deposit(more, correlation);
                    case Command.Withdraw less -> withdraw(less, correlation);
                    case Command.Adjust adjust -> adjust(adjust, correlation);
                    case Command.ChangeAccount change -> changeAccount(change, correlation);
                    case Command.CreateLeague create -> createLeague(create, correlation);
                    case Command.ChangeLeague change -> changeLeague(change, correlation);
                    case Command.CreateGame create -> createGame(create, correlation);
                    case Command.ChangeGame change -> changeGame(change, correlation);
                    case Command.SuspendGame suspend -> suspendGame(suspend, correlation);
                    case Command.OpenGame open -> openGame(open, correlation);
                    case Command.CloseGame close -> closeGame(close, correlation);
                    case Command.CancelGameOrders cancel -> cancelGameOrders(cancel, correlation);
                    case Command.SuspendExchange _ -> suspendExchange(correlation);
                    case Command.ResumeExchange _ -> resumeExchange(correlation);
                    case Command.PlaceOrders place -> placeOrders(place, correlation);
                    case Command.CancelOrders cancel -> cancelOrders(cancel, correlation);
                    case Command.CancelAllOrders cancel -> cancelAllOrders(cancel, correlation);
                    case Command.AskHashes _ -> askHashes(correlation);
                };
        return length > largest ? TOO_LARGE : length;
    }

    private int openAccount(Command.OpenAccount command, long correlation) {
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

    private int deposit(Command.Deposit command, long correlation) {
        deposit.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount());
        return deposit.limit();
    }

    private int withdraw(Command.Withdraw command, long correlation) {
        withdraw.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount());
        return withdraw.limit();
    }

    private int adjust(Command.Adjust command, long correlation) {
        adjust.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount())
                .force(Flags.of(command.force()));
        return adjust.limit();
    }

    private int changeAccount(Command.ChangeAccount command, long correlation) {
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
                .force(Flags.of(command.force()));
        return changeAccount.limit();
    }

    private int createLeague(Command.CreateLeague command, long correlation) {
        if (Limits.isTooLong(command.league()) || Limits.isTooLong(command.sport())) {
            return TOO_LARGE;
        }
        createLeague
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .liveDelaySeconds(command.liveDelaySeconds())
                .league(command.league())
                .sport(command.sport());
        return createLeague.limit();
    }

    private int changeLeague(Command.ChangeLeague command, long correlation) {
        if (Limits.isTooLong(command.league())) {
            return TOO_LARGE;
        }
        changeLeague
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .liveDelaySeconds(command.liveDelaySeconds())
                .league(command.league());
        return changeLeague.limit();
    }

    private int createGame(Command.CreateGame command, long correlation) {
        if (Limits.isTooLong(command.terms())) {
            return TOO_LARGE;
        }
        createGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .state((short) command.state().ordinal())
                .putTerms(terms.buffer(), 0, terms.write(command.terms()));
        return createGame.limit();
    }

    private int changeGame(Command.ChangeGame command, long correlation) {
        if (Limits.isTooLong(command.terms())) {
            return TOO_LARGE;
        }
        changeGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .putTerms(terms.buffer(), 0, terms.write(command.terms()));
        return changeGame.limit();
    }

    private int suspendGame(Command.SuspendGame command, long correlation) {
        suspendGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return suspendGame.limit();
    }

    private int openGame(Command.OpenGame command, long correlation) {
        openGame.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return openGame.limit();
    }

    private int closeGame(Command.CloseGame command, long correlation) {
        closeGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return closeGame.limit();
    }

    private int cancelGameOrders(Command.CancelGameOrders command, long correlation) {
        cancelGameOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return cancelGameOrders.limit();
    }

    private int suspendExchange(long correlation) {
        suspendExchange.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return suspendExchange.limit();
    }

    private int resumeExchange(long correlation) {
        resumeExchange.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return resumeExchange.limit();
    }

    private int placeOrders(Command.PlaceOrders command, long correlation) {
        if (command.orders().size() > Limits.MOST) {
            return TOO_LARGE;
        }
        PlaceOrdersEncoder.OrdersEncoder orders =
                placeOrders
                        .wrapAndApplyHeader(buffer, 0, header)
                        .correlation(correlation)
                        .account(command.account())
                        .ordersCount(command.orders().size());
        for (NewOrder order : command.orders()) {
            byte[] reference = Flags.bytes(order.reference());
            if (reference.length > Limits.MOST || placeOrders.limit() > largest) {
                return TOO_LARGE;
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

    private int cancelOrders(Command.CancelOrders command, long correlation) {
        if (command.orders().size() > Limits.MOST) {
            return TOO_LARGE;
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

    private int cancelAllOrders(Command.CancelAllOrders command, long correlation) {
        cancelAllOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account());
        return cancelAllOrders.limit();
    }

    private int askHashes(long correlation) {
        askHashes.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return askHashes.limit();
    }
}
