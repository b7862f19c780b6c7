package evens.core.book;

import evens.core.base.Due;
import evens.core.ledger.Account;
import evens.core.ledger.Position;
import evens.model.OrderState;
import evens.model.OrderType;
import evens.model.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An instruction of an account, as long as it is open. Orders are reused: one that is over becomes
 * another one with another id. Amounts are micro-dollars.
 */
public final class Order extends Due {
    private @Nullable Position position;
    private @Nullable Account account;
    private @Nullable Book book;
    private Outcome outcome = Outcome.FIRST;
    private OrderType type = OrderType.LIMIT;
    private int line;
    private long stake;
    private long filled;
    private long wagerRequest;
    private long transaction;
    private long createdAtMillis;
    private OrderState state = OrderState.RESTING;
    private @Nullable Delay delay;
    private byte @Nullable [] reference;
    private int referenceLength;

    // The queue of its level.
    @Nullable Level level;
    @Nullable Order before;
    @Nullable Order behind;

    // The chain of its account.
    @Nullable Order older;
    @Nullable Order newer;
    boolean chained;

    public Order() {
        super(0);
    }

    /** A new life for this order: everything but its id is set by {@link #describe}. */
    public void begin(long id) {
        key(id);
        this.filled = 0;
        this.state = OrderState.RESTING;
    }

    public void describe(
            Position position,
            Book book,
            Outcome outcome,
            OrderType type,
            int line,
            long stake,
            long wagerRequest,
            long transaction,
            long createdAtMillis,
            long expiresAtMillis,
            byte @Nullable [] reference,
            int referenceLength) {
        this.position = position;
        this.account = position.account();
        this.book = book;
        this.outcome = outcome;
        this.type = type;
        this.line = line;
        this.stake = stake;
        this.wagerRequest = wagerRequest;
        this.transaction = transaction;
        this.createdAtMillis = createdAtMillis;
        dueAt(expiresAtMillis);
        this.reference = reference;
        this.referenceLength = referenceLength;
    }

    /** It is over. */
    public void end() {
        this.position = null;
        this.account = null;
        this.book = null;
        this.reference = null;
        this.referenceLength = 0;
    }

    public void fill(long amount) {
        if (amount <= 0 || amount > remaining()) {
            throw new IllegalStateException(
                    "order " + id() + ": a fill of " + amount + " of " + remaining());
        }
        filled += amount;
    }

    public long id() {
        return key();
    }

    public Position position() {
        return open(position);
    }

    public Account account() {
        return open(account);
    }

    public Book book() {
        return open(book);
    }

    public Outcome outcome() {
        return outcome;
    }

    public OrderType type() {
        return type;
    }

    public int line() {
        return line;
    }

    public long stake() {
        return stake;
    }

    public long filled() {
        return filled;
    }

    public long remaining() {
        return stake - filled;
    }

    public long wagerRequest() {
        return wagerRequest;
    }

    public long transaction() {
        return transaction;
    }

    public long createdAtMillis() {
        return createdAtMillis;
    }

    public OrderState state() {
        return state;
    }

    public void become(OrderState newState) {
        state = newState;
    }

    /** What it waits for while it is delayed. */
    public Delay delay() {
        Delay own = delay;
        if (own == null) {
            own = new Delay(this);
            delay = own;
        }
        return own;
    }

    /** Whether it is in this queue. */
    boolean isIn(Level other) {
        return level == other;
    }

    /** Whether its account's chain has it: it has been open before. */
    public boolean isChained() {
        return chained;
    }

    /** 0 if it rests until the game starts. */
    public long expiresAtMillis() {
        return dueMillis();
    }

    public byte @Nullable [] reference() {
        return reference;
    }

    public int referenceLength() {
        return referenceLength;
    }

    /** The account's next open order that is younger. */
    public @Nullable Order newer() {
        return newer;
    }

    /** The next one in its level's queue. */
    public @Nullable Order behind() {
        return behind;
    }

    @Override
    protected int dueKind() {
        return 1;
    }

    private <T> T open(@Nullable T field) {
        if (field == null) {
            throw new IllegalStateException("order " + id() + " is over");
        }
        return field;
    }
}
