package evens.store;

import java.nio.file.Path;

/** The databases that there are, each a file of its own, so that one can fail without the other. */
enum DatabaseKind {
    IDENTITY(
            "identity",
            "db/migration",
            1, // one thread uses it
            "restore it from a backup, or delete it if nobody had an account yet"),
    HISTORY(
            "history",
            "db/history",
            2, // who writes and who reads
            "restore it from a backup, or delete it: what the recorded feed still has is written again");

    private final String title;
    private final String migrations;
    private final int connections;
    private final String remedy;

    DatabaseKind(String title, String migrations, int connections, String remedy) {
        this.title = title;
        this.migrations = migrations;
        this.connections = connections;
        this.remedy = remedy;
    }

    /** As messages, files and threads name it. */
    String title() {
        return title;
    }

    String migrations() {
        return "classpath:" + migrations;
    }

    int connections() {
        return connections;
    }

    /** What to do about a damaged one. */
    String remedy() {
        return remedy;
    }

    /** The file that H2 makes. */
    Path file(Path folder) {
        return folder.toAbsolutePath().resolve(title + ".mv.db");
    }
}
