package evens.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database of a history without its file: the same engine, settings and tables, in the memory
 * of this process. The simulator uses it, because one on disk takes longer to open than most of its
 * seeds take.
 */
public final class MemoryDatabase implements AutoCloseable {
    private final JdbcDataSource source = Database.inMemory(UUID.randomUUID().toString());
    private final Connection keeper;
    private final Database database;

    /** Makes one with empty tables. */
    public MemoryDatabase() throws SQLException {
        keeper = source.getConnection();
        database = Database.open(DatabaseKind.HISTORY, source);
    }

    /**
     * Opens its history, or begins it for this exchange, as a process does that has just started.
     * It needs no closing, and must not be closed: all that are opened share their connections.
     */
    public SqlHistory history(long exchangeId) {
        return SqlHistory.of(database, exchangeId);
    }

    /** A connection for whoever wants to look at the tables, or to do something to them. */
    public Connection connection() {
        return keeper;
    }

    /** Everything in it is gone. */
    @Override
    public void close() throws SQLException {
        database.close();
        keeper.close();
    }
}
