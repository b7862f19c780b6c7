package evens.store;

import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import evens.model.Identity.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A person as the database has one.
 *
 * @param active the account is in the log, so its owner may log in
 */
record PersonRow(Person person, String passwordHash, boolean active) {

    /** Who has this name or this e-mail, in any case; null if nobody has. */
    static @Nullable PersonRow byLoginName(Handle handle, String nameOrEmail) {
        return handle.createQuery(
                        """
                        select p.account, p.username, p.email, p.admin, p.created_at_millis,
                               p.password_hash, p.state
                        from login_name n
                        join person p on p.account = n.account
                        where n.name = :name
                        """)
                .bind("name", folded(nameOrEmail))
                .map((row, context) ->
                        new PersonRow(
                                person(row),
                                row.getString("password_hash"),
                                row.getString("state").equals("active")))
                .findOne()
                .orElse(null);
    }

    /** The active person with this account and the hash; null if there is none. */
    static @Nullable PersonRow byAccount(Handle handle, long account) {
        return handle.createQuery(
                        """
                        select account, username, email, admin, created_at_millis, password_hash
                        from person
                        where state = 'active' and account = :account
                        """)
                .bind("account", account)
                .map((row, context) ->
                        new PersonRow(person(row), row.getString("password_hash"), true))
                .findOne()
                .orElse(null);
    }

    static void changePassword(Handle handle, long account, String newHash) {
        handle.createUpdate(
                        """
                        update person
                        set password_hash = :newHash
                        where account = :account
                        """)
                .bind("account", account)
                .bind("newHash", newHash)
                .execute();
    }

    /** Writes a pending person; false if the name or the e-mail is somebody's name or e-mail. */
    static boolean insert(Handle handle, Person person, String passwordHash, Terms terms) {
        String name = folded(person.username());
        String email = person.email() == null ? name : folded(person.email());
        if (isTaken(handle, name, email)) {
            return false;
        }
        handle.createUpdate(
                        """
                        insert into person (account, username, folded_name, email, password_hash,
                                            admin, state, created_at_millis)
                        values (:account, :username, :foldedName, :email, :passwordHash,
                                :admin, 'pending', :createdAtMillis)
                        """)
                .bind("account", person.account())
                .bind("username", person.username())
                .bind("foldedName", name)
                .bind("email", person.email())
                .bind("passwordHash", passwordHash)
                .bind("admin", person.admin())
                .bind("createdAtMillis", person.createdAtMillis())
                .execute();
        insertLoginName(handle, name, person.account());
        if (!email.equals(name)) {
            insertLoginName(handle, email, person.account());
        }
        insertTerms(handle, person.account(), terms);
        return true;
    }

    private static boolean isTaken(Handle handle, String name, String email) {
        return handle.createQuery(
                                """
                                select count(*)
                                from login_name
                                where name = :name or name = :email
                                """)
                        .bind("name", name)
                        .bind("email", email)
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    private static void insertLoginName(Handle handle, String name, long account) {
        handle.createUpdate(
                        """
                        insert into login_name (name, account)
                        values (:name, :account)
                        """)
                .bind("name", name)
                .bind("account", account)
                .execute();
    }

    private static void insertTerms(Handle handle, long account, Terms terms) {
        handle.createUpdate(
                        """
                        insert into terms (account, credit_limit, max_liability, commission_ppm,
                                           deposit)
                        values (:account, :creditLimit, :maxLiability, :commissionPpm,
                                :deposit)
                        """)
                .bind("account", account)
                .bind("creditLimit", terms.creditLimit())
                .bind("maxLiability", terms.maxLiability())
                .bind("commissionPpm", terms.commissionPpm())
                .bind("deposit", terms.deposit())
                .execute();
    }

    /** Makes a pending person active; false if there is nobody with this account. */
    static boolean activate(Handle handle, long account) {
        int people =
                handle.createUpdate(
                                """
                                update person
                                set state = 'active'
                                where account = :account
                                """)
                        .bind("account", account)
                        .execute();
        handle.createUpdate(
                        """
                        delete from terms
                        where account = :account
                        """)
                .bind("account", account)
                .execute();
        return people > 0;
    }

    /** Everybody who was begun and not activated, the oldest first. */
    static List<Pending> pending(Handle handle) {
        return handle.createQuery(
                        """
                        select p.account, p.username, p.email, p.admin, p.created_at_millis,
                               t.credit_limit, t.max_liability, t.commission_ppm, t.deposit
                        from person p
                        join terms t on t.account = p.account
                        where p.state = 'pending'
                        order by p.created_at_millis, p.account
                        """)
                .map((row, context) -> new Pending(person(row), terms(row)))
                .list();
    }

    /** Active people whose name contains the text in any case, in order of their names. */
    static List<Person> find(Handle handle, String text) {
        return handle.createQuery(
                        """
                        select account, username, email, admin, created_at_millis
                        from person
                        where state = 'active' and position(:text in folded_name) > 0
                        order by folded_name
                        """)
                .bind("text", folded(text))
                .map((row, context) -> person(row))
                .list();
    }

    /** The active person with this account, null if there is none. */
    static @Nullable Person ofAccount(Handle handle, long account) {
        return handle.createQuery(
                        """
                        select account, username, email, admin, created_at_millis
                        from person
                        where state = 'active' and account = :account
                        """)
                .bind("account", account)
                .map((row, context) -> person(row))
                .findOne()
                .orElse(null);
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getLong("account"),
                row.getString("username"),
                row.getString("email"),
                row.getBoolean("admin"),
                row.getLong("created_at_millis"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getLong("credit_limit"),
                row.getLong("max_liability"),
                row.getInt("commission_ppm"),
                row.getLong("deposit"));
    }

    /** How names and e-mails are compared. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** For the eyes of a log: without the hash. */
    @Override
    public String toString() {
        return "PersonRow[account=" + person.account() + ", active=" + active + "]";
    }
}
