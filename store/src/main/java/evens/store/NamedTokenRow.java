package evens.store;

import evens.model.Identity.NamedToken;
import evens.model.Identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A token that was made for a purpose, with what its owner sees of it. */
record NamedTokenRow(TokenRow token, NamedToken named) {
    /** When a token ends that does not end by itself. */
    static final long NEVER = Long.MAX_VALUE;

    /** Makes a named token of a row that was just inserted. */
    static NamedTokenRow name(
            Handle handle,
            TokenRow inserted,
            String name,
            Set<Scope> scopes,
            long nowMillis,
            String lastFour) {
        handle.createUpdate(
                        """
                        update token
                        set name = :name, scopes = :scopes, created_at_millis = :now,
                            last_four = :lastFour
                        where number = :number
                        """)
                .bind("name", name)
                .bind("scopes", text(scopes))
                .bind("now", nowMillis)
                .bind("lastFour", lastFour)
                .bind("number", inserted.number())
                .execute();
        return new NamedTokenRow(
                inserted.of(scopes),
                new NamedToken(
                        inserted.number(),
                        name,
                        Set.copyOf(scopes),
                        nowMillis,
                        end(inserted.endsAtMillis()),
                        lastFour));
    }

    /** The named tokens of an account that are accepted now, the oldest first. */
    static List<NamedToken> live(Handle handle, long account, long nowMillis) {
        return handle.createQuery(
                        """
                        select number, name, scopes, created_at_millis, ends_at_millis, last_four
                        from token
                        where account = :account and scopes is not null
                          and ends_at_millis > :now
                        order by number
                        """)
                .bind("account", account)
                .bind("now", nowMillis)
                .map((row, context) -> named(row))
                .list();
    }

    private static NamedToken named(ResultSet row) throws SQLException {
        return new NamedToken(
                row.getLong("number"),
                row.getString("name"),
                scopes(row.getString("scopes")),
                row.getLong("created_at_millis"),
                end(row.getLong("ends_at_millis")),
                row.getString("last_four"));
    }

    /** The named tokens that an account has beyond these many, newest counted first. */
    static List<TokenHash> beyond(Handle handle, long account, int count) {
        return handle.createQuery(
                        """
                        select hash
                        from token
                        where account = :account and scopes is not null
                        order by number desc
                        offset :count rows
                        """)
                .bind("account", account)
                .bind("count", count)
                .map((row, context) -> TokenHash.ofHex(row.getString("hash")))
                .list();
    }

    /** Deletes one that is accepted now, and tells which it was: one or none. */
    static List<TokenHash> delete(Handle handle, long account, long number, long nowMillis) {
        List<TokenHash> found =
                handle.createQuery(
                                """
                                select hash
                                from token
                                where number = :number and account = :account
                                  and scopes is not null and ends_at_millis > :now
                                """)
                        .bind("number", number)
                        .bind("account", account)
                        .bind("now", nowMillis)
                        .map((row, context) -> TokenHash.ofHex(row.getString("hash")))
                        .list();
        found.forEach(hash -> TokenRow.delete(handle, hash));
        return found;
    }

    private static @Nullable Long end(long endsAtMillis) {
        return endsAtMillis == NEVER ? null : endsAtMillis;
    }

    private static String text(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(","));
    }

    /** As the column has them. */
    static Set<Scope> scopes(String text) {
        return Stream.of(text.split(",", -1))
                .map(Scope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
