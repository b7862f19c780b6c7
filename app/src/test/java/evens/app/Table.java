package evens.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of cells between bars; empty lines and lines that begin with # say nothing. */
final class Table {
    private Table() {}

    static Stream<Arguments> arguments(String text) {
        return rows(text).stream().map(row -> Arguments.of((Object[]) row));
    }

    static List<String[]> rows(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Table::cells)
                .toList();
    }

    static String resource(String name) {
        try (InputStream stream = Table.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split(" \\|(?= |$)", -1))
                .map(String::strip)
                .toArray(String[]::new);
    }
}
