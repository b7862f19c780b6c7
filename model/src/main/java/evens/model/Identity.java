package evens.model;

import java.util.List;
import java.util.Set;
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

    /**
     * Ends every token of an account, named ones too: at once in memory, and on disk when the stage
     * completes.
     */
    CompletionStage<Void> endAllTokens(long account);

    /** Makes a token as a login does, for somebody who needs no password just now. */
    CompletionStage<String> newToken(Person person);

    /**
     * Checks the old password of whoever owns the token and sets the new one. Every token of the
     * account ends, named ones too, and a new one is made as at a login. Denied if the old password
     * is wrong or the token ended meanwhile.
     */
    CompletionStage<LoginResult> changePassword(
            String token, String oldPassword, String newPassword);

    /**
     * Makes a named token for whoever owns the token {@code by}. An account has at most 1,000: the
     * oldest goes. Completes with null if {@code by} ended meanwhile.
     */
    CompletionStage<@Nullable NewNamedToken> nameToken(String by, TokenTerms terms);

    /** The named tokens of an account that have not ended, the oldest first. */
    CompletionStage<List<NamedToken>> namedTokens(long account);

    /**
     * Ends a named token of this account: in memory and on disk when the stage completes. Completes
     * with false if the account has none of this number.
     */
    CompletionStage<Boolean> revoke(long account, long number);

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

    /** What a token may be good for. */
    enum Scope {
        /** To read, and to hear streams. */
        READ,
        /** To place, edit and resume orders; it may read and cancel as well. */
        TRADE,
        /** To cancel and pause orders, to send heartbeats, to see open orders. */
        CANCEL,
        /** To do what operators do, for an operator. */
        ADMIN
    }

    /**
     * Who sent a token.
     *
     * @param isDue whether the token should be exchanged for a new one
     * @param isNamed whether it was made for a purpose, not by a login
     * @param scopes what it was made for; never changed
     */
    record Bearer(Person person, boolean isDue, boolean isNamed, Set<Scope> scopes) {
        private static final Set<Scope> ALL = Set.of(Scope.values());
        private static final Set<Scope> A_PLAYERS = Set.of(Scope.READ, Scope.TRADE, Scope.CANCEL);

        /** Of a login: it may do all that its person may. */
        public static Bearer ofLogin(Person person, boolean isDue) {
            return new Bearer(person, isDue, false, person.admin() ? ALL : A_PLAYERS);
        }

        /** Whether it is good for this. */
        public boolean may(Scope scope) {
            return switch (scope) {
                case READ, CANCEL -> scopes.contains(scope) || scopes.contains(Scope.TRADE);
                case TRADE -> scopes.contains(scope);
                case ADMIN -> scopes.contains(scope) && person.admin();
            };
        }
    }

    /**
     * What a named token is made for.
     *
     * @param name 1 to 64 characters for its owner's eyes, not unique
     * @param scopes at least one
     * @param lifeMillis greater than 0; null if it does not end by itself
     */
    record TokenTerms(String name, Set<Scope> scopes, @Nullable Long lifeMillis) {}

    /**
     * A named token, without the token.
     *
     * @param number behind {@link Ids#TOKEN}
     * @param endsAtMillis null if it does not end by itself
     * @param lastFour the last four of its characters, by which its owner knows it
     */
    record NamedToken(
            long number,
            String name,
            Set<Scope> scopes,
            long createdAtMillis,
            @Nullable Long endsAtMillis,
            String lastFour) {}

    /** The token itself is told this once and kept nowhere. */
    record NewNamedToken(NamedToken named, String token) {
        /** For the eyes of a log: without the token. */
        @Override
        public String toString() {
            return "NewNamedToken[" + named + "]";
        }
    }

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
