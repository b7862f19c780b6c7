package evens.model;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who is who: names, password hashes and tokens, which never enter the log. All writes are on disk
 * before their stage completes. Stages complete on threads of the store, and complete with {@link
 * Unavailable} when the store can not answer.
 */
public interface Identity {
    /** Checks name (or e-mail) and password and makes a new token. */
    CompletionStage<LoginResult> login(String username, String password);

    /**
     * Who owns this token, and whether it is due: 30 days old, so that a request may still be
     * answered but should {@link #rotate} it. Null if nobody owns it, and from day 60 on. Answers
     * from memory, on any thread.
     */
    @Nullable Bearer bearer(String token);

    /** Who owns this token; null if nobody does, or if it is due. */
    default @Nullable Person authenticate(String token) {
        Bearer bearer = bearer(token);
        return bearer == null || bearer.isDue() ? null : bearer.person();
    }

    /**
     * Exchanges a due token for a new one; the old one lives 60 seconds more and is not due again.
     * Completes with null if there is nothing to exchange: it is not due, another request was
     * first, or it has ended.
     */
    CompletionStage<@Nullable String> rotate(String token);

    /** Ends this one token. */
    CompletionStage<Void> logout(String token);

    /** Ends every token of an account: at once in memory, and on disk when the stage completes. */
    CompletionStage<Void> endAllTokens(long account);

    /**
     * Writes a pending account, which does not log in before it is active. Completes with null when
     * the name or the e-mail is taken.
     */
    CompletionStage<@Nullable Pending> create(NewPerson person, Terms terms);

    /** The account is in the log now: it may log in. */
    CompletionStage<Void> activate(long account);

    /** Accounts that were begun and not activated. */
    CompletionStage<List<Pending>> pending();

    /** All active accounts whose name contains the text, in order of their names. */
    CompletionStage<List<Person>> find(String text);

    /** Who an active account belongs to. Completes with null if there is none of this number. */
    CompletionStage<@Nullable Person> person(long account);

    /** A secret that signs cookies, the same for the life of the exchange. */
    byte[] cookieSecret();

    /**
     * Who an account belongs to.
     *
     * @param account number behind {@link Ids#ACCOUNT}
     */
    record Person(
            long account,
            String username,
            @Nullable String email,
            boolean admin,
            long createdAtMillis) {}

    /**
     * Who sent a token.
     *
     * @param isDue whether the token should be exchanged for a new one
     */
    record Bearer(Person person, boolean isDue) {}

    record NewPerson(String username, @Nullable String email, String password, boolean admin) {}

    /** What {@link Command.OpenAccount} needs besides the id. */
    record Terms(long creditLimit, long maxLiability, int commissionPpm, long deposit) {}

    record Pending(Person person, Terms terms) {}

    sealed interface LoginResult {
        record LoggedIn(Person person, String token) implements LoginResult {}

        /** No such name, or not its password: the two can not be told apart. */
        record Denied() implements LoginResult {}

        /** Too many logins are under way. */
        record Busy() implements LoginResult {}
    }

    /** The store can not answer now. */
    final class Unavailable extends RuntimeException {
        public Unavailable(Throwable cause) {
            super("the identity store does not answer", cause);
        }
    }
}
