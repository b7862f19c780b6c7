package evens.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CookieSignerTest {
    private final CookieSigner signer = signer("secret");

    @Test
    void opensWhatItSigned() {
        assertThat(signer.open(signer.sign("token"))).isEqualTo("token");
    }

    @Test
    void refusesWhatItDidNotSign() {
        String cookie = signer.sign("token");
        assertThat(signer.open("token")).isNull();
        assertThat(signer.open("")).isNull();
        assertThat(signer.open("." + cookie)).isNull();
        assertThat(signer.open(cookie + "0")).isNull();
        assertThat(signer.open(cookie.replace("token", "taken"))).isNull();
        assertThat(signer.open(signer("another").sign("token"))).isNull();
    }

    private static CookieSigner signer(String secret) {
        return new CookieSigner(secret.getBytes(StandardCharsets.UTF_8));
    }
}
