package evens.cluster.codec;

import evens.cluster.sbe.AskHashesDecoder;
import evens.cluster.sbe.CancelAllOrdersDecoder;
import evens.cluster.sbe.CancelOrdersDecoder;
import evens.cluster.sbe.CreateGameDecoder;
import evens.cluster.sbe.CreateLeagueDecoder;
import evens.cluster.sbe.DepositDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OpenAccountDecoder;
import evens.cluster.sbe.OpenGameDecoder;
import evens.cluster.sbe.PlaceOrdersDecoder;
import evens.cluster.sbe.SuspendGameDecoder;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Events;
import evens.model.GameState;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Participant;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads commands as the log keeps them and calls the exchange. Placing and cancelling go straight
 * from the bytes, without an allocation; all others through their records.
 */
public final class CommandAdapter {
    private static final Market[] MARKETS = Market.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final GameState[] GAME_STATES = GameState.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OpenAccountDecoder openAccount = new OpenAccountDecoder();
    private final DepositDecoder deposit = new DepositDecoder();
    private final CreateLeagueDecoder createLeague = new CreateLeagueDecoder();
    private final CreateGameDecoder createGame = new CreateGameDecoder();
    private final SuspendGameDecoder suspendGame = new SuspendGameDecoder();
    private final OpenGameDecoder openGame = new OpenGameDecoder();
    private final PlaceOrdersDecoder placeOrders = new PlaceOrdersDecoder();
    private final CancelOrdersDecoder cancelOrders = new CancelOrdersDecoder();
    private final CancelAllOrdersDecoder cancelAllOrders = new CancelAllOrdersDecoder();
    private final AskHashesDecoder askHashes = new AskHashesDecoder();
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
            int line = orders.line();
            int expiryMinutes = orders.expiryMinutes();
            Market market = MARKETS[orders.market()];
            OrderType type = ORDER_TYPES[orders.orderType()];
            boolean hasReference = Flags.isSet(orders.hasReference());
            int length = orders.getReference(reference, 0, reference.length);
            exchange.place(
                    account,
                    index,
                    game,
                    market,
                    participant,
                    line,
                    stake,
                    type,
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
            case CreateLeagueDecoder.TEMPLATE_ID -> {
                createLeague.wrapAndApplyHeader(buffer, offset, header);
                yield new Command.CreateLeague(
                        createLeague.league(),
                        createLeague.sport(),
                        createLeague.liveDelaySeconds());
            }
            case CreateGameDecoder.TEMPLATE_ID -> createGame();
            case SuspendGameDecoder.TEMPLATE_ID ->
                    new Command.SuspendGame(
                            suspendGame.wrapAndApplyHeader(buffer, offset, header).game());
            case OpenGameDecoder.TEMPLATE_ID ->
                    new Command.OpenGame(
                            openGame.wrapAndApplyHeader(buffer, offset, header).game());
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

    private Command createGame() {
        createGame.wrapAndApplyHeader(buffer, offset, header);
        long away = createGame.away();
        long home = createGame.home();
        String league = createGame.league();
        return new Command.CreateGame(
                createGame.game(),
                league,
                createGame.startMillis(),
                new Participant(
                        away,
                        createGame.awayLongName(),
                        createGame.awayShortName(),
                        createGame.awayRotationNumber()),
                new Participant(
                        home,
                        createGame.homeLongName(),
                        createGame.homeShortName(),
                        createGame.homeRotationNumber()),
                createGame.eventName(),
                createGame.periodName(),
                Flags.isSet(createGame.featured()),
                GAME_STATES[createGame.state()]);
    }

    private Command placeOrders() {
        placeOrders.wrapAndApplyHeader(buffer, offset, header);
        List<NewOrder> all = new ArrayList<>();
        for (PlaceOrdersDecoder.OrdersDecoder order : placeOrders.orders()) {
            all.add(
                    new NewOrder(
                            order.game(),
                            MARKETS[order.market()],
                            order.participant(),
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
