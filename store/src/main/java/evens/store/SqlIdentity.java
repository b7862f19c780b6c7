package evens.store;

import evens.model.Identity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Identity in an SQL database, embedded in this process. Every write is on disk before its stage
 * completes. A login goes from the password thread, which waits for the database and computes the
 * hash, to the SQL thread, which writes the token; its caller waits for nothing.
 */
public final class SqlIdentity implements Identity, AutoCloseable {
    /** How long a token is good before it is due. */
    static final Duration TOKEN_LIFE = Duration.ofDays(30);

    /** How long a due token can be exchanged. */
    static final Duration TOKEN_DUE = Duration.ofDays(30);

    /** How long a token lives on that was exchanged: requests with it may be under way. */
    static final Duration TOKEN_OVERLAP = Duration.ofSeconds(60);

    /** How long the row of a token that has ended stays, should the clock have been wrong. */
    static final Duration TOKEN_MEMORY = Duration.ofDays(30);

    /** Live tokens of one account; beyond it the oldest goes. */
    static final int TOKENS_PER_ACCOUNT = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final SqlThread sqlThread = new SqlThread(DatabaseKind.IDENTITY, Unavailable::new);
    private final LiveTokens liveTokens = new LiveTokens();
    private final Database database;
    private final PasswordThread passwordThread;
    private final Passwords passwords;
    private final Clock clock;
    private final byte[] cookieSecret;
    private volatile boolean closed;

    private SqlIdentity(
            Database database,
            PasswordThread passwordThread,
            PasswordCost cost,
            Clock clock,
            byte[] cookieSecret) {
        this.database = database;
        this.passwordThread = passwordThread;
        this.passwords = new Passwords(cost, random);
        this.clock = clock;
        this.cookieSecret = cookieSecret;
    }

    /**
     * Opens the identities of this folder, or makes them for this exchange.
     *
     * @param folder made if it is missing
     * @param exchangeId the id that the log carries; any number
     * @param cost of the hashes of new passwords
     * @throws CannotOpenDatabase with a sentence for the operator: the file is damaged, in use, of
     *     a newer version or of another exchange
     */
    public static SqlIdentity open(Path folder, long exchangeId, PasswordCost cost) {
        return open(folder, exchangeId, cost, Clock.systemUTC());
    }

    /** As {@link #open(Path, long, PasswordCost)}, with the clock that tokens live by. */
    public static SqlIdentity open(Path folder, long exchangeId, PasswordCost cost, Clock clock) {
        return open(folder, exchangeId, cost, clock, new PasswordThread());
    }

    static SqlIdentity open(
            Path folder,
            long exchangeId,
            PasswordCost cost,
            Clock clock,
            PasswordThread passwordThread) {
        Path file = DatabaseKind.IDENTITY.file(folder);
        Database database = null;
        try {
            database = Database.open(DatabaseKind.IDENTITY, folder);
            Settings settings =
                    database.write(sql -> Settings.readOrMake(sql, exchangeId, new SecureRandom()));
            if (settings.exchangeId() != exchangeId) {
                throw Database.anotherExchange(
                        DatabaseKind.IDENTITY, file, settings.exchangeId(), exchangeId);
            }
            SqlIdentity identity =
                    new SqlIdentity(
                            database,
                            passwordThread,
                            cost,
                            clock,
                            HexFormat.of().parseHex(settings.cookieSecret()));
            database.run(sql -> TokenRow.live(sql, clock.millis()))
                    .forEach(identity.liveTokens::add);
            return identity;
        } catch (RuntimeException e) {
            passwordThread.close();
            if (database != null) {
                database.close();
            }
            throw Database.refusal(DatabaseKind.IDENTITY, file, e);
        }
    }

    @Override
    public CompletionStage<LoginResult> login(String username, String password) {
        CompletableFuture<LoginResult> answer = new CompletableFuture<>();
        if (closed) {
            answer.completeExceptionally(closing());
        } else if (!passwordThread.login(() -> checkPassword(username, password, answer))) {
            answer.complete(new LoginResult.Busy());
        }
        return answer;
    }

    /** On the password thread. */
    private void checkPassword(
            String username, String password, CompletableFuture<LoginResult> answer) {
        @Nullable PersonRow known;
        try {
            known = loginOwner(username, password);
        } catch (Throwable e) {
            answer.completeExceptionally(sqlThread.unavailable(unwrapped(e)));
            return;
        }
        if (known == null) {
            answer.complete(new LoginResult.Denied());
            return;
        }
        Person person = known.person();
        String token = TokenHash.newToken(random);
        sqlThread.ask(
                () -> {
                    accept(person, token, null);
                    return new LoginResult.LoggedIn(person, token);
                },
                answer);
    }

    /** Who may log in with these; the same work is done whether or not there is such a name. */
    private @Nullable PersonRow loginOwner(String username, String password) {
        checkOpen();
        PersonRow known =
                sqlThread
                        .<@Nullable PersonRow>ask(() ->
                                database.<@Nullable PersonRow>run(
                                        sql -> PersonRow.byLoginName(sql, username)))
                        .join();
        String hash = known == null ? passwords.nobody() : known.passwordHash();
        boolean matches = Passwords.matches(password, hash);
        return known != null && known.active() && matches ? known : null;
    }

