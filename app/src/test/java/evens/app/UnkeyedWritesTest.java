package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.client.RawResponse;
import evens.edge.rest.Route;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A write that can not promise to happen once refuses {@code Idempotency-Key}; a read ignores it.
 */
@Tag("contract")
class UnkeyedWritesTest {
    private static final String REFUSAL = "Idempotency-Key is not possible here";
    private static final String BAD = "Idempotency-Key must be 1 to 255 visible ASCII characters";

    @TempDir static Path data;
    @TempDir static Path folder;
    private static Venue venue;

    @BeforeAll
    static void open() {
        venue = new Venue(data, Map.of("EVENS_SIGNUP", "on"));
    }

    @AfterAll
    static void close() {
        venue.close();
    }

    @TestFactory
    List<DynamicTest> everyOperation() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : OpenApiTest.routes(folder)) {
            boolean read = route.methods().contains(HttpMethod.GET);
            for (HttpMethod method : route.methods()) {
                String path = "/" + String.join("/", route.path()).replace("*", "0");
                String name = method.name() + " " + path;
                tests.add(
                        DynamicTest.dynamicTest(
                                name, () -> check(method.name(), path, read, route.takesKey())));
            }
        }
        return tests;
    }

    private static void check(String method, String path, boolean read, boolean takesKey) {
        String good = send(method, path, "a-key");
        String bad = send(method, path, "a key");
        if (read) {
            assertThat(good + bad).doesNotContain(REFUSAL, BAD);
        } else if (takesKey) {
            assertThat(good).doesNotContain("Idempotency-Key");
            assertThat(bad).contains(BAD);
            assertThat(send(method, path, "")).contains(BAD);
            assertThat(send(method, path, "k".repeat(256))).contains(BAD);
            assertThat(send(method, path, "k".repeat(255))).doesNotContain("Idempotency-Key");
        } else {
            assertThat(good).contains(REFUSAL);
            assertThat(bad).contains(REFUSAL);
        }
    }

    /** Without credentials: the key is looked at before, so that nothing happens. */
    private static String send(String method, String path, String key) {
        RawResponse response =
                venue.operator()
                        .raw(
                                method,
                                path,
                                Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                                method.equals("GET")
                                        ? null
                                        : "{}".getBytes(StandardCharsets.UTF_8));
        if (response.body().contains(REFUSAL) || response.body().contains(BAD)) {
            assertThat(response.status()).isEqualTo(400);
            ErrorBody.string(response, ".+");
        }
        return response.body();
    }
}
