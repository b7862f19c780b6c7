package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.Bearer;
import evens.model.Identity.Person;
import evens.model.Identity.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token is good for 30 days, then due for 30 days, and whoever exchanges it has 60 seconds. */
class TokenRotationTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final SettableClock clock = new SettableClock();
    @TempDir private Path folder;
    private SqlIdentity identity;
    private People people;
    private Person ann;

    @BeforeEach
    void begin() {
        open();
        ann = people.add("ann", null);
    }

    private void open() {
        identity = SqlIdentity.open(folder, People.EXCHANGE, PasswordCost.SMALLEST, clock);
        people = new People(identity);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    private void reopen() {
        close();
        open();
    }

    private String state(@Nullable String token) {
        assertThat(token).isNotNull();
        Bearer bearer = identity.bearer(token);
        if (bearer == null) {
            assertThat(identity.authenticate(token)).isNull();
            return "none";
        }
        assertThat(bearer.person()).isEqualTo(ann);
        assertThat(identity.authenticate(token)).isEqualTo(bearer.isDue() ? null : ann);
        return bearer.isDue() ? "due" : "good";
    }

    private @Nullable String rotate(String token) {
        return await(identity.rotate(token));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    P0D,                 good
                    P29D,                good
                    P29DT23H59M59.999S,  good
                    P30D,                due
                    P59DT23H59M59.999S,  due
                    P60D,                none
                    P90D,                none
                    """)
    void byAge(Duration age, String expected) {
        String token = people.token("ann");
        clock.pass(age);
        assertThat(state(token)).isEqualTo(expected);
        String next = rotate(token);
        assertThat(next != null).as("exchanged").isEqualTo(expected.equals("due"));
        assertThat(state(token)).isEqualTo(expected.equals("due") ? "good" : expected);

        reopen();
        assertThat(state(token)).isEqualTo(expected.equals("due") ? "good" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    P30D,                PT0S,       good,  good
                    P30D,                PT59.999S,  good,  good
                    P30D,                PT60S,      none,  good
                    P59DT23H59M59.999S,  PT59.999S,  good,  good
                    P59DT23H59M59.999S,  PT60S,      none,  good
                    P45D,                P30D,       none,  due
                    P45D,                P60D,       none,  none
                    """)
    void afterTheExchange(Duration age, Duration since, String expectedOld, String expectedNew) {
        String old = people.token("ann");
        clock.pass(age);
        String next = rotate(old);
        assertThat(next).isNotNull().matches("[0-9a-f]{256}").isNotEqualTo(old);
        clock.pass(since);
        assertThat(List.of(state(old), state(next))).containsExactly(expectedOld, expectedNew);

        reopen();
        assertThat(List.of(state(old), state(next))).containsExactly(expectedOld, expectedNew);
    }

    @Test
    void ofManyRequestsOneExchanges() {
        String old = people.token("ann");
        clock.pass(MONTH);
        var answers = Stream.generate(() -> identity.rotate(old)).limit(20).toList();
        assertThat(answers.stream().map(People::await).filter(next -> next != null)).hasSize(1);
        reopen();
        assertThat(rotate(old)).as("after a restart within the 60 seconds").isNull();
    }

    @Test
    void anEndedTokenIsNotExchanged() {
        String old = people.token("ann");
        clock.pass(MONTH);
        await(identity.logout(old));
        assertThat(rotate(old)).isNull();
        assertThat(rotate("x")).isNull();
        assertThat(rotate("0".repeat(256))).isNull();
    }

    @Test
    void logoutEndsTheOldValueOnly() {
        String old = people.token("ann");
        clock.pass(MONTH);
        String next = rotate(old);
        await(identity.logout(old));
        assertThat(List.of(state(old), state(next))).containsExactly("none", "good");
    }

    @Test
    void aTokenStaysDueWhenTheDatabaseDoesNotAnswer() {
        String old = people.token("ann");
        clock.pass(MONTH);
        identity.close();
        assertThat(identity.rotate(old).toCompletableFuture().exceptionNow())
                .isInstanceOf(Unavailable.class);
        assertThat(state(old)).isEqualTo("due");
        open();
        assertThat(rotate(old)).isNotNull();
    }

    @Test
    void allTokensOfAnAccountEndAtOnce() {
        people.add("bob", null);
        String bob = people.token("bob");
        String old = people.token("ann");
        clock.pass(MONTH);
        String next = rotate(old);
        String last = people.token("ann");

        var ended = identity.endAllTokens(ann.account());
        assertThat(Stream.of(old, next, last).map(this::state)).containsOnly("none");
        await(ended);
        reopen();
        assertThat(Stream.of(old, next, last).map(this::state)).containsOnly("none");
        assertThat(identity.bearer(bob)).isNotNull();
        assertThat(state(people.token("ann"))).as("the log says who may log in").isEqualTo("good");
    }

    @Test
    void endingAllIsTriedAgainWhenTheDatabaseDidNotTakeIt() {
        String token = people.token("ann");
        identity.close();
        var failed = identity.endAllTokens(ann.account()).toCompletableFuture();
        assertThat(failed.exceptionNow()).isInstanceOf(Unavailable.class);
        assertThat(state(token)).isEqualTo("none");
        open();
        assertThat(state(token)).isEqualTo("good");
        await(identity.endAllTokens(ann.account()));
        reopen();
        assertThat(state(token)).isEqualTo("none");
    }
}
