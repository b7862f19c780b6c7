package evens.cluster.codec;

import evens.cluster.sbe.AdjustDecoder;
import evens.cluster.sbe.AskHashesDecoder;
import evens.cluster.sbe.CancelAllOrdersDecoder;
import evens.cluster.sbe.CancelByReferenceDecoder;
import evens.cluster.sbe.CancelGameOrdersDecoder;
import evens.cluster.sbe.CancelOrdersDecoder;
import evens.cluster.sbe.CancelOrdersOfGameDecoder;
import evens.cluster.sbe.CancelOrdersOfLeagueDecoder;
import evens.cluster.sbe.ChangeAccountDecoder;
import evens.cluster.sbe.ChangeGameDecoder;
import evens.cluster.sbe.ChangeLeagueDecoder;
import evens.cluster.sbe.CloseGameDecoder;
import evens.cluster.sbe.CreateGameDecoder;
import evens.cluster.sbe.CreateLeagueDecoder;
import evens.cluster.sbe.DepositDecoder;
import evens.cluster.sbe.DropLeaseDecoder;
import evens.cluster.sbe.EditOrderDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OnceDecoder;
import evens.cluster.sbe.OpenAccountDecoder;
import evens.cluster.sbe.OpenGameDecoder;
import evens.cluster.sbe.PauseOrdersDecoder;
import evens.cluster.sbe.PlaceOrdersDecoder;
import evens.cluster.sbe.ReleaseLatchDecoder;
import evens.cluster.sbe.RenewLeaseDecoder;
import evens.cluster.sbe.ResumeExchangeDecoder;
import evens.cluster.sbe.ResumeOrdersDecoder;
import evens.cluster.sbe.SuspendExchangeDecoder;
import evens.cluster.sbe.SuspendGameDecoder;
import evens.cluster.sbe.WithdrawDecoder;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Command.EditOrder;
import evens.model.Events;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads commands as the log keeps them and calls the exchange. Placing, editing and cancelling go
 * straight from the bytes, without an allocation; all others through their records.
 */
