package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.client.Game;
import evens.client.RawResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lays the shape of an answer beside what a file of {@code golden} says that it is. */
final class Golden {
    private Golden() {}

    /**
     * Holds the answer against the file.
     *
     * @param section what is under {@code # section} in it; all of it if that is empty
     */
    static void check(String file, String section, Game game, RawResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        check(file, section, game, response.json());
    }

    /** Holds a frame or a part of an answer against the file. */
    static void check(String file, String section, Game game, JsonNode json) {
        assertThat(new KeyPaths(game).of(json))
                .as("%s of %s", file, section)
                .containsExactlyElementsOf(expected(file, section));
    }

    private static List<String> expected(String file, String section) {
        String text = Table.resource("/golden/" + file + ".txt");
        if (section.isEmpty()) {
            return text.lines().toList();
        }
        return text.lines()
                .dropWhile(line -> !line.equals("# " + section))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }
}
