package evens.store;

import evens.model.Identity.Bearer;
import evens.model.Identity.NamedToken;
import evens.model.Identity.NewNamedToken;
import evens.model.Identity.Person;
import evens.model.Identity.TokenTerms;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tokens: written to the database, then accepted from memory. What writes takes turns on the SQL
 * thread, so of two that meet the second finds done what the first did.
 */
final class Tokens {
    /** How long a token is good before it is due. */
    static final Duration LIFE = Duration.ofDays(30);

    /** How long a due token can be exchanged. */
    static final Duration DUE = Duration.ofDays(30);

    /** How long a token lives on that was exchanged: requests with it may be under way. */
    static final Duration OVERLAP = Duration.ofSeconds(60);

    /** How long the row of a token that has ended stays, should the clock have been wrong. */
    static final Duration MEMORY = Duration.ofDays(30);

    /** Tokens of logins of one account, and as many named ones; beyond it the oldest goes. */
    static final int PER_ACCOUNT = 1_000;

    private final LiveTokens live = new LiveTokens();
    private final Database database;
    private final SqlThread sqlThread;
    private final SecureRandom random;
    private final Clock clock;

    Tokens(Database database, SqlThread sqlThread, SecureRandom random, Clock clock) {
        this.database = database;
        this.sqlThread = sqlThread;
        this.random = random;
        this.clock = clock;
    }

    /** Accepts what the database has. */
    void load() {
        database.run(sql -> TokenRow.live(sql, clock.millis())).forEach(live::add);
    }

    /** Whose token this is; null if it is nobody's or has ended. On any thread. */
    @Nullable Bearer bearer(String token) {
        TokenHash hash = TokenHash.of(token);
        return hash == null ? null : live.bearer(hash, clock.millis());
    }

    /** Makes a token as a login does. On the SQL thread. */
    String make(Person person) {
        return make(person, null);
    }

    /** Exchanges a due token; null if there is nothing to exchange. On the SQL thread. */
    @Nullable String rotate(String token) {
        Bearer bearer = bearer(token);
        return bearer == null || !bearer.isDue()
                ? null
                : make(bearer.person(), TokenHash.ofOurs(token));
    }

    /** Writes a new token, and lets go those that are too many or too old. */
    private String make(Person person, @Nullable TokenHash rotated) {
        long now = clock.millis();
        long endOfRotated = now + OVERLAP.toMillis();
        String token = TokenHash.newToken(random);
        List<TokenHash> gone = new ArrayList<>();
        TokenRow row =
                database.write(sql -> {
                    TokenRow inserted = insert(sql, token, person, now);
                    if (rotated != null) {
                        TokenRow.endAt(sql, rotated, endOfRotated);
                    }
                    gone.addAll(TokenRow.beyond(sql, person.account(), PER_ACCOUNT));
                    forget(sql, now, gone);
                    return inserted;
                });
        if (rotated != null) {
            live.endAt(rotated, endOfRotated);
        }
        live.remove(gone);
        live.add(row);
        return token;
    }

    private static TokenRow insert(Handle sql, String token, Person person, long now) {
        long due = now + LIFE.toMillis();
        return TokenRow.insert(sql, TokenHash.ofOurs(token), person, due, due + DUE.toMillis());
    }

    private static void forget(Handle sql, long now, List<TokenHash> gone) {
        gone.addAll(TokenRow.endedBefore(sql, now - MEMORY.toMillis()));
        gone.forEach(hash -> TokenRow.delete(sql, hash));
    }

    /** Sets another password, with one new token in place of all there are. On the SQL thread. */
    String changePassword(Person person, String newHash) {
        long now = clock.millis();
        String token = TokenHash.newToken(random);
        List<TokenHash> gone = new ArrayList<>();
        TokenRow row =
                database.write(sql -> {
                    PersonRow.changePassword(sql, person.account(), newHash);
                    gone.addAll(TokenRow.deleteAll(sql, person.account()));
                    return insert(sql, token, person, now);
                });
        live.remove(gone);
        live.add(row);
        return token;
    }

    /** Makes a named token for whoever owns the other; null if that has ended. */
    CompletionStage<@Nullable NewNamedToken> name(String by, TokenTerms terms) {
        return sqlThread.<@Nullable NewNamedToken>ask(() -> {
            Bearer bearer = bearer(by);
            return bearer == null ? null : name(bearer.person(), terms);
        });
    }

    private NewNamedToken name(Person owner, TokenTerms terms) {
        long now = clock.millis();
        String token = TokenHash.newToken(random);
        TokenHash hash = TokenHash.ofOurs(token);
        Long life = terms.lifeMillis();
        long ends = life == null ? NamedTokenRow.NEVER : Math.addExact(now, life);
        String lastFour = token.substring(token.length() - 4);
        List<TokenHash> gone = new ArrayList<>();
        NamedTokenRow row =
                database.write(sql -> {
                    TokenRow inserted = TokenRow.insert(sql, hash, owner, ends, ends);
                    NamedTokenRow named =
                            NamedTokenRow.name(
                                    sql, inserted, terms.name(), terms.scopes(), now, lastFour);
                    gone.addAll(NamedTokenRow.beyond(sql, owner.account(), PER_ACCOUNT));
                    forget(sql, now, gone);
                    return named;
                });
        live.remove(gone);
        live.add(row.token());
        return new NewNamedToken(row.named(), token);
    }

    CompletionStage<List<NamedToken>> named(long account) {
        return sqlThread.ask(
                () -> database.run(sql -> NamedTokenRow.live(sql, account, clock.millis())));
    }

    CompletionStage<Boolean> revoke(long account, long number) {
        return sqlThread.ask(() -> {
            List<TokenHash> gone =
                    database.write(
                            sql -> NamedTokenRow.delete(sql, account, number, clock.millis()));
            live.remove(gone);
            return !gone.isEmpty();
        });
    }

    /** At once for everybody who asks here, and on disk when the stage completes. */
    CompletionStage<Void> logout(String token) {
        TokenHash hash = TokenHash.of(token);
        if (hash == null || !live.end(hash)) {
            return CompletableFuture.<Void>completedFuture(null);
        }
        return sqlThread.<@Nullable Void>ask(() -> {
            database.write(sql -> delete(sql, hash));
            live.remove(List.of(hash));
            return null;
        });
    }

    private static boolean delete(Handle sql, TokenHash hash) {
        TokenRow.delete(sql, hash);
        return true;
    }

    /** As {@link #logout}; a token of a login that was under way ends too. */
    CompletionStage<Void> endAll(long account) {
        live.endAll(account);
        return sqlThread.<@Nullable Void>ask(() -> {
            live.endAll(account);
            live.remove(database.write(sql -> TokenRow.deleteAll(sql, account)));
            return null;
        });
    }
}
