package evens.edge.orders;

import evens.model.Command;
import evens.model.Event;
import evens.model.Reject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a message asks for, ready for the desk, and how it is told what became of it.
 *
 * @param command null if there is nothing to be done
 * @param orders how many orders it places
 * @param telling of the events that the command led to; on the event loop
 */
record Task(
        @Nullable Command command,
        @Nullable String key,
        int orders,
        Function<List<Event>, Told> telling) {

    /** One that places nothing. */
    static Task of(Command command, @Nullable String key, Function<List<Event>, Told> telling) {
        return new Task(command, key, 0, telling);
    }

    /** What becomes the {@code data} of an answer, or its {@code error}. */
    sealed interface Told {
        record Rows(List<Consumer<JsonGenerator>> rows) implements Told {}

        record One(Consumer<JsonGenerator> row) implements Told {}

        record Refused(Reject reject) implements Told {}
    }
}
