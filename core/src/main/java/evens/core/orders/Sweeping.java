package evens.core.orders;

import evens.core.base.Deadlines;
import evens.core.book.Order;
import evens.core.ledger.Account;
import evens.core.ledger.Fence;
import evens.core.ledger.Lease;
import evens.core.ledger.Ledger;
import evens.model.Command;
import evens.model.Ending;
import evens.model.Events;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Ends all that an account has open: because it says so, because it says nothing any more, or
 * because it is banned. Whichever it is raises the account's epoch, so that what was sent before
 * and arrives behind it is refused.
 */
public final class Sweeping {
    private final Ledger ledger;
    private final OpenOrders openOrders;
    private final Deadlines deadlines;

    /**
     * @param deadlines in which leases are
     */
    public Sweeping(Ledger ledger, OpenOrders openOrders, Deadlines deadlines) {
        this.ledger = ledger;
        this.openOrders = openOrders;
        this.deadlines = deadlines;
    }

    /** {@link Command.CancelAllOrders}. */
    public void cancelAll(long accountId, boolean latch, long connection, Events events) {
        Account account = ledger.account(accountId);
        if (account == null) {
            return;
        }
        if (latch) {
            account.fence().latch(true);
        }
        sweep(account, Ending.USER, connection, events);
    }

    public void ban(long accountId, Events events) {
        Account account = ledger.account(accountId);
        if (account != null) {
            sweep(account, Ending.BAN, Command.Stamp.NO_CONNECTION, events);
        }
    }

    /** Every open order of the account, oldest first. */
    private void sweep(Account account, Ending ending, long connection, Events events) {
        Order order = openOrders.oldestOf(account);
        while (order != null) {
            openOrders.cancel(order, ending, events);
            order = openOrders.oldestOf(account);
        }
        raise(account, connection, events);
    }

    static void raise(Account account, long connection, Events events) {
        Fence fence = account.fence();
        fence.raise(connection);
        events.epochRaised(
                account.id(),
                fence.epoch(),
                fence.connection(),
                fence.epochByOthers(),
                fence.isLatched());
    }

    public void release(Command.ReleaseLatch command, Events events) {
        Account account = known(command.account(), events);
        if (account == null) {
            return;
        }
        if (account.fence().isLatched()) {
            account.fence().latch(false);
            events.latchReleased(account.id());
        } else {
            events.unchanged();
        }
    }

    public void renew(Command.RenewLease command, long timeMillis, Events events) {
        Account account = known(command.account(), events);
        if (account == null) {
            return;
        }
        long millis = command.millis();
        if (millis < 1 || millis > Command.RenewLease.MAX_MILLIS) {
            events.refused(Reject.LEASE_OUT_OF_RANGE);
            return;
        }
        deadlines.remove(account.lease());
        deadlines.add(account.lease(), timeMillis + millis);
        events.leaseRenewed(account.id(), millis, timeMillis + millis);
    }

    public void drop(Command.DropLease command, Events events) {
        Account account = known(command.account(), events);
        if (account == null) {
            return;
        }
        if (account.lease().isWaiting()) {
            deadlines.remove(account.lease());
            events.leaseDropped(account.id());
        } else {
            events.unchanged();
        }
    }

    /** A lease was not renewed in time. */
    public void lapse(Lease lease, Events events) {
        Account account = lease.account();
        events.leaseExpired(account.id());
        sweep(account, Ending.LEASE, Command.Stamp.NO_CONNECTION, events);
    }

    private @Nullable Account known(long id, Events events) {
        Account account = ledger.account(id);
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
        }
        return account;
    }
}
