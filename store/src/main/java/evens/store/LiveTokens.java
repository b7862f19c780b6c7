package evens.store;

import evens.model.Identity.Bearer;
import evens.model.Identity.Scope;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that are accepted, in memory, so that trading goes on when the database does not. An
 * ended token stays here, refused, until the database has forgotten it: whoever was told that a
 * logout failed can try it again.
 */
final class LiveTokens {
    private final Map<TokenHash, Live> tokens = new ConcurrentHashMap<>();

    /** Accepts it from now on; the database has it. */
    void add(TokenRow row) {
        tokens.put(row.hash(), new Live(row));
    }

    /** Whose token this is; null if it is nobody's or has ended. */
    @Nullable Bearer bearer(TokenHash hash, long nowMillis) {
        Live live = tokens.get(hash);
        return live == null ? null : live.bearer(nowMillis);
    }

    /** Refuses it from now on; false if nothing is known of it. */
    boolean end(TokenHash hash) {
        Live live = tokens.get(hash);
        if (live == null) {
            return false;
        }
        live.ended = true;
        return true;
    }

    /** Refuses every token of the account from now on. Looks at all there are: it is rare. */
    void endAll(long account) {
        for (Live live : tokens.values()) {
            if (live.fresh.person().account() == account) {
                live.ended = true;
            }
        }
    }

    /** It was exchanged: accepted until then, unless it has ended, and not due again. */
    void endAt(TokenHash hash, long millis) {
        Live live = tokens.get(hash);
        if (live != null) {
            live.endsAtMillis = millis;
            live.dueAtMillis = millis;
        }
    }

    /** The database has forgotten them. */
    void remove(Collection<TokenHash> hashes) {
        hashes.forEach(tokens::remove);
    }

    /** One token, and the two answers about it, made once. */
    private static final class Live {
        final Bearer fresh;
        final Bearer due;
        private volatile boolean ended;
        private volatile long dueAtMillis;
        private volatile long endsAtMillis;

        Live(TokenRow row) {
            Set<Scope> scopes = row.scopes();
            if (scopes == null) {
                fresh = Bearer.ofLogin(row.owner(), false);
                due = Bearer.ofLogin(row.owner(), true);
            } else {
                fresh = new Bearer(row.owner(), false, true, scopes);
                due = fresh;
            }
            dueAtMillis = row.dueAtMillis();
            endsAtMillis = row.endsAtMillis();
        }

        @Nullable Bearer bearer(long nowMillis) {
            if (ended || endsAtMillis <= nowMillis) {
                return null;
            }
            return dueAtMillis <= nowMillis ? due : fresh;
        }
    }
}
