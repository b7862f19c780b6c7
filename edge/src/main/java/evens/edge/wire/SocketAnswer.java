package evens.edge.wire;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What an orders socket says to one message: {@code {requestID, data}} or {@code {requestID,
 * error}}.
 */
public sealed interface SocketAnswer {

    /** About how many bytes it will have. */
    long weight();

    /**
     * It was done.
     *
     * @param list whether {@code data} is a list of the rows, and not the only one of them
     */
    record Done(String requestID, boolean list, List<Consumer<JsonGenerator>> rows, Truth truth)
            implements SocketAnswer {
        private static final long OF_A_ROW = 300;

        @Override
        public long weight() {
            return OF_A_ROW * (1 + rows.size());
        }
    }

    /**
     * When an answer is true.
     *
     * @param sequence the step in which it became final; of what needed none, the last one
     * @param epoch the account's epoch then, or a later one
     */
    record Truth(long sequence, long epoch) {}

    /**
     * It was not done.
     *
     * @param requestID null where the message had no place for one
     * @param type class of the error, for placements only
     */
    record Failed(@Nullable String requestID, String error, @Nullable String type)
            implements SocketAnswer {
        @Override
        public long weight() {
            return 200 + 2L * error.length();
        }
    }
}
