package evens.store;

import evens.model.Ending;
import evens.model.Event.Maker;
import evens.model.Event.OrderCancelled;
import evens.model.Event.OrderDelayed;
import evens.model.Event.OrderMatched;
import evens.model.Event.OrderPlaced;
import evens.model.Event.OrderResumed;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.PastOrder;
import evens.model.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * An order that a batch of steps placed or changed. What changes is written as it is after the
 * batch, and every event carries it, so no row has to be read first. An order that waits or is
 * paused is open.
 */
final class OrderRow {
    private static final String INSERT =
            """
            insert into orders (id, account, wager_request, transaction, game, market_type,
                                subject, number, outcome, line, stake, filled, order_type, ending,
                                created_at_millis, expires_at_millis, ended_at_millis, reference)
            values (:id, :account, :wagerRequest, :transaction, :game, :marketType,
                    :subject, :number, :outcome, :line, :stake, :filled, :orderType, :ending,
                    :createdAtMillis, :expiresAtMillis, :endedAtMillis, :reference)
            """;

    private static final String UPDATE =
            """
            update orders
            set filled = :filled, ending = :ending, ended_at_millis = :endedAtMillis,
                transaction = coalesce(:transaction, transaction),
                order_type = coalesce(:orderType, order_type),
                created_at_millis = coalesce(:createdAtMillis, created_at_millis),
                expires_at_millis = coalesce(:expiresAtMillis, expires_at_millis)
            where id = :id
            """;

    private static final String REJECT =
            """
            update orders
            set ending = :ending, ended_at_millis = :endedAtMillis
            where id = :id
            """;

    private final long id;
    private final long account;
    private final long wagerRequest;
    private final long game;
    private final Market market;
    private final Outcome outcome;
    private final int line;
    private final long stake;
    private final @Nullable String reference;

    /** Whether no batch before this one had it. */
    private final boolean isNew;

    private @Nullable Birth birth;
    private @Nullable Long createdAtMillis;
    private long resting;
    private long filled;
    private @Nullable Ending ending;
    private @Nullable Long endedAtMillis;

    /** What only events tell by which an order comes, or comes again. */
    private record Birth(long transaction, OrderType type, long expiresAtMillis) {}

    /** An order that is new, or had waited. */
    OrderRow(OrderPlaced event) {
        id = event.order();
        account = event.account();
        wagerRequest = event.wagerRequest();
        game = event.game();
        market = event.market();
        outcome = event.outcome();
        line = event.line();
        stake = event.stake();
        reference = event.reference();
        isNew = event.index() != OrderPlaced.AFTER_DELAY;
        birth = new Birth(event.transaction(), event.type(), event.expiresAtMillis());
        createdAtMillis = event.createdAtMillis();
    }

    /** An order that is new, and waits. */
    OrderRow(OrderDelayed event) {
        id = event.order();
        account = event.account();
        wagerRequest = event.wagerRequest();
        game = event.game();
        market = event.market();
        outcome = event.outcome();
        line = event.line();
        stake = event.stake();
        reference = event.reference();
        isNew = true;
        birth = new Birth(event.transaction(), event.type(), event.expiresAtMillis());
        createdAtMillis = event.createdAtMillis();
    }

    /** An order that was placed before, as its return tells of it. */
    OrderRow(OrderResumed event) {
        id = event.order();
        account = event.account();
        wagerRequest = event.wagerRequest();
        game = event.game();
        market = event.market();
        outcome = event.outcome();
        line = event.line();
        stake = event.stake();
        reference = event.reference();
        isNew = false;
        birth = new Birth(event.transaction(), event.type(), event.expiresAtMillis());
        createdAtMillis = event.createdAtMillis();
    }

    /** An order that was placed before, as a match tells of it. */
    OrderRow(OrderMatched event) {
        Maker maker = event.maker();
        id = maker.order();
        account = maker.account();
        wagerRequest = maker.wagerRequest();
        game = event.game();
        market = event.market();
        outcome = event.makerOutcome();
        line = event.makerLine();
        stake = maker.offered();
        reference = maker.reference();
        isNew = false;
        createdAtMillis = maker.createdAtMillis();
    }

    /** An order that was placed before, as its end tells of it. */
    OrderRow(OrderCancelled event) {
        id = event.order();
        account = event.account();
        wagerRequest = event.wagerRequest();
        game = event.game();
        market = event.market();
        outcome = event.outcome();
        line = event.line();
        stake = event.filled() + event.released();
        reference = event.reference();
        isNew = false;
    }

