package evens.cluster.codec;

import evens.cluster.sbe.AccountStatedEncoder;
import evens.cluster.sbe.ClosedOrderStatedEncoder;
import evens.cluster.sbe.ExchangeStatedEncoder;
import evens.cluster.sbe.KeyStatedEncoder;
import evens.cluster.sbe.OrderStatedEncoder;
import evens.cluster.sbe.PositionStatedEncoder;
import evens.cluster.sbe.WagerStatedEncoder;
import evens.model.Ending;
import evens.model.Market;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import org.jspecify.annotations.Nullable;

/** The state, told. */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
abstract class StateEventPublisher extends OrderEventPublisher {
    private final ExchangeStatedEncoder exchangeStated = new ExchangeStatedEncoder();
    private final AccountStatedEncoder accountStated = new AccountStatedEncoder();
    private final PositionStatedEncoder positionStated = new PositionStatedEncoder();
    private final OrderStatedEncoder orderStated = new OrderStatedEncoder();
    private final ClosedOrderStatedEncoder closedOrderStated = new ClosedOrderStatedEncoder();
    private final WagerStatedEncoder wagerStated = new WagerStatedEncoder();
    private final KeyStatedEncoder keyStated = new KeyStatedEncoder();

    StateEventPublisher(int frameLength, EventPublisher.@Nullable Frames frames) {
        super(frameLength, frames);
    }

    @Override
    public void exchangeStated(
            long house,
            long outside,
            long lastTransaction,
            long lastWagerRequest,
            boolean suspended) {
        begin(0);
        exchangeStated
                .wrapAndApplyHeader(buffer, body, header)
                .house(house)
                .outside(outside)
                .lastTransaction(lastTransaction)
                .lastWagerRequest(lastWagerRequest)
                .suspended(Flags.of(suspended));
        end(exchangeStated.limit());
    }

    @Override
    public void accountStated(
            long account,
            long creditLimit,
            long maxLiability,
            int commissionPpm,
            boolean banned,
            long balance,
            long liability,
            long messages,
            long epoch,
            long connection,
            long epochByOthers,
            boolean latched,
            long leaseUntilMillis,
            int defaultExpiryMinutes) {
        begin(0);
        accountStated
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .creditLimit(creditLimit)
                .maxLiability(maxLiability)
                .commissionPpm(commissionPpm)
                .banned(Flags.of(banned))
                .balance(balance)
                .liability(liability)
                .messages(messages)
                .epoch(epoch)
                .connection(connection)
                .epochByOthers(epochByOthers)
                .latched(Flags.of(latched))
                .leaseUntilMillis(leaseUntilMillis)
                .defaultExpiryMinutes(defaultExpiryMinutes);
        end(accountStated.limit());
    }

    @Override
    public void positionStated(long account, long game, long liability) {
        begin(0);
        positionStated
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .game(game)
                .liability(liability);
        end(positionStated.limit());
    }

    @Override
    public void orderStated(
            long order,
            long account,
            long wagerRequest,
            long transaction,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long stake,
            long filled,
            OrderType type,
            long createdAtMillis,
            long expiresAtMillis,
            OrderState state,
            long untilMillis,
            byte @Nullable [] reference,
            int referenceLength) {
        begin(referenceLength);
        orderStated
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .transaction(transaction)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .stake(stake)
                .filled(filled)
                .orderType((short) type.ordinal())
                .createdAtMillis(createdAtMillis)
                .expiresAtMillis(expiresAtMillis)
                .state((short) state.ordinal())
                .untilMillis(untilMillis)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderStated.market());
        end(orderStated.limit());
    }

    @Override
    public void closedOrderStated(long order, long account, long filled, Ending ending) {
        begin(0);
        closedOrderStated
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .account(account)
                .filled(filled)
                .ending((short) ending.ordinal());
        end(closedOrderStated.limit());
    }

    @Override
    public void wagerStated(
            long transaction,
            long order,
            long account,
            long wagerRequest,
            long game,
            Market market,
            Outcome outcome,
            int line,
            boolean maker,
            long stake,
            long win,
            int commissionPpm,
            long feeIfWon,
            long feeIfLost,
            long createdAtMillis,
            long matchedAtMillis,
            byte @Nullable [] reference,
            int referenceLength) {
        begin(referenceLength);
        wagerStated
                .wrapAndApplyHeader(buffer, body, header)
                .transaction(transaction)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .maker(Flags.of(maker))
                .stake(stake)
                .win(win)
                .commissionPpm(commissionPpm)
                .feeIfWon(feeIfWon)
                .feeIfLost(feeIfLost)
                .createdAtMillis(createdAtMillis)
                .matchedAtMillis(matchedAtMillis)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, wagerStated.market());
        end(wagerStated.limit());
    }

    @Override
    public void keyStated(
            long account,
            long keyHigh,
            long keyLow,
            long hashHigh,
            long hashLow,
            long sequence,
            long timeMillis) {
        begin(0);
        keyStated
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .keyHigh(keyHigh)
                .keyLow(keyLow)
                .hashHigh(hashHigh)
                .hashLow(hashLow)
                .sequence(sequence)
                .timeMillis(timeMillis);
        end(keyStated.limit());
    }
}
