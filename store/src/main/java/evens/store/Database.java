package evens.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/**
 * A database file: opened, brought up to date, and forced to disk. H2 by itself answers a commit
 * long before the file has it; {@code WRITE_DELAY=0} writes at each commit, and {@code CHECKPOINT
 * SYNC} waits until the disk has it.
 */
final class Database implements AutoCloseable {
    private static final String SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    // a commit is in the file when it returns, written by who commits: the threads
                    // that H2 writes with otherwise leave, when they are killed, now and then a
                    // file that it can not open
                    + ";WRITE_DELAY=0"
                    // closed by its owner, not by a shutdown hook that runs beside it
                    + ";DB_CLOSE_ON_EXIT=FALSE"
                    // a trace file would keep statements and their values
                    + ";TRACE_LEVEL_FILE=0";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
    }

    /**
     * Opens the database of this folder, or makes it.
     *
     * @throws CannotOpenDatabase with a sentence that says which file and what to do
     */
    static Database open(DatabaseKind kind, Path folder) {
        Path file = kind.file(folder);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                checkNotEmptied(kind, file);
            }
        } catch (IOException e) {
            throw new CannotOpenDatabase(
                    "The folder %s of the %s database can not be used: %s. Check that it is a folder that this user may write."
                            .formatted(folder, kind.title(), e),
                    e);
        }
        HikariDataSource pool = null;
        try {
            pool = pool(kind, dataSource(kind, folder));
            migrate(kind, pool, file.toString());
            keepToOurselves(file);
            Database database = new Database(pool);
            database.force();
            return database;
        } catch (IOException e) {
            close(pool);
            throw damaged(kind, file, e);
        } catch (RuntimeException e) {
            close(pool);
            throw refusal(kind, file, e);
        }
    }

    /** Makes what is missing in a database that somebody else keeps, and uses it. */
    static Database open(DatabaseKind kind, DataSource source) {
        HikariDataSource pool = pool(kind, source);
        try {
            migrate(kind, pool, "in memory");
            return new Database(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Looks, without writing, for anything at all in a file that exists. H2 takes a file that has
     * lost everything behind its header for a new database, and everybody would be gone without a
     * word.
     */
    private static void checkNotEmptied(DatabaseKind kind, Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw damaged(kind, file, null);
        }
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            if (store.getMapNames().isEmpty()) {
                throw damaged(kind, file, null);
            }
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? inUse(kind, file, e)
                    : damaged(kind, file, e);
        } catch (StackOverflowError e) {
            throw damaged(kind, file, e); // it looks for a piece of the file in that very piece
        }
    }

    /** Password hashes are nobody else's business, whatever the umask says. */
    private static void keepToOurselves(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    static JdbcDataSource dataSource(DatabaseKind kind, Path folder) {
        return dataSource("file:" + folder.toAbsolutePath().resolve(kind.title()));
    }

    /** One in the memory of this process, there as long as somebody is connected to it. */
    static JdbcDataSource inMemory(String name) {
        return dataSource("mem:" + name);
    }

    private static JdbcDataSource dataSource(String place) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + place + SETTINGS);
        h2.setUser("evens");
        h2.setPassword("");
        return h2;
    }

    private static HikariDataSource pool(DatabaseKind kind, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("evens-" + kind.title());
        config.setDataSource(source);
        config.setMaximumPoolSize(kind.connections());
        config.setMaxLifetime(0); // H2 closes the file with its last connection
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    private static void migrate(DatabaseKind kind, HikariDataSource pool, String file) {
        Flyway flyway =
                Flyway.configure()
                        .loggers("slf4j")
                        // past the pool: a migration takes more connections than the pool has
                        .dataSource(pool.getDataSource())
                        .locations(kind.migrations())
                        .load();
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState().isResolved()) {
                continue;
            }
            throw new CannotOpenDatabase(
                    "The %s database %s was written by a newer version of Evens (its schema is at %s). Start that version or a later one, or restore the backup made before the upgrade."
                            .formatted(kind.title(), file, applied.getVersion()),
                    null);
        }
        flyway.migrate();
    }

    /** Runs in a transaction whose result need not survive, or not yet. */
    <T extends @Nullable Object> T run(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (RuntimeException e) {
            forgetConnections(e);
            throw e;
        }
    }

    /** Runs in a transaction and returns when the disk has it. */
    <T extends @Nullable Object> T write(HandleCallback<T, RuntimeException> work) {
        T result = run(work);
        force();
        return result;
    }

    /** Returns when the disk has all that was committed. */
    void force() {
        try {
            jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
        } catch (RuntimeException e) {
            forgetConnections(e);
            throw e;
        }
    }

    /**
     * After an error the next work opens the file anew. The pool takes a connection that was used a
     * moment ago for a good one, so whoever tried again quickly would never be rid of a dead one.
     */
    private void forgetConnections(RuntimeException e) {
        if (sql(e) != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The sentence for what went wrong while opening or first reading. */
    static CannotOpenDatabase refusal(DatabaseKind kind, Path file, RuntimeException e) {
        if (e instanceof CannotOpenDatabase already) {
            return already;
        }
        SQLException sql = sql(e);
        int code = sql == null ? 0 : sql.getErrorCode();
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(kind, file, e);
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.GENERAL_ERROR_1 ->
                    damaged(kind, file, e);
            default ->
                    new CannotOpenDatabase(
                            "The %s database %s can not be opened: %s. Restore it from a backup, or start the version of Evens that wrote it."
                                    .formatted(
                                            kind.title(),
                                            file,
                                            sql == null ? e.getMessage() : sql.getMessage()),
                            e);
        };
    }

    static CannotOpenDatabase anotherExchange(
            DatabaseKind kind, Path file, long theirs, long ours) {
        return new CannotOpenDatabase(
                "The %s database %s belongs to exchange %s, and the log to exchange %s. Put the two that belong together into one data folder, or start with an empty one."
                        .formatted(
                                kind.title(),
                                file,
                                HexFormat.of().toHexDigits(theirs),
                                HexFormat.of().toHexDigits(ours)),
                null);
    }

    private static CannotOpenDatabase inUse(DatabaseKind kind, Path file, Throwable cause) {
        return new CannotOpenDatabase(
                "The %s database %s is in use by another process. Stop that process, or give this one another data folder."
                        .formatted(kind.title(), file),
                cause);
    }

    private static CannotOpenDatabase damaged(
            DatabaseKind kind, Path file, @Nullable Throwable cause) {
        return new CannotOpenDatabase(
                "The %s database %s is damaged or can not be read. Check the disk and the rights of the file, then %s."
                        .formatted(kind.title(), file, kind.remedy()),
                cause);
    }

    private static @Nullable SQLException sql(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql;
            }
        }
        return null;
    }
}