    void placed(OrderPlaced event) {
        resting = event.resting();
    }

    void matchedAsTaker(long matched) {
        filled += matched;
    }

    void matchedAsMaker(long remaining, long atMillis) {
        filled = stake - remaining;
        if (remaining == 0) {
            end(Ending.FILLED, atMillis);
        }
    }

    /** What is paused has not ended. */
    void cancelled(OrderCancelled event, long atMillis) {
        filled = event.filled();
        if (event.ending() != Ending.PAUSED) {
            end(event.ending(), atMillis);
        }
    }

    void resumed(OrderResumed event) {
        filled = stake - event.resting();
        birth = new Birth(event.transaction(), event.type(), event.expiresAtMillis());
        createdAtMillis = event.createdAtMillis();
    }

    /** It had waited in vain. */
    void rejected(long atMillis) {
        end(Ending.KILLED, atMillis);
    }

    /** The step that placed it is over; what did not come to rest has ended without a word. */
    void stepIsOver(long atMillis) {
        if (resting == 0 && ending == null) {
            end(filled == stake ? Ending.FILLED : Ending.KILLED, atMillis);
        }
    }

    private void end(Ending how, long atMillis) {
        ending = how;
        endedAtMillis = atMillis;
    }

    static void write(Handle handle, Collection<OrderRow> rows) {
        List<OrderRow> fresh = new ArrayList<>();
        List<OrderRow> known = new ArrayList<>();
        for (OrderRow row : rows) {
            (row.isNew ? fresh : known).add(row);
        }
        Rows.each(handle, INSERT, fresh, OrderRow::bind);
        Rows.updateOrInsert(handle, UPDATE, INSERT, known, OrderRow::bindChange, OrderRow::bind);
    }

    /**
     * Ends orders that had waited in vain, by id, at these times; if there is no row none is made.
     */
    static void reject(Handle handle, Map<Long, Long> rejectedAtMillis) {
        Rows.each(
                handle,
                REJECT,
                List.copyOf(rejectedAtMillis.entrySet()),
                (rejected, batch) ->
                        batch.bind("id", rejected.getKey())
                                .bind("ending", Ending.KILLED.name())
                                .bind("endedAtMillis", rejected.getValue()));
    }

    private void bind(PreparedBatch batch) {
        bindChange(batch);
        batch.bind("account", account)
                .bind("wagerRequest", wagerRequest)
                .bind("game", game)
                .bind("marketType", market.type().name())
                .bind("subject", market.subject().name())
                .bind("number", market.number())
                .bind("outcome", outcome.name())
                .bind("line", line)
                .bind("stake", stake)
                .bind("reference", reference);
    }

    private void bindChange(PreparedBatch batch) {
        batch.bind("id", id)
                .bind("filled", filled)
                .bind("ending", ending == null ? null : ending.name())
                .bind("endedAtMillis", endedAtMillis)
                .bind("transaction", birth == null ? null : (Long) birth.transaction())
                .bind("orderType", birth == null ? null : birth.type().name())
                .bind("createdAtMillis", createdAtMillis)
                .bind("expiresAtMillis", birth == null ? null : (Long) birth.expiresAtMillis());
    }

    /** Null if no step told of it. */
    static @Nullable PastOrder find(Handle handle, long id) {
        return handle.createQuery(
                        """
                        select id, account, wager_request, transaction, game, market_type, subject,
                               number, outcome, line, stake, filled, order_type, ending,
                               created_at_millis, expires_at_millis, ended_at_millis, reference
                        from orders
                        where id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> pastOrder(row))
                .findOne()
                .orElse(null);
    }

    /** A missing number is read as 0. */
    private static PastOrder pastOrder(ResultSet row) throws SQLException {
        String type = row.getString("order_type");
        String ending = row.getString("ending");
        return new PastOrder(
                row.getLong("id"),
                row.getLong("account"),
                row.getLong("wager_request"),
                row.getLong("transaction"),
                row.getLong("game"),
                new Market(
                        MarketType.valueOf(row.getString("market_type")),
                        Subject.valueOf(row.getString("subject")),
                        row.getInt("number")),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("line"),
                row.getLong("stake"),
                row.getLong("filled"),
                type == null ? null : OrderType.valueOf(type),
                ending == null ? null : Ending.valueOf(ending),
                row.getLong("created_at_millis"),
                row.getLong("expires_at_millis"),
                row.getLong("ended_at_millis"),
                row.getString("reference"));
    }
}
