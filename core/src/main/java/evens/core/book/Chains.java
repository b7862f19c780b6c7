package evens.core.book;

import evens.core.ledger.Account;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of each account, oldest first, linked through the orders themselves: what an
 * account has open is found without looking at what others have.
 */
public final class Chains {
    private @Nullable Order[] oldest = new Order[1_024];
    private @Nullable Order[] newest = new Order[1_024];

    /** The account's oldest open order. */
    public @Nullable Order oldest(Account account) {
        return account.index() < oldest.length ? oldest[account.index()] : null;
    }

    public void append(Order order) {
        int account = order.account().index();
        if (account >= oldest.length) {
            grow(account);
        }
        Order last = newest[account];
        order.older = last;
        order.newer = null;
        if (last == null) {
            oldest[account] = order;
        } else {
            last.newer = order;
        }
        newest[account] = order;
        order.chained = true;
    }

    /** Takes an order out of the chain of its account, which it must be in. */
    public void remove(Order order) {
        int account = order.account().index();
        order.chained = false;
        if (order.older == null) {
            oldest[account] = order.newer;
        } else {
            order.older.newer = order.newer;
        }
        if (order.newer == null) {
            newest[account] = order.older;
        } else {
            order.newer.older = order.older;
        }
    }

    private void grow(int account) {
        int size = Integer.highestOneBit(account) * 2;
        oldest = Arrays.copyOf(oldest, size);
        newest = Arrays.copyOf(newest, size);
    }
}
