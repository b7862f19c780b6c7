package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import evens.model.Identity.LoginResult;
import evens.model.Identity.LoginResult.Denied;
import evens.model.Identity.LoginResult.LoggedIn;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlIdentityTest {
    private final SettableClock clock = new SettableClock();
    @TempDir private Path folder;
    private SqlIdentity identity;
    private People people;

    @BeforeEach
    void open() {
        identity = SqlIdentity.open(folder, People.EXCHANGE, PasswordCost.SMALLEST, clock);
        people = new People(identity);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Ann,               secret of Ann,  in
                    ann,               secret of Ann,  in
                    ANN,               secret of Ann,  in
                    ann@example.org,   secret of Ann,  in
                    Ann@Example.ORG,   secret of Ann,  in
                    Ann,               Secret of Ann,  denied
                    Ann,               '',             denied
                    ann@example.com,   secret of Ann,  denied
                    Ann%,              secret of Ann,  denied
                    bob,               secret of Ann,  denied
                    '',                '',             denied
                    pat,               secret of pat,  denied
                    """)
    void login(String name, String password, String expected) {
        Person ann = people.add("Ann", "Ann@example.org");
        people.begin("pat", null);
        switch (people.login(name, password)) {
            case LoggedIn(Person person, String token) -> {
                assertThat(expected).isEqualTo("in");
                assertThat(person).isEqualTo(ann);
                assertThat(token).matches("[0-9a-f]{256}");
                assertThat(identity.authenticate(token)).isEqualTo(ann);
            }
            case Denied() -> assertThat(expected).isEqualTo("denied");
            case LoginResult.Busy() -> throw new AssertionError("busy");
        }
    }

    @Test
    void aStrangerCostsAsMuchAsAWrongPassword() {
        try (SqlIdentity costly =
                SqlIdentity.open(
                        folder.resolve("costly"),
                        People.EXCHANGE,
                        new PasswordCost(16 * 1024, 2),
                        clock)) {
            People there = new People(costly);
            there.add("ann", null);
            there.begin("pat", null);
            long known = Long.MAX_VALUE;
            long pending = Long.MAX_VALUE;
            long stranger = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) { // in turns: the machine has other things to do
                known = Math.min(known, nanosOfRefusal(there, "ann"));
                pending = Math.min(pending, nanosOfRefusal(there, "pat"));
                stranger = Math.min(stranger, nanosOfRefusal(there, "eve"));
            }
            assertThat(stranger).isBetween(known / 2, known * 2);
            assertThat(pending).isBetween(known / 2, known * 2);
        }
    }

    private static long nanosOfRefusal(People people, String name) {
        long start = System.nanoTime();
        assertThat(people.login(name, "wrong")).isEqualTo(new Denied());
        return System.nanoTime() - start;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    ann,              -,                taken
                    ANN,              -,                taken
                    bob,              ann@example.org,  taken
                    bob,              ANN@EXAMPLE.ORG,  taken
                    ann@example.org,  -,                taken
                    bob,              ann,              taken
                    bob,              -,                free
                    bob,              bob,              free
                    bob,              ann@example.com,  free
                    """)
    void namesAndEmailsAreUniqueTogether(String name, @Nullable String email, String expected) {
        people.begin("Ann", "Ann@example.org");
        Pending second = people.begin(name, email);
        assertThat(second == null ? "taken" : "free").isEqualTo(expected);
    }

    @Test
    void nameCaseDoesNotDependOnTheCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            people.begin("INGRID", null);
            assertThat(people.begin("ingrid", null)).isNull();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void twoWithoutEmailAreTwo() {
        assertThat(people.begin("ann", null)).isNotNull();
        assertThat(people.begin("bob", null)).isNotNull();
    }

    @Test
    void pendingPeopleKeepTheirTermsUntilTheyAreActive() {
        Pending ann = people.begin("ann", null);
        clock.pass(Duration.ofSeconds(1));
        Pending bob = people.begin("bob", "bob@example.org");
        assertThat(ann).isNotNull();
        assertThat(bob).isNotNull();
        assertThat(ann.terms()).isEqualTo(People.TERMS);
        assertThat(ann.person().account()).isPositive();
        assertThat(bob.person().createdAtMillis() - ann.person().createdAtMillis())
                .isEqualTo(1_000);
        assertThat(await(identity.pending())).containsExactly(ann, bob);
        assertThat(await(identity.find(""))).isEmpty();
        assertThat(await(identity.person(ann.person().account()))).isNull();

        await(identity.activate(ann.person().account()));
        await(identity.activate(ann.person().account()));
        assertThat(await(identity.pending())).containsExactly(bob);
        assertThat(await(identity.find(""))).containsExactly(ann.person());
        assertThat(await(identity.person(ann.person().account()))).isEqualTo(ann.person());
        assertThat(await(identity.person(0))).isNull();
    }

    @Test
    void nobodyCanNotBeActivated() {
        assertThatThrownBy(() -> await(identity.activate(7)))
                .hasCauseInstanceOf(NoSuchElementException.class);
    }

    @Test
    void operatorsAreToldApart() {
        Pending operator =
                await(identity.create(new NewPerson("op", null, "x", true), People.TERMS));
        assertThat(operator).isNotNull();
        await(identity.activate(operator.person().account()));
        assertThat(await(identity.find("op")))
                .singleElement()
                .extracting(Person::admin)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',     a_b Bob bobby Zoe
                    bob,    Bob bobby
                    BOB,    Bob bobby
                    o,      Bob bobby Zoe
                    _,      a_b
                    %,      ''
                    pat,    ''
                    """)
    void find(String text, String expected) {
        for (String name : "Zoe bobby a_b Bob".split(" ", -1)) {
            people.add(name, null);
        }
        people.begin("pat", null);
        for (Person person : await(identity.find(text))) {
            assertThat(await(identity.person(person.account()))).isEqualTo(person);
        }
        String found =
                String.join(
                        " ", await(identity.find(text)).stream().map(Person::username).toList());
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void logoutEndsOneToken() {
        Person ann = people.add("ann", null);
        String first = people.token("ann");
        String second = people.token("ann");

        var logout = identity.logout(first);
        assertThat(identity.authenticate(first)).as("at once").isNull();
        await(logout);
        assertThat(identity.authenticate(first)).isNull();
        assertThat(identity.authenticate(second)).isEqualTo(ann);
        await(identity.logout(first));
    }

    @Test
    void logoutThatTheDatabaseDidNotTakeIsNotForgotten() {
        people.add("ann", null);
        String token = people.token("ann");
        identity.close();
        var failed = identity.logout(token).toCompletableFuture();
        assertThat(failed).isCompletedExceptionally();
        assertThat(identity.authenticate(token)).isNull();
        assertThat(identity.logout(token).toCompletableFuture())
                .as("tried again, not taken for done")
                .isCompletedExceptionally();
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "Bearer", "0123456789abcdef"})
    void noToken(String text) {
        people.add("ann", null);
        assertThat(identity.authenticate(text)).isNull();
        await(identity.logout(text));
        assertThat(identity.authenticate(text.repeat(256))).isNull();
        assertThat(identity.authenticate("0".repeat(256))).isNull();
    }

    @Test
    void tokensAreNotReadLoosely() {
        people.add("ann", null);
        String token = people.token("ann");
        char[] wide = token.toCharArray();
        wide[0] = (char) (wide[0] + 0x100); // the same low byte
        assertThat(identity.authenticate(new String(wide))).isNull();
        assertThat(identity.authenticate(token + "0")).isNull();
        assertThat(identity.authenticate(token.substring(1))).isNull();
    }

    @Test
    void tokensExpireAfterThirtyDays() {
        people.add("ann", null);
        String token = people.token("ann");
        clock.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(identity.authenticate(token)).isNotNull();
        clock.pass(Duration.ofMillis(1));
        assertThat(identity.authenticate(token)).isNull();
        close();
        open();
        assertThat(identity.authenticate(token)).isNull();
    }

    @Test
    void theOldestOfAThousandAndOneGoes() {
        people.add("ann", null);
        people.add("bob", null);
        String bob = people.token("bob");
        String first = people.token("ann");
        String second = people.token("ann");
        Set<String> tokens = new HashSet<>();
        for (int i = 2; i < Tokens.PER_ACCOUNT; i++) {
            tokens.add(people.token("ann"));
        }
        assertThat(identity.authenticate(first)).isNotNull();
        String last = people.token("ann");
        assertThat(identity.authenticate(first)).isNull();
        close();
        open();
        assertThat(identity.authenticate(first)).isNull();
        assertThat(identity.authenticate(second)).isNotNull();
        assertThat(identity.authenticate(last)).isNotNull();
        assertThat(identity.authenticate(bob)).isNotNull();
        assertThat(tokens).hasSize(998).allMatch(token -> identity.authenticate(token) != null);
    }

    @Test
    void authenticateLeavesLittleBehind() {
        people.add("ann", null);
        String token = people.token("ann");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        identity.authenticate(token);
        long before = threads.getCurrentThreadAllocatedBytes();
        int found = 0;
        for (int i = 0; i < 10_000; i++) {
            found += identity.authenticate(token) == null ? 0 : 1;
        }
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
        assertThat(found).isEqualTo(10_000);
        assertThat(bytes).isLessThan(200);
    }
}
