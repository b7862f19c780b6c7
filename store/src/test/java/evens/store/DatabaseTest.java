package evens.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    @TempDir private Path folder;

    /**
     * With threads of its own H2 writes a piece before it has noted where the one before it is. A
     * file that is killed in between can not be opened.
     */
    @ParameterizedTest
    @EnumSource
    void nobodyWritesButWhoCommits(DatabaseKind kind) {
        try (Database database = Database.open(kind, folder)) {
            database.force();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("background writer"))
                    .noneMatch(name -> name.startsWith("H2-"));
        }
    }
}
