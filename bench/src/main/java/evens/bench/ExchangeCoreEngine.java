package evens.bench;

import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.MarginTradingMode;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.RiskProcessingMode;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.processors.MatchingEngineRouter;
import exchange.core2.core.processors.RiskEngine;
import exchange.core2.core.processors.SharedPool;
import exchange.core2.core.processors.journaling.DummySerializationProcessor;

/**
 * exchange-core: its risk engine, its matching engine with its fastest book, and its risk engine
 * again to release and settle, called one after the other on one thread. That is its own pipeline
 * without the ring buffers between the threads, and with one command object that is used again: no
 * configuration of it does less for a command.
 */
final class ExchangeCoreEngine implements Engine {
    private static final int SYMBOL = 1;
    private static final int BASE = 1;
    private static final int QUOTE = 2;

    /** An ask has to be worth more than its fee. */
    private static final long LOWEST_PRICE = 1_000;

    private static final long MONEY = 1L << 52;

    private final Stream stream;
    private final boolean nativeMoves;
    private final RiskEngine risk;
    private final MatchingEngineRouter matching;
    private final IOrderBook book;
    private final OrderCommand command = new OrderCommand();
    private final Tally tally = new Tally();
    private long sequence;

    /**
     * An exchange with accounts and money.
     *
     * @param nativeMoves whether a move is its own command, which checks no funds, or a cancel and
     *     an order
     */
    ExchangeCoreEngine(Workload workload, boolean nativeMoves) {
        this.stream = workload.stream();
        this.nativeMoves = nativeMoves;
        ExchangeConfiguration configuration =
                ExchangeConfiguration.defaultBuilder()
                        .ordersProcessingCfg(
                                OrdersProcessingConfiguration.builder()
                                        .riskProcessingMode(RiskProcessingMode.FULL_PER_CURRENCY)
                                        .marginTradingMode(
                                                MarginTradingMode.MARGIN_TRADING_DISABLED)
                                        .build())
                        .build();
        SharedPool pool = new SharedPool(64, 16, 1); // as its core makes it
        DummySerializationProcessor nowhere = DummySerializationProcessor.INSTANCE;
        risk = new RiskEngine(0, 1, nowhere, pool, configuration);
        matching =
                new MatchingEngineRouter(
                        0, 1, nowhere, OrderBookDirectImpl::new, pool, configuration);
        CoreSymbolSpecification symbol =
                CoreSymbolSpecification.builder()
                        .symbolId(SYMBOL)
                        .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                        .baseCurrency(BASE)
                        .quoteCurrency(QUOTE)
                        .baseScaleK(100_000)
                        .quoteScaleK(10)
                        .takerFee(1_900)
                        .makerFee(700)
                        .build();
        book =
                new OrderBookDirectImpl(
                        symbol,
                        matching.getObjectsPool(),
                        matching.getEventsHelper(),
                        LoggingConfiguration.DEFAULT);
        matching.getOrderBooks().put(SYMBOL, book);
        risk.getSymbolSpecificationProvider().addSymbol(symbol);
        for (int account = 1; account <= Generator.ACCOUNTS; account++) {
            risk.getUserProfileService().addEmptyUserProfile(account);
            risk.getUserProfileService().balanceAdjustment(account, BASE, MONEY, 1);
            risk.getUserProfileService().balanceAdjustment(account, QUOTE, MONEY, 2);
        }
    }

    @Override
    public void run(int from, int to) {
        for (int i = from; i < to; i++) {
            command.uid = stream.account(i);
            command.orderId = stream.order(i);
            command.symbol = SYMBOL;
            switch (stream.kind(i)) {
                case PLACE -> place(i, OrderType.GTC);
                case TAKE -> place(i, OrderType.IOC);
                case CANCEL -> process(OrderCommandType.CANCEL_ORDER);
                case MOVE -> {
                    if (nativeMoves) {
                        command.price = LOWEST_PRICE + stream.price(i);
                        process(OrderCommandType.MOVE_ORDER);
                    } else {
                        process(OrderCommandType.CANCEL_ORDER);
                        place(i, OrderType.GTC);
                    }
                }
            }
        }
    }

    private void place(int i, OrderType type) {
        command.orderType = type;
        command.action = stream.isBid(i) ? OrderAction.BID : OrderAction.ASK;
        command.price = LOWEST_PRICE + stream.price(i);
        command.reserveBidPrice = LOWEST_PRICE + Shape.PRICES; // so that it may move anywhere
        command.size = stream.units(i);
        process(OrderCommandType.PLACE_ORDER);
    }

    private void process(OrderCommandType type) {
        command.command = type;
        command.resultCode = CommandResultCode.NEW;
        command.matcherEvent = null;
        risk.preProcessCommand(sequence, command);
        matching.processOrder(sequence, command);
        risk.handlerRiskRelease(sequence, command);
        sequence++;
        if (command.resultCode != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("refused: " + command);
        }
        for (MatcherTradeEvent event = command.matcherEvent;
                event != null;
                event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                tally.matched((int) (event.price - LOWEST_PRICE), event.size);
            }
        }
    }

    @Override
    public Tally tally() {
        book.bidOrdersStream(false)
                .forEach(order ->
                        rests(true, order.getPrice(), order.getSize() - order.getFilled()));
        book.askOrdersStream(false)
                .forEach(order ->
                        rests(false, order.getPrice(), order.getSize() - order.getFilled()));
        return tally;
    }

    private void rests(boolean bid, long price, long units) {
        tally.rests(bid, (int) (price - LOWEST_PRICE), units);
    }
}
