package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.client.RawResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three shapes in which the exchange says no. */
final class ErrorBody {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ErrorBody() {}

    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    /** {@code {"error": "text"}} and nothing else. */
    static void string(RawResponse response, String pattern) {
        string(response.body(), pattern);
    }

    static void string(String body, String pattern) {
        JsonNode json = read(body);
        assertThat(json.propertyNames()).as(body).containsExactly("error");
        assertThat(json.required("error").isString()).as(body).isTrue();
        assertThat(json.required("error").asString()).matches(pattern);
    }

    /** {@code {"error": {"message": "text", "code": status}}} and nothing else. */
    static void object(RawResponse response, String pattern) {
        object(response.body(), response.status(), pattern);
    }

    static void object(String body, int status, String pattern) {
        JsonNode json = read(body);
        assertThat(json.propertyNames()).as(body).containsExactly("error");
        JsonNode error = json.required("error");
        assertThat(error.propertyNames()).as(body).containsExactlyInAnyOrder("message", "code");
        assertThat(error.required("message").asString()).matches(pattern);
        assertThat(error.required("code").intValue()).as(body).isEqualTo(status);
    }

    /** One order's {@code {"error": "text", "errorType": "type"}} and nothing else. */
    static void order(JsonNode result, String errorType, String pattern) {
        assertThat(result.propertyNames())
                .as("%s", result)
                .containsExactlyInAnyOrder("error", "errorType");
        assertThat(result.required("errorType").asString()).as("%s", result).isEqualTo(errorType);
        assertThat(result.required("error").asString()).matches(pattern);
    }
}
