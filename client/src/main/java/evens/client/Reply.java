package evens.client;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What the exchange answered to a write, or to a read.
 *
 * @param sequence the step in which the answer became final, or at which it is true; 0 if nothing
 *     had to be done
 * @param epoch of the account, greater after whatever cancels or pauses all its orders; -1 if the
 *     answer does not say
 */
public record Reply<T>(T value, long sequence, long epoch) {

    <R> Reply<R> map(Function<T, R> other) {
        return new Reply<>(other.apply(value), sequence, epoch);
    }

    /** Of the headers of an answer over HTTP. */
    static Reply<JsonNode> of(RawResponse response) {
        return new Reply<>(
                response.json(),
                sequence(response),
                response.headers().firstValueAsLong("X-Account-Epoch").orElse(-1));
    }

    /** The step at which an answer over HTTP is true; 0 if it does not say. */
    static long sequence(RawResponse response) {
        return response.headers().firstValueAsLong("X-Exchange-Sequence").orElse(0);
    }

    /** Of an answer over an orders socket. */
    static Reply<JsonNode> of(JsonNode answer) {
        return new Reply<>(
                answer.required("data"),
                answer.path("sequence").asLong(0),
                answer.path("epoch").asLong(-1));
    }
}
