package evens.sim;

import evens.store.MemoryDatabase;
import evens.store.SqlHistory;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of the history, and what may be done to it behind the projector's back. */
final class Tables implements AutoCloseable {
    static final long EXCHANGE = 0x0123_4567_89AB_CDEFL;

    private final MemoryDatabase database;
    private final List<String> empty;

    Tables() {
        try {
            database = new MemoryDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        empty = copy();
    }

    /** Sets it back to where there is nothing in it. */
    void clear() {
        setBack(empty);
    }

    /** Opens the history, as a process does that has just started. */
    SqlHistory open() {
        return database.history(EXCHANGE);
    }

    /** All that is in it, as statements that make it again. */
    List<String> copy() {
        List<String> statements = new ArrayList<>();
        try (Statement sql = database.connection().createStatement();
                ResultSet script = sql.executeQuery("script")) {
            while (script.next()) {
                statements.add(script.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return statements;
    }

    /** Puts a copy in the place of all that is in it. */
    void setBack(List<String> copy) {
        execute("drop all objects");
        copy.forEach(this::execute);
    }

    /** From now on the last table that a transaction writes is not there. */
    void fail() {
        execute("alter table fills rename to elsewhere");
    }

    void recover() {
        execute("alter table elsewhere rename to fills");
    }

    private void execute(String statement) {
        try (Statement sql = database.connection().createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every row of every table. */
    Rows rows() {
        Rows rows = new Rows();
        for (String table : Rows.TABLES) {
            try (Statement sql = database.connection().createStatement();
                    ResultSet row = sql.executeQuery("select * from " + table + " order by 1, 2")) {
                while (row.next()) {
                    rows.add(table, row(row));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), result.getObject(i));
        }
        return row;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
