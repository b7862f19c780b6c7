package evens.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What happens to a database, behind the back of whoever has it open in this process. */
final class Sql {
    private Sql() {}

    static void execute(DatabaseKind kind, Path folder, String statement) throws SQLException {
        try (Connection connection = Database.dataSource(kind, folder).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Ends the database as a crash does, with all its connections. */
    static void crash(DatabaseKind kind, Path folder) {
        try {
            execute(kind, folder, "shutdown immediately");
        } catch (SQLException e) {
            // this connection is one of them
        }
    }
}