public final class CommandAdapter {
    private static final MarketType[] TYPES = MarketType.values();
    private static final Side[] SIDES = Side.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AskHashesDecoder anyCommand = new AskHashesDecoder();
    private final PlaceOrdersDecoder placeOrders = new PlaceOrdersDecoder();
    private final EditOrderDecoder editOrder = new EditOrderDecoder();
    private final CancelOrdersDecoder cancelOrders = new CancelOrdersDecoder();
    private final CancelAllOrdersDecoder cancelAllOrders = new CancelAllOrdersDecoder();
    private final OnceDecoder once = new OnceDecoder();
    private final OperatorCommandReader operators = new OperatorCommandReader();
    private final OrderCommandReader orders = new OrderCommandReader();
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
        header.wrap(buffer, offset);
        return anyCommand
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
        if (template != OnceDecoder.TEMPLATE_ID) {
            apply(offset, exchange, timeMillis, events);
            return;
        }
        once.wrapAndApplyHeader(buffer, offset, header);
        int inner = inner();
        boolean isFirst =
                exchange.isFirst(
                        once.account(),
                        once.keyHigh(),
                        once.keyLow(),
                        once.hashHigh(),
                        once.hashLow(),
                        !overtakes(inner),
                        timeMillis,
                        events);
        if (isFirst) {
            apply(inner, exchange, timeMillis, events);
        }
    }

    /** Where the command begins that is executed once. */
    private int inner() {
        return once.limit() + OnceDecoder.commandHeaderLength();
    }

    /** As {@link Command#overtakes}. */
    boolean overtakes(int at) {
        return switch (header.wrap(buffer, at).templateId()) {
            case CancelOrdersDecoder.TEMPLATE_ID,
                    CancelByReferenceDecoder.TEMPLATE_ID,
                    CancelOrdersOfGameDecoder.TEMPLATE_ID,
                    CancelOrdersOfLeagueDecoder.TEMPLATE_ID,
                    CancelAllOrdersDecoder.TEMPLATE_ID,
                    CancelGameOrdersDecoder.TEMPLATE_ID,
                    PauseOrdersDecoder.TEMPLATE_ID,
                    RenewLeaseDecoder.TEMPLATE_ID,
                    DropLeaseDecoder.TEMPLATE_ID ->
                    true;
            default -> false;
        };
    }

    private void apply(int at, Exchange exchange, long timeMillis, Events events) {
        switch (header.wrap(buffer, at).templateId()) {
            case PlaceOrdersDecoder.TEMPLATE_ID -> place(at, exchange, timeMillis, events);
            case EditOrderDecoder.TEMPLATE_ID -> edit(at, exchange, timeMillis, events);
            case CancelOrdersDecoder.TEMPLATE_ID -> cancel(at, exchange, events);
            case CancelAllOrdersDecoder.TEMPLATE_ID -> {
                cancelAllOrders.wrapAndApplyHeader(buffer, at, header);
                exchange.cancelAll(
                        cancelAllOrders.account(),
                        Flags.isSet(cancelAllOrders.latch()),
                        Stamps.connection(cancelAllOrders),
                        events);
            }
            default -> exchange.apply(command(at), timeMillis, events);
        }
    }

    private void place(int at, Exchange exchange, long timeMillis, Events events) {
        placeOrders.wrapAndApplyHeader(buffer, at, header);
        long account = placeOrders.account();
        long epoch = Stamps.epoch(placeOrders);
        long connection = Stamps.connection(placeOrders);
        PlaceOrdersDecoder.OrdersDecoder each = placeOrders.orders();
        for (int index = 0; each.hasNext(); index++) {
            each.next();
            long game = each.game();
            long participant = each.participant();
            long stake = each.stake();
            int number = each.number();
            int line = each.line();
            int expiryMinutes = each.expiryMinutes();
            MarketType type = TYPES[each.marketType()];
            Side side = SIDES[each.side()];
            OrderType orderType = ORDER_TYPES[each.orderType()];
            boolean hasReference = Flags.isSet(each.hasReference());
            int length = each.getReference(reference, 0, reference.length);
            exchange.place(
                    account,
                    epoch,
                    connection,
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

    private void edit(int at, Exchange exchange, long timeMillis, Events events) {
        editOrder.wrapAndApplyHeader(buffer, at, header);
        boolean hasReference = Flags.isSet(editOrder.hasReference());
        int length = editOrder.getReference(reference, 0, reference.length);
        exchange.edit(
                editOrder.account(),
                editOrder.epoch(),
                editOrder.connection(),
                editOrder.order(),
                Flags.isSet(editOrder.hasLine()) ? editOrder.line() : EditOrder.SAME_LINE,
                Flags.isSet(editOrder.hasStake()) ? editOrder.stake() : EditOrder.NO_STAKE,
                ORDER_TYPES[editOrder.orderType()],
                editOrder.expiryMinutes(),
                hasReference ? reference : null,
                length,
                Flags.isSet(editOrder.hasIntendedStake())
                        ? editOrder.intendedStake()
                        : EditOrder.NO_STAKE,
                Flags.isSet(editOrder.needsOtherSide()),
                timeMillis,
                events);
    }

    private void cancel(int at, Exchange exchange, Events events) {
        cancelOrders.wrapAndApplyHeader(buffer, at, header);
        long account = cancelOrders.account();
        CancelOrdersDecoder.OrdersDecoder each = cancelOrders.orders();
        while (each.hasNext()) {
            exchange.cancel(account, each.next().order(), events);
        }
    }

    /**
     * The command as a record.
     *
     * @throws IllegalStateException if this version knows no such command
     */
    public Command command() {
        return command(offset);
    }

    private Command command(int at) {
        return switch (header.wrap(buffer, at).templateId()) {
            case OpenAccountDecoder.TEMPLATE_ID -> operators.openAccount(buffer, at);
            case DepositDecoder.TEMPLATE_ID -> operators.deposit(buffer, at);
            case WithdrawDecoder.TEMPLATE_ID -> operators.withdraw(buffer, at);
            case AdjustDecoder.TEMPLATE_ID -> operators.adjust(buffer, at);
            case ChangeAccountDecoder.TEMPLATE_ID -> operators.changeAccount(buffer, at);
            case CreateLeagueDecoder.TEMPLATE_ID -> operators.createLeague(buffer, at);
            case ChangeLeagueDecoder.TEMPLATE_ID -> operators.changeLeague(buffer, at);
            case CreateGameDecoder.TEMPLATE_ID -> operators.createGame(buffer, at);
            case ChangeGameDecoder.TEMPLATE_ID -> operators.changeGame(buffer, at);
            case SuspendGameDecoder.TEMPLATE_ID -> operators.suspendGame(buffer, at);
            case OpenGameDecoder.TEMPLATE_ID -> operators.openGame(buffer, at);
            case CloseGameDecoder.TEMPLATE_ID -> operators.closeGame(buffer, at);
            case CancelGameOrdersDecoder.TEMPLATE_ID -> operators.cancelGameOrders(buffer, at);
            case SuspendExchangeDecoder.TEMPLATE_ID -> operators.suspendExchange(buffer, at);
            case ResumeExchangeDecoder.TEMPLATE_ID -> operators.resumeExchange(buffer, at);
            case AskHashesDecoder.TEMPLATE_ID -> operators.askHashes(buffer, at);
            case PlaceOrdersDecoder.TEMPLATE_ID -> orders.placeOrders(buffer, at);
            case CancelOrdersDecoder.TEMPLATE_ID -> orders.cancelOrders(buffer, at);
            case CancelByReferenceDecoder.TEMPLATE_ID -> orders.cancelByReference(buffer, at);
            case CancelOrdersOfGameDecoder.TEMPLATE_ID -> orders.cancelOrdersOfGame(buffer, at);
            case CancelOrdersOfLeagueDecoder.TEMPLATE_ID -> orders.cancelOrdersOfLeague(buffer, at);
            case CancelAllOrdersDecoder.TEMPLATE_ID -> orders.cancelAllOrders(buffer, at);
            case ReleaseLatchDecoder.TEMPLATE_ID -> orders.releaseLatch(buffer, at);
            case PauseOrdersDecoder.TEMPLATE_ID -> orders.pauseOrders(buffer, at);
            case ResumeOrdersDecoder.TEMPLATE_ID -> orders.resumeOrders(buffer, at);
            case EditOrderDecoder.TEMPLATE_ID -> orders.editOrder(buffer, at);
            case RenewLeaseDecoder.TEMPLATE_ID -> orders.renewLease(buffer, at);
            case DropLeaseDecoder.TEMPLATE_ID -> orders.dropLease(buffer, at);
            case OnceDecoder.TEMPLATE_ID -> once(at);
            default ->
                    throw new IllegalStateException(
                            "a command of template "
                                    + header.templateId()
                                    + ", which this version lacks");
        };
    }

    private Command once(int at) {
        once.wrapAndApplyHeader(buffer, at, header);
        return new Command.Once(
                once.account(),
                once.keyHigh(),
                once.keyLow(),
                once.hashHigh(),
                once.hashLow(),
                command(inner()));
    }
}
