package evens.store;

import evens.model.Identity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Identity in an SQL database, embedded in this process. Every write is on disk before its stage
 * completes. A login goes from the password thread, which waits for the database and computes the
 * hash, to the SQL thread, which writes the token; its caller waits for nothing. A change of a
 * password goes the same way, so that no login with the old one comes behind it.
 */
public final class SqlIdentity implements Identity, AutoCloseable {
    private final SecureRandom random = new SecureRandom();
    private final SqlThread sqlThread = new SqlThread(DatabaseKind.IDENTITY, Unavailable::new);
    private final Database database;
    private final Tokens tokens;
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
        this.tokens = new Tokens(database, sqlThread, random, clock);
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
            identity.tokens.load();
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
        sqlThread.ask(() -> new LoginResult.LoggedIn(person, tokens.make(person)), answer);
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

    @Override
    public CompletionStage<String> newToken(Person person) {
        return sqlThread.ask(() -> tokens.make(person));
    }

    @Override
    public CompletionStage<LoginResult> changePassword(
            String token, String oldPassword, String newPassword) {
        CompletableFuture<LoginResult> answer = new CompletableFuture<>();
        Bearer bearer = bearer(token);
        if (closed) {
            answer.completeExceptionally(closing());
        } else if (bearer == null) {
            answer.complete(new LoginResult.Denied());
        } else {
            long account = bearer.person().account();
            Runnable task = () -> changePassword(account, token, oldPassword, newPassword, answer);
            if (!passwordThread.login(task)) {
                answer.complete(new LoginResult.Busy());
            }
        }
        return answer;
    }

    /** On the password thread. */
    private void changePassword(
            long account,
            String token,
            String oldPassword,
            String newPassword,
            CompletableFuture<LoginResult> answer) {
        try {
            PersonRow known = personOf(account);
            if (known == null || !Passwords.matches(oldPassword, known.passwordHash())) {
                answer.complete(new LoginResult.Denied());
                return;
            }
            String hash = passwords.hash(newPassword);
            sqlThread.ask(() -> changePassword(known.person(), token, hash), answer);
        } catch (Throwable e) {
            answer.completeExceptionally(sqlThread.unavailable(unwrapped(e)));
        }
    }

    private @Nullable PersonRow personOf(long account) {
        checkOpen();
        return sqlThread
                .<@Nullable PersonRow>ask(() ->
                        database.<@Nullable PersonRow>run(sql -> PersonRow.byAccount(sql, account)))
                .join();
    }

    /** Denied if the token ended meanwhile, as by another change. On the SQL thread. */
    private LoginResult changePassword(Person person, String token, String newHash) {
        return bearer(token) == null
                ? new LoginResult.Denied()
                : new LoginResult.LoggedIn(person, tokens.changePassword(person, newHash));
    }

    @Override
    public @Nullable Bearer bearer(String token) {
        return tokens.bearer(token);
    }

    @Override
    public CompletionStage<@Nullable String> rotate(String token) {
        return sqlThread.<@Nullable String>ask(() -> tokens.rotate(token));
    }

    @Override
    public CompletionStage<Void> logout(String token) {
        return tokens.logout(token);
    }

    @Override
    public CompletionStage<Void> endAllTokens(long account) {
        return tokens.endAll(account);
    }

    @Override
    public CompletionStage<@Nullable NewNamedToken> nameToken(String by, TokenTerms terms) {
        return tokens.name(by, terms);
    }

    @Override
    public CompletionStage<List<NamedToken>> namedTokens(long account) {
        return tokens.named(account);
    }

    @Override
    public CompletionStage<Boolean> revoke(long account, long number) {
        return tokens.revoke(account, number);
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
