package evens.cluster.codec;

import evens.cluster.sbe.AccountChangedEncoder;
import evens.cluster.sbe.AccountOpenedEncoder;
import evens.cluster.sbe.AccountStatedEncoder;
import evens.cluster.sbe.AdjustedEncoder;
import evens.cluster.sbe.CancelRefusedEncoder;
import evens.cluster.sbe.ClosedOrderStatedEncoder;
import evens.cluster.sbe.DepositedEncoder;
import evens.cluster.sbe.ExchangeResumedEncoder;
import evens.cluster.sbe.ExchangeStatedEncoder;
import evens.cluster.sbe.ExchangeSuspendedEncoder;
import evens.cluster.sbe.GameChangedEncoder;
import evens.cluster.sbe.GameCreatedEncoder;
import evens.cluster.sbe.GameStateChangedEncoder;
import evens.cluster.sbe.HashesToldEncoder;
import evens.cluster.sbe.LeagueChangedEncoder;
import evens.cluster.sbe.LeagueCreatedEncoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.OrderCancelledEncoder;
import evens.cluster.sbe.OrderMatchedEncoder;
import evens.cluster.sbe.OrderPlacedEncoder;
import evens.cluster.sbe.OrderRejectedEncoder;
import evens.cluster.sbe.OrderStatedEncoder;
import evens.cluster.sbe.PositionStatedEncoder;
import evens.cluster.sbe.RefusedEncoder;
import evens.cluster.sbe.UnchangedEncoder;
import evens.cluster.sbe.WagerStatedEncoder;
import evens.cluster.sbe.WithdrawnEncoder;
import evens.model.Ending;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Reject;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as the feed and the snapshots keep them: one after the other, each behind its
 * length, which is four bytes. Once the buffer has grown to what a step needs, nothing is
 * allocated. One thread.
 *
 * <p>Each event is folded into a hash as it is written, see {@link #hash}.
 */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
public final class EventPublisher implements Events {
    /** Bytes before each event: the length of what follows. */
    public static final int PREFIX = Integer.BYTES;

    /** More than the fixed part of any event, with headers and the lengths of its texts. */
    private static final int FIXED = 512;

    private final int frameLength;
    private final @Nullable Frames frames;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AccountOpenedEncoder accountOpened = new AccountOpenedEncoder();
    private final DepositedEncoder deposited = new DepositedEncoder();
    private final WithdrawnEncoder withdrawn = new WithdrawnEncoder();
    private final AdjustedEncoder adjusted = new AdjustedEncoder();
    private final AccountChangedEncoder accountChanged = new AccountChangedEncoder();
    private final LeagueCreatedEncoder leagueCreated = new LeagueCreatedEncoder();
    private final LeagueChangedEncoder leagueChanged = new LeagueChangedEncoder();
    private final GameCreatedEncoder gameCreated = new GameCreatedEncoder();
    private final GameChangedEncoder gameChanged = new GameChangedEncoder();
    private final GameStateChangedEncoder gameStateChanged = new GameStateChangedEncoder();
    private final ExchangeSuspendedEncoder exchangeSuspended = new ExchangeSuspendedEncoder();
    private final ExchangeResumedEncoder exchangeResumed = new ExchangeResumedEncoder();
    private final OrderPlacedEncoder orderPlaced = new OrderPlacedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final OrderMatchedEncoder orderMatched = new OrderMatchedEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final CancelRefusedEncoder cancelRefused = new CancelRefusedEncoder();
    private final UnchangedEncoder unchanged = new UnchangedEncoder();
    private final RefusedEncoder refused = new RefusedEncoder();
    private final HashesToldEncoder hashesTold = new HashesToldEncoder();
    private final ExchangeStatedEncoder exchangeStated = new ExchangeStatedEncoder();
    private final AccountStatedEncoder accountStated = new AccountStatedEncoder();
    private final PositionStatedEncoder positionStated = new PositionStatedEncoder();
    private final OrderStatedEncoder orderStated = new OrderStatedEncoder();
    private final ClosedOrderStatedEncoder closedOrderStated = new ClosedOrderStatedEncoder();
    private final WagerStatedEncoder wagerStated = new WagerStatedEncoder();
    private final TermsWriter termsWriter = new TermsWriter();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[8192]);
    private int length;
    private int body;
    private long hash = Fold.NOTHING;
    private long count;

    /** A buffer that holds all that is written until {@link #clear}. */
    public EventPublisher() {
        this.frameLength = Integer.MAX_VALUE;
        this.frames = null;
    }

    /** A buffer that is handed on and begun anew whenever it has reached a length. */
    public EventPublisher(int frameLength, Frames frames) {
        this.frameLength = frameLength;
        this.frames = frames;
    }

    /** Where full frames go. */
    public interface Frames {
        /** The bytes are written over afterwards. */
        void frame(DirectBuffer buffer, int offset, int length);
    }

    public DirectBuffer buffer() {
        return buffer;
    }

    /** Bytes in the buffer, from index 0. */
    public int length() {
        return length;
    }

    /** Events written since the beginning; {@link #clear} does not change it. */
    public long count() {
        return count;
    }

    /** The hash of all events written since the beginning; {@link #clear} does not change it. */
    public long hash() {
        return hash;
    }

    /** Goes on from a hash that was told before. */
    public void hash(long before) {
        hash = before;
    }

    /** Begins the buffer anew. */
    public void clear() {
        length = 0;
    }

    /** Hands on what has not been handed on. */
    public void flush() {
        if (frames != null && length > 0) {
            frames.frame(buffer, 0, length);
            length = 0;
        }
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
            boolean forced) {
        begin(0);
        accountChanged
                .wrapAndApplyHeader(buffer, body, header)
                .account(account)
                .creditLimit(creditLimit)
                .maxLiability(maxLiability)
                .commissionPpm(commissionPpm)
                .banned(Flags.of(banned))
                .forced(Flags.of(forced));
        end(accountChanged.limit());
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

    @Override
    public void orderPlaced(
            int index,
            long order,
            long account,
            long wagerRequest,
            long transaction,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long stake,
            long resting,
            OrderType type,
            long createdAtMillis,
            long expiresAtMillis,
            long message,
            byte @Nullable [] reference,
            int referenceLength) {
        begin(referenceLength);
        orderPlaced
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .transaction(transaction)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .stake(stake)
                .resting(resting)
                .orderType((short) type.ordinal())
                .createdAtMillis(createdAtMillis)
                .expiresAtMillis(expiresAtMillis)
                .message(message)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderPlaced.market());
        end(orderPlaced.limit());
    }

    @Override
    public void orderRejected(int index, long account, Reject reject) {
        begin(0);
        orderRejected
                .wrapAndApplyHeader(buffer, body, header)
                .index(index)
                .account(account)
                .reject((short) reject.ordinal());
        end(orderRejected.limit());
    }

    @Override
    public void orderMatched(
            long transaction,
            long game,
            Market market,
            Outcome makerOutcome,
            int makerLine,
            long makerOrder,
            long makerAccount,
            long makerWagerRequest,
            long makerOffered,
            long makerStake,
            long makerRemaining,
            long makerGameLiability,
            long makerLiability,
            long makerMessage,
            long makerCreatedAtMillis,
            byte @Nullable [] makerReference,
            int makerReferenceLength,
            long takerOrder,
            long takerAccount,
            long takerWagerRequest,
            long takerStake,
            long takerFeeIfWon,
            long takerFeeIfLost,
            long takerGameLiability,
            long takerLiability,
            long takerMessage,
            byte @Nullable [] takerReference,
            int takerReferenceLength) {
        begin(makerReferenceLength + takerReferenceLength);
        orderMatched
                .wrapAndApplyHeader(buffer, body, header)
                .transaction(transaction)
                .game(game)
                .makerOutcome((short) makerOutcome.ordinal())
                .makerLine(makerLine)
                .makerOrder(makerOrder)
                .makerAccount(makerAccount)
                .makerWagerRequest(makerWagerRequest)
                .makerOffered(makerOffered)
                .makerStake(makerStake)
                .makerRemaining(makerRemaining)
                .makerGameLiability(makerGameLiability)
                .makerLiability(makerLiability)
                .makerMessage(makerMessage)
                .makerCreatedAtMillis(makerCreatedAtMillis)
                .hasMakerReference(Flags.of(makerReference != null))
                .takerOrder(takerOrder)
                .takerAccount(takerAccount)
                .takerWagerRequest(takerWagerRequest)
                .takerStake(takerStake)
                .takerFeeIfWon(takerFeeIfWon)
                .takerFeeIfLost(takerFeeIfLost)
                .takerGameLiability(takerGameLiability)
                .takerLiability(takerLiability)
                .takerMessage(takerMessage)
                .hasTakerReference(Flags.of(takerReference != null))
                .putMakerReference(Flags.orNone(makerReference), 0, makerReferenceLength)
                .putTakerReference(Flags.orNone(takerReference), 0, takerReferenceLength);
        Markets.write(market, orderMatched.market());
        end(orderMatched.limit());
    }

    @Override
    public void orderCancelled(
            long order,
            long account,
            long wagerRequest,
            long game,
            Market market,
            Outcome outcome,
            int line,
            long filled,
            long released,
            Ending ending,
            long message,
            byte @Nullable [] reference,
            int referenceLength) {
        begin(referenceLength);
        orderCancelled
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .account(account)
                .wagerRequest(wagerRequest)
                .game(game)
                .outcome((short) outcome.ordinal())
                .line(line)
                .filled(filled)
                .released(released)
                .ending((short) ending.ordinal())
                .message(message)
                .hasReference(Flags.of(reference != null))
                .putReference(Flags.orNone(reference), 0, referenceLength);
        Markets.write(market, orderCancelled.market());
        end(orderCancelled.limit());
    }

    @Override
    public void cancelRefused(long order, Reject reject) {
        begin(0);
        cancelRefused
                .wrapAndApplyHeader(buffer, body, header)
                .order(order)
                .reject((short) reject.ordinal());
        end(cancelRefused.limit());
    }

    @Override
    public void unchanged() {
        begin(0);
        unchanged.wrapAndApplyHeader(buffer, body, header);
        end(unchanged.limit());
    }

    @Override
    public void refused(Reject reject) {
        begin(0);
        refused.wrapAndApplyHeader(buffer, body, header).reject((short) reject.ordinal());
        end(refused.limit());
    }

    @Override
    public void hashesTold(long stateHash, long stepHash) {
        begin(0);
        hashesTold.wrapAndApplyHeader(buffer, body, header).stateHash(stateHash).stepHash(stepHash);
        end(hashesTold.limit());
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
            long messages) {
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
                .messages(messages);
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

    private static int room(String text) {
        return text.length() * 3;
    }

    private void begin(int texts) {
        int needed = length + FIXED + texts;
        if (needed > buffer.capacity()) {
            byte[] more = new byte[Math.max(needed, buffer.capacity() * 2)];
            buffer.getBytes(0, more, 0, length);
            buffer.wrap(more);
        }
        body = length + PREFIX;
    }

    private void end(int limit) {
        buffer.putInt(length, limit - body, ByteOrder.LITTLE_ENDIAN);
        hash = Fold.bytes(hash, buffer, body, limit - body);
        length = limit;
        count++;
        if (length >= frameLength) {
            flush();
        }
    }
}
