package evens.sim;

import evens.model.Command.Once;
import evens.model.Event;
import evens.model.Reject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys under which the twin has executed something. No seed has as many as are too many. */
final class Keys {
    private static final long DAY = 24 * 3_600_000L;

    private final Accounts accounts;
    private final List<Event.KeyStated> keys = new ArrayList<>();

    Keys(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What is answered instead of doing it, null if it is to be done; then its key is known. */
    @Nullable Event answer(Once c, long sequence, long now) {
        keys.removeIf(key -> now - key.timeMillis() >= DAY);
        if (accounts.get(c.account()) == null) {
            return new Event.Refused(Reject.ACCOUNT_NOT_FOUND);
        }
        for (Event.KeyStated key : keys) {
            if (key.account() == c.account()
                    && key.keyHigh() == c.keyHigh()
                    && key.keyLow() == c.keyLow()) {
                boolean same = key.hashHigh() == c.hashHigh() && key.hashLow() == c.hashLow();
                return same
                        ? new Event.Repeated(key.sequence())
                        : new Event.Refused(Reject.KEY_OF_ANOTHER_COMMAND);
            }
        }
        keys.add(
                new Event.KeyStated(
                        c.account(),
                        c.keyHigh(),
                        c.keyLow(),
                        c.hashHigh(),
                        c.hashLow(),
                        sequence,
                        now));
        return null;
    }

    List<Event> stated() {
        return List.copyOf(keys);
    }
}
