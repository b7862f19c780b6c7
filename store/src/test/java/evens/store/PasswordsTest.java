package evens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords(PasswordCost.SMALLEST, new SecureRandom());

    /** From the tests of the reference implementation of Argon2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "password"      | "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
                    "password"      | "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
                    "differentpassword" | "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"
                    """)
    void knowsTheHashesOfOthers(String password, String phc) {
        assertThat(Passwords.matches(password, phc)).isTrue();
        assertThat(Passwords.matches(password + " ", phc)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "correct horse battery staple", "пароль", "🐎"})
    void knowsItsOwnHashes(String password) {
        String hash = passwords.hash(password);
        assertThat(hash).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
        assertThat(Passwords.matches(password, hash)).isTrue();
        assertThat(Passwords.matches(password + "x", hash)).isFalse();
        assertThat(passwords.hash(password)).as("salted").isNotEqualTo(hash);
    }

    @Test
    void standardCostIsWhatPeopleGet() {
        Passwords standard = new Passwords(PasswordCost.STANDARD, new SecureRandom());
        assertThat(standard.hash("x")).startsWith("$argon2id$v=19$m=65536,t=3,p=1$");
        assertThat(standard.nobody()).startsWith("$argon2id$v=19$m=65536,t=3,p=1$");
    }

    @Test
    void nobodyCanBeCheckedLikeAnybody() {
        assertThat(Passwords.matches("", passwords.nobody())).isFalse();
        assertThat(passwords.nobody()).hasSameSizeAs(passwords.hash("x"));
    }

    @ParameterizedTest
    @CsvSource({"7,1", "8,0", "5000000,1", "8,1001"})
    void refusesImpossibleCosts(int memoryKib, int passes) {
        assertThatThrownBy(() -> new PasswordCost(memoryKib, passes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesATextThatIsNoHash() {
        assertThatThrownBy(() -> Passwords.matches("x", "plain"))
                .isInstanceOf(IllegalStateException.class);
    }
}
