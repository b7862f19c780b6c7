package evens.store;

import evens.model.Identity.Person;
import java.util.Collection;
import java.util.Map;
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

    /** Whose token this is; null if it is nobody's, has ended or has expired. */
    @Nullable Person owner(TokenHash hash, long nowMillis) {
        Live live = tokens.get(hash);
        if (live == null || live.ended || live.row.expiresAtMillis() <= nowMillis) {
            return null;
        }
        return live.row.owner();
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

    /** The database has forgotten them. */
    void remove(Collection<TokenHash> hashes) {
        hashes.forEach(tokens::remove);
    }

    private static final class Live {
        final TokenRow row;
        volatile boolean ended;

        Live(TokenRow row) {
            this.row = row;
        }
    }
}
