package evens.cluster.codec;

import evens.cluster.sbe.AdjustDecoder;
import evens.cluster.sbe.AskHashesDecoder;
import evens.cluster.sbe.CancelAllOrdersDecoder;
import evens.cluster.sbe.CancelGameOrdersDecoder;
import evens.cluster.sbe.CancelOrdersDecoder;
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
import evens.cluster.sbe.PlaceOrdersDecoder;
import evens.cluster.sbe.ResumeExchangeDecoder;
import evens.cluster.sbe.SuspendExchangeDecoder;
import evens.cluster.sbe.SuspendGameDecoder;
import evens.cluster.sbe.WithdrawDecoder;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Events;
import evens.model.GameState;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads commands as the log keeps them and calls the exchange. Placing and cancelling go straight
 * from the bytes, without an allocation; all others through their records.
 */
public final class CommandAdapter {
    private static final MarketType[] TYPES = MarketType.values();
    private static final Side[] SIDES = Side.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();
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
    private final PlaceOrdersDecoder placeOrders = new PlaceOrdersDecoder();
    private final CancelOrdersDecoder cancelOrders = new CancelOrdersDecoder();
    private final CancelAllOrdersDecoder cancelAllOrders = new CancelAllOrdersDecoder();
    private final AskHashesDecoder askHashes = new AskHashesDecoder();
    private final TermsReader terms = new TermsReader();
    private final byte[] reference = new byte[65_536];

    private DirectBuffer buffer = new UnsafeBuffer(0, 0);
    private int offset;
    private int template;