    /**
     * Writes a new token, and lets go those that are too many or too old. On the SQL thread.
     *
     * @param rotated the one that it takes the place of; null if a login made it
     */
    private void accept(Person person, String token, @Nullable TokenHash rotated) {
        long now = clock.millis();
        long endOfRotated = now + TOKEN_OVERLAP.toMillis();
        List<TokenHash> gone = new ArrayList<>();
        TokenRow row =
                database.write(sql -> {
                    long due = now + TOKEN_LIFE.toMillis();
                    TokenRow inserted =
                            TokenRow.insert(
                                    sql, hash(token), person, due, due + TOKEN_DUE.toMillis());
                    if (rotated != null) {
                        TokenRow.endAt(sql, rotated, endOfRotated);
                    }
                    gone.addAll(TokenRow.beyond(sql, person.account(), TOKENS_PER_ACCOUNT));
                    gone.addAll(TokenRow.endedBefore(sql, now - TOKEN_MEMORY.toMillis()));
                    gone.forEach(hash -> TokenRow.delete(sql, hash));
                    return inserted;
                });
        if (rotated != null) {
            liveTokens.endAt(rotated, endOfRotated);
        }
        liveTokens.remove(gone);
        liveTokens.add(row);
    }

    private static TokenHash hash(String token) {
        TokenHash hash = TokenHash.of(token);
        if (hash == null) {
            throw new IllegalStateException("a token of our own is malformed");
        }
        return hash;
    }

    @Override
    public @Nullable Bearer bearer(String token) {
        TokenHash hash = TokenHash.of(token);
        return hash == null ? null : liveTokens.bearer(hash, clock.millis());
    }

    /** Rotations take turns on the SQL thread, so of two that meet the second finds it done. */
    @Override
    public CompletionStage<@Nullable String> rotate(String token) {
        TokenHash hash = TokenHash.of(token);
        return sqlThread.<@Nullable String>ask(() -> {
            Bearer bearer = hash == null ? null : liveTokens.bearer(hash, clock.millis());
            if (bearer == null || !bearer.isDue()) {
                return null;
            }
            String next = TokenHash.newToken(random);
            accept(bearer.person(), next, hash);
            return next;
        });
    }

    /** At once for everybody who asks here, and on disk when the stage completes. */
    @Override
    public CompletionStage<Void> logout(String token) {
        TokenHash hash = TokenHash.of(token);
        if (hash == null || !liveTokens.end(hash)) {
            return CompletableFuture.<Void>completedFuture(null);
        }
        return sqlThread.<@Nullable Void>ask(() -> {
            database.write(sql -> delete(sql, hash));
            liveTokens.remove(List.of(hash));
            return null;
        });
    }

    /** As {@link #logout}; a token of a login that was under way ends too. */
    @Override
    public CompletionStage<Void> endAllTokens(long account) {
        liveTokens.endAll(account);
        return sqlThread.<@Nullable Void>ask(() -> {
            liveTokens.endAll(account);
            liveTokens.remove(database.write(sql -> TokenRow.deleteAll(sql, account)));
            return null;
        });
    }

    private static boolean delete(Handle sql, TokenHash hash) {
        TokenRow.delete(sql, hash);
        return true;
    }

    @Override
    public CompletionStage<@Nullable Pending> create(NewPerson newPerson, Terms terms) {
        CompletableFuture<@Nullable Pending> answer = new CompletableFuture<>();
        if (closed || !passwordThread.signup(() -> hashPassword(newPerson, terms, answer))) {
            answer.completeExceptionally(closing());
        }
        return answer;
    }

    /** On the password thread. */
    private void hashPassword(
            NewPerson newPerson, Terms terms, CompletableFuture<@Nullable Pending> answer) {
        String passwordHash;
        try {
            checkOpen();
            passwordHash = passwords.hash(newPerson.password());
        } catch (Throwable e) {
            answer.completeExceptionally(sqlThread.unavailable(e));
            return;
        }
        Person person =
                new Person(
                        random.nextLong(1, Long.MAX_VALUE),
                        newPerson.username(),
                        newPerson.email(),
                        newPerson.admin(),
                        clock.millis());
        sqlThread.ask(
                () ->
                        database.write(sql -> PersonRow.insert(sql, person, passwordHash, terms))
                                ? new Pending(person, terms)
                                : null,
                answer);
    }

    /** As the port says; nobody with this account is a {@link NoSuchElementException}. */
    @Override
    public CompletionStage<Void> activate(long account) {
        return sqlThread.<@Nullable Void>ask(() -> {
            if (!database.write(sql -> PersonRow.activate(sql, account))) {
                throw new NoSuchElementException("nobody has account " + account);
            }
            return null;
        });
    }

    @Override
    public CompletionStage<List<Pending>> pending() {
        return sqlThread.ask(() -> database.run(PersonRow::pending));
    }

    @Override
    public CompletionStage<List<Person>> find(String text) {
        return sqlThread.ask(() -> database.run(sql -> PersonRow.find(sql, text)));
    }

    @Override
    public CompletionStage<@Nullable Person> person(long account) {
        return sqlThread.<@Nullable Person>ask(
                () -> database.<@Nullable Person>run(sql -> PersonRow.ofAccount(sql, account)));
    }

    @Override
    public byte[] cookieSecret() {
        return cookieSecret.clone();
    }

    private void checkOpen() {
        if (closed) {
            throw closing();
        }
    }

    private static Unavailable closing() {
        return new Unavailable(new RejectedExecutionException("closed, or too many wait"));
    }

    private static Throwable unwrapped(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    /** Finishes what the database has begun; logins and accounts that still wait are refused. */
    @Override
    public void close() {
        closed = true;
        passwordThread.close();
        sqlThread.close();
        database.close();
    }
}
