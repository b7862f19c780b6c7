package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.client.ApiException;
import evens.client.EvensClient;
import evens.client.Sandbox;
import evens.client.SandboxOptions;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An exchange for the time of a test. */
@Tag("contract")
class SandboxTest {
    private static final SandboxOptions OPTIONS = SandboxOptions.of(ServerProcess.jar());

    @Test
    void anOperatorHasAnExchangeUntilItIsClosed() {
        Sandbox sandbox = Sandbox.start(OPTIONS);
        Path data;
        EvensClient operator;
        try (sandbox) {
            operator = sandbox.operator();
            assertThat(operator.me().operator()).isTrue();
            data = folder(sandbox);
            assertThat(data).exists();
        }
        assertThat(sandbox.process().isAlive()).isFalse();
        assertThat(data).doesNotExist();
        assertThat(data.getParent()).doesNotExist();
        assertThatThrownBy(operator::me).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void itIsStartedAsOneLikes() {
        SandboxOptions options =
                OPTIONS.withPassword("quite another password")
                        .withJava("-Xmx200m")
                        .withEnvironment(Map.of("EVENS_ORDERS_PER_MINUTE", "1"))
                        .withArguments("--signup", "off");
        try (Sandbox sandbox = Sandbox.start(options)) {
            EvensClient operator = new EvensClient(sandbox.base());
            operator.login(Sandbox.OPERATOR, "quite another password");
            operator.operator().createAccount("ann", "a password of some length", BigDecimal.TEN);
            assertThat(sandbox.process().info().arguments().orElseThrow()).contains("-Xmx200m");
            EvensClient ann = new EvensClient(sandbox.base());
            assertThatThrownBy(() -> ann.signUp("bob", "a password of some length", null))
                    .isInstanceOfSatisfying(
                            ApiException.class, no -> assertThat(no.status()).isEqualTo(403));
            ann.login("ann", "a password of some length");
            Map<String, String> token = Map.of("Authorization", String.valueOf(ann.token()));
            assertThat(ann.raw("POST", "/session/releaseLatch", token, null).status())
                    .isEqualTo(200);
            assertThat(ann.raw("POST", "/session/releaseLatch", token, null).status())
                    .isEqualTo(429);
        }
    }

    @Test
    void itCanBeKilled() {
        try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
            EvensClient operator = sandbox.operator();
            sandbox.kill();
            assertThat(sandbox.process().isAlive()).isFalse();
            assertThatThrownBy(operator::me).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void whyItDoesNotStartIsSaid() {
        try (Sandbox sandbox = Sandbox.start(OPTIONS.withArguments("--nonsense"))) {
            assertThatThrownBy(sandbox::base).hasMessageContaining("--nonsense");
        }
        SandboxOptions missing = SandboxOptions.of(Path.of("no", "such.jar"));
        assertThatThrownBy(() -> Sandbox.start(missing)).hasMessageContaining("./evens build");
    }

    /** The folder of its data, as the process was told. */
    private static Path folder(Sandbox sandbox) {
        String[] arguments = sandbox.process().info().arguments().orElseThrow();
        int data = List.of(arguments).indexOf("--data");
        return Path.of(arguments[data + 1]);
    }
}
