package evens.core.keys;

import evens.core.base.LongMap;
import evens.core.ledger.Account;
import evens.core.ledger.Ledger;
import evens.model.Command.Once;
import evens.model.Event;
import evens.model.Events;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * What was executed under which idempotency key, so that it is executed once however often it is
 * sent. A key is forgotten when it is {@link Once#REMEMBERED_MILLIS} old.
 */
public final class Keys {
    private final Ledger ledger;
    private final int mostOfAnAccount;
    private final int most;
    private final LongMap<Key> byNumber = new LongMap<>();
    private @Nullable Key oldest;
    private @Nullable Key newest;
    private int size;

    /**
     * @param mostOfAnAccount how many keys of an account are remembered
     * @param most how many keys are remembered
     */
    public Keys(Ledger ledger, int mostOfAnAccount, int most) {
        this.ledger = ledger;
        this.mostOfAnAccount = mostOfAnAccount;
        this.most = most;
    }

    /**
     * Whether the command under this key is to be executed now. If not, the answer is there
     * already.
     *
     * @param refusable whether the command may be refused for want of room; otherwise it is
     *     executed without being remembered
     * @param sequence of the step that may execute it
     */
    public boolean isFirst(
            long accountId,
            long high,
            long low,
            long hashHigh,
            long hashLow,
            boolean refusable,
            long sequence,
            long timeMillis,
            Events events) {
        forget(timeMillis);
        Account account = ledger.account(accountId);
        if (account == null) {
            events.refused(Reject.ACCOUNT_NOT_FOUND);
            return false;
        }
        Key known = find(account, high, low);
        if (known != null) {
            if (known.hashHigh == hashHigh && known.hashLow == hashLow) {
                events.repeated(known.sequence);
            } else {
                events.refused(Reject.KEY_OF_ANOTHER_COMMAND);
            }
            return false;
        }
        if (account.keys() < mostOfAnAccount && size < most) {
            add(new Key(account, high, low, hashHigh, hashLow, sequence, timeMillis));
            return true;
        }
        if (refusable) {
            events.refused(Reject.TOO_MANY_KEYS);
        }
        return !refusable;
    }

    private @Nullable Key find(Account account, long high, long low) {
        Key key = byNumber.get(Key.number(high));
        while (key != null && !key.is(account, high, low)) {
            key = key.sameNumber;
        }
        return key;
    }

    private void add(Key key) {
        key.sameNumber = byNumber.get(key.key());
        byNumber.put(key);
        if (newest == null) {
            oldest = key;
        } else {
            newest.newer = key;
        }
        newest = key;
        size++;
        key.account.addKeys(1);
    }

    private void forget(long timeMillis) {
        Key key = oldest;
        while (key != null && timeMillis - key.timeMillis >= Once.REMEMBERED_MILLIS) {
            remove(key);
            key = key.newer;
        }
        oldest = key;
        if (key == null) {
            newest = null;
        }
    }

    private void remove(Key key) {
        Key first = byNumber.get(key.key());
        if (first == key) {
            byNumber.remove(key.key());
            if (key.sameNumber != null) {
                byNumber.put(key.sameNumber);
            }
        } else {
            Key before = first;
            while (before != null && before.sameNumber != key) {
                before = before.sameNumber;
            }
            if (before != null) {
                before.sameNumber = key.sameNumber;
            }
        }
        size--;
        key.account.addKeys(-1);
    }

    public void tell(Events events) {
        for (Key key = oldest; key != null; key = key.newer) {
            events.keyStated(
                    key.account.id(),
                    key.high,
                    key.low,
                    key.hashHigh,
                    key.hashLow,
                    key.sequence,
                    key.timeMillis);
        }
    }

    public void hear(Event.KeyStated told) {
        Account account = ledger.account(told.account());
        if (account == null) {
            throw new IllegalStateException("account " + told.account() + " was not told");
        }
        add(
                new Key(
                        account,
                        told.keyHigh(),
                        told.keyLow(),
                        told.hashHigh(),
                        told.hashLow(),
                        told.sequence(),
                        told.timeMillis()));
    }
}