    /**
     * Begins to read a command.
     *
     * @throws IllegalStateException if these are no command's bytes
     */
    public void wrap(DirectBuffer bytes, int from, int length) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new IllegalStateException("a message of " + length + " bytes is no command");
        }
        header.wrap(bytes, from);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new IllegalStateException("a message of schema " + header.schemaId());
        }
        buffer = bytes;
        offset = from;
        template = header.templateId();
    }

    /** The gateway's own number of the command. */
    public long correlation() {
        // the first field of every command, so the layout of any of them will do
        return openAccount
                .wrap(
                        buffer,
                        offset + MessageHeaderDecoder.ENCODED_LENGTH,
                        header.blockLength(),
                        header.version())
                .correlation();
    }

    /** True if the command is {@link Command.AskHashes}, which the exchange does not answer. */
    public boolean asksHashes() {
        return template == AskHashesDecoder.TEMPLATE_ID;
    }

    /** Has the exchange apply the command. */
    public void apply(Exchange exchange, long timeMillis, Events events) {
        switch (template) {
            case PlaceOrdersDecoder.TEMPLATE_ID -> place(exchange, timeMillis, events);
            case CancelOrdersDecoder.TEMPLATE_ID -> cancel(exchange, events);
            case CancelAllOrdersDecoder.TEMPLATE_ID ->
                    exchange.cancelAll(
                            cancelAllOrders.wrapAndApplyHeader(buffer, offset, header).account(),
                            events);
            default -> exchange.apply(command(), timeMillis, events);
        }
    }

    private void place(Exchange exchange, long timeMillis, Events events) {
        placeOrders.wrapAndApplyHeader(buffer, offset, header);
        long account = placeOrders.account();
        PlaceOrdersDecoder.OrdersDecoder orders = placeOrders.orders();
        for (int index = 0; orders.hasNext(); index++) {
            orders.next();
            long game = orders.game();
            long participant = orders.participant();
            long stake = orders.stake();
            int number = orders.number();
            int line = orders.line();
            int expiryMinutes = orders.expiryMinutes();
            MarketType type = TYPES[orders.marketType()];
            Side side = SIDES[orders.side()];
            OrderType orderType = ORDER_TYPES[orders.orderType()];
            boolean hasReference = Flags.isSet(orders.hasReference());
            int length = orders.getReference(reference, 0, reference.length);
            exchange.place(
                    account,
                    index,
                    game,
                    type,
                    side,
                    participant,
                    number,
                    line,
                    stake,
                    orderType,
                    expiryMinutes,
                    hasReference ? reference : null,
                    length,
                    timeMillis,
                    events);
        }
    }

    private void cancel(Exchange exchange, Events events) {
        cancelOrders.wrapAndApplyHeader(buffer, offset, header);
        long account = cancelOrders.account();
        CancelOrdersDecoder.OrdersDecoder orders = cancelOrders.orders();
        while (orders.hasNext()) {
            exchange.cancel(account, orders.next().order(), events);
        }
    }

    /**
     * The command as a record.
     *
     * @throws IllegalStateException if this version knows no such command
     */
    public Command command() {
        return switch (template) {
            case OpenAccountDecoder.TEMPLATE_ID -> {
                openAccount.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.OpenAccount(
                        openAccount.account(),
                        openAccount.creditLimit(),
                        openAccount.maxLiability(),
                        openAccount.commissionPpm(),
                        openAccount.deposit());
            }
            case DepositDecoder.TEMPLATE_ID -> {
                deposit.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.Deposit(deposit.account(), deposit.amount());
            }
            case WithdrawDecoder.TEMPLATE_ID -> {
                withdraw.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.Withdraw(withdraw.account(), withdraw.amount());
            }
            case AdjustDecoder.TEMPLATE_ID -> {
                adjust.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.Adjust(
                        adjust.account(), adjust.amount(), Flags.isSet(adjust.force()));
            }
            case ChangeAccountDecoder.TEMPLATE_ID -> changeAccount();
            case CreateLeagueDecoder.TEMPLATE_ID -> {
                createLeague.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.CreateLeague(
                        createLeague.league(),
                        createLeague.sport(),
                        createLeague.liveDelaySeconds());
            }
            case ChangeLeagueDecoder.TEMPLATE_ID -> {
                changeLeague.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.ChangeLeague(
                        changeLeague.league(), changeLeague.liveDelaySeconds());
            }
            case CreateGameDecoder.TEMPLATE_ID -> createGame();
            case ChangeGameDecoder.TEMPLATE_ID -> changeGame();
            case SuspendGameDecoder.TEMPLATE_ID ->
                    new Command.SuspendGame(
                            suspendGame.wrapAndApplyHeader(buffer, offset, header).game());
            case OpenGameDecoder.TEMPLATE_ID ->
                    new Command.OpenGame(
                            openGame.wrapAndApplyHeader(buffer, offset, header).game());
            case CloseGameDecoder.TEMPLATE_ID ->
                    new Command.CloseGame(
                            closeGame.wrapAndApplyHeader(buffer, offset, header).game());
            case CancelGameOrdersDecoder.TEMPLATE_ID ->
                    new Command.CancelGameOrders(
                            cancelGameOrders.wrapAndApplyHeader(buffer, offset, header).game());
            case SuspendExchangeDecoder.TEMPLATE_ID -> {
                suspendExchange.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.SuspendExchange();
            }
            case ResumeExchangeDecoder.TEMPLATE_ID -> {
                resumeExchange.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.ResumeExchange();
            }
            case PlaceOrdersDecoder.TEMPLATE_ID -> placeOrders();
            case CancelOrdersDecoder.TEMPLATE_ID -> cancelOrders();
            case CancelAllOrdersDecoder.TEMPLATE_ID ->
                    new Command.CancelAllOrders(
                            cancelAllOrders.wrapAndApplyHeader(buffer, offset, header).account());
            case AskHashesDecoder.TEMPLATE_ID -> {
                askHashes.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.AskHashes();
            }
            default ->
                    throw new IllegalStateException(
                            "a command of template " + template + ", which this version lacks");
        };
    }

    private Command changeAccount() {
        changeAccount.wrapAndApplyHeader(buffer, offset, header);
        boolean hasCreditLimit = Flags.isSet(changeAccount.hasCreditLimit());
        boolean hasMaxLiability = Flags.isSet(changeAccount.hasMaxLiability());
        boolean hasCommissionPpm = Flags.isSet(changeAccount.hasCommissionPpm());
        boolean hasBanned = Flags.isSet(changeAccount.hasBanned());
        return new Command.ChangeAccount(
                changeAccount.account(),
                hasCreditLimit ? changeAccount.creditLimit() : null,
                hasMaxLiability ? changeAccount.maxLiability() : null,
                hasCommissionPpm ? changeAccount.commissionPpm() : null,
                hasBanned ? Flags.isSet(changeAccount.banned()) : null,
                Flags.isSet(changeAccount.force()));
    }

    private Command createGame() {
        createGame.wrapAndApplyHeader(buffer, offset, header);
        GameState state = GAME_STATES[createGame.state()];
        createGame.wrapTerms(terms.part());
        return new Command.CreateGame(terms.read(), state);
    }

    private Command changeGame() {
        changeGame.wrapAndApplyHeader(buffer, offset, header);
        changeGame.wrapTerms(terms.part());
        return new Command.ChangeGame(terms.read());
    }

    private Command placeOrders() {
        placeOrders.wrapAndApplyHeader(buffer, offset, header);
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
        return new Command.PlaceOrders(placeOrders.account(), all);
    }

    private Command cancelOrders() {
        cancelOrders.wrapAndApplyHeader(buffer, offset, header);
        List<Long> all = new ArrayList<>();
        for (CancelOrdersDecoder.OrdersDecoder order : cancelOrders.orders()) {
            all.add(order.order());
        }
        return new Command.CancelOrders(cancelOrders.account(), all);
    }
}
