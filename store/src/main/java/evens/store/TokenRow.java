package evens.store;

import evens.model.Identity.Person;
import evens.model.Identity.Scope;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A token as the database has one.
 *
 * @param number names the token where its hash must not be; a later token has a greater number
 * @param dueAtMillis from here on it is accepted to be exchanged for another
 * @param endsAtMillis from here on it is not accepted
 * @param scopes what it is good for; null for the token of a login, which is good for everything
 */
record TokenRow(
        long number,
        TokenHash hash,
        Person owner,
        long dueAtMillis,
        long endsAtMillis,
        @Nullable Set<Scope> scopes) {

    /** Every token that is accepted now, the oldest first. */
    static List<TokenRow> live(Handle handle, long nowMillis) {
        return handle.createQuery(
                        """
                        select t.number, t.hash, t.due_at_millis, t.ends_at_millis, t.scopes,
                               p.account, p.username, p.email, p.admin, p.created_at_millis
                        from token t
                        join person p on p.account = t.account
                        where t.ends_at_millis > :now
                        order by t.number
                        """)
                .bind("now", nowMillis)
                .map((row, context) ->
                        new TokenRow(
                                row.getLong("number"),
                                TokenHash.ofHex(row.getString("hash")),
                                PersonRow.person(row),
                                row.getLong("due_at_millis"),
                                row.getLong("ends_at_millis"),
                                scopes(row.getString("scopes"))))
                .list();
    }

    private static @Nullable Set<Scope> scopes(@Nullable String text) {
        return text == null ? null : NamedTokenRow.scopes(text);
    }

    /** The same token, good for this only. */
    TokenRow of(Set<Scope> narrowed) {
        return new TokenRow(number, hash, owner, dueAtMillis, endsAtMillis, Set.copyOf(narrowed));
    }

    /** Writes the token of a login. */
    static TokenRow insert(
            Handle handle, TokenHash hash, Person owner, long dueAtMillis, long endsAtMillis) {
        long number = handle.createQuery("select nextval('token_number')").mapTo(long.class).one();
        handle.createUpdate(
                        """
                        insert into token (number, hash, account, due_at_millis, ends_at_millis)
                        values (:number, :hash, :account, :dueAtMillis, :endsAtMillis)
                        """)
                .bind("number", number)
                .bind("hash", hash.hex())
                .bind("account", owner.account())
                .bind("dueAtMillis", dueAtMillis)
                .bind("endsAtMillis", endsAtMillis)
                .execute();
        return new TokenRow(number, hash, owner, dueAtMillis, endsAtMillis, null);
    }

    /** Has it end then, and never be due. */
    static void endAt(Handle handle, TokenHash hash, long millis) {
        handle.createUpdate(
                        """
                        update token
                        set due_at_millis = :millis, ends_at_millis = :millis
                        where hash = :hash
                        """)
                .bind("hash", hash.hex())
                .bind("millis", millis)
                .execute();
    }

    /** The tokens of logins that an account has beyond these many, newest counted first. */
    static List<TokenHash> beyond(Handle handle, long account, int count) {
        return handle.createQuery(
                        """
                        select hash
                        from token
                        where account = :account and scopes is null
                        order by number desc
                        offset :count rows
                        """)
                .bind("account", account)
                .bind("count", count)
                .map((row, context) -> TokenHash.ofHex(row.getString("hash")))
                .list();
    }

    /** Some of the tokens that ended before this moment. */
    static List<TokenHash> endedBefore(Handle handle, long millis) {
        return handle.createQuery(
                        """
                        select hash
                        from token
                        where ends_at_millis < :millis
                        fetch first 100 rows only
                        """)
                .bind("millis", millis)
                .map((row, context) -> TokenHash.ofHex(row.getString("hash")))
                .list();
    }

    static void delete(Handle handle, TokenHash hash) {
        handle.createUpdate(
                        """
                        delete from token
                        where hash = :hash
                        """)
                .bind("hash", hash.hex())
                .execute();
    }

    /** Deletes every token of an account and tells which they were. */
    static List<TokenHash> deleteAll(Handle handle, long account) {
        List<TokenHash> all =
                handle.createQuery(
                                """
                                select hash
                                from token
                                where account = :account
                                """)
                        .bind("account", account)
                        .map((row, context) -> TokenHash.ofHex(row.getString("hash")))
                        .list();
        handle.createUpdate(
                        """
                        delete from token
                        where account = :account
                        """)
                .bind("account", account)
                .execute();
        return all;
    }
}
