package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.Bearer;
import evens.model.Identity.NamedToken;
import evens.model.Identity.NewNamedToken;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import evens.model.Identity.Scope;
import evens.model.Identity.TokenTerms;
import evens.model.Identity.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that are made for a purpose. */
class NamedTokensTest {
    private final SettableClock clock = new SettableClock();
    @TempDir private Path folder;
    private SqlIdentity identity;
    private People people;
    private Person ann;
    private String login;

    @BeforeEach
    void begin() {
        open();
        ann = people.add("ann", null);
        login = people.token("ann");
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

    private NewNamedToken make(String by, String name, String scopes, @Nullable Duration life) {
        Set<Scope> set =
                Stream.of(scopes.split(" ", -1)).map(Scope::valueOf).collect(Collectors.toSet());
        NewNamedToken made =
                await(
                        identity.nameToken(
                                by,
                                new TokenTerms(name, set, life == null ? null : life.toMillis())));
        assertThat(made).isNotNull();
        return made;
    }

    private boolean lives(String token) {
        return identity.bearer(token) != null;
    }

    /** What a token with these scopes may do. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ann, READ,                    READ
                    ann, CANCEL,                  CANCEL
                    ann, TRADE,                   READ TRADE CANCEL
                    ann, READ CANCEL,             READ CANCEL
                    ann, ADMIN,                   ''
                    ann, READ TRADE CANCEL ADMIN, READ TRADE CANCEL
                    op,  ADMIN,                   ADMIN
                    op,  ADMIN READ,              READ ADMIN
                    op,  READ,                    READ
                    """)
    void isGoodFor(String owner, String scopes, String expected) {
        String by = owner.equals("op") ? operatorsToken() : login;
        String token = make(by, "bot", scopes, null).token();
        assertThat(rights(token)).isEqualTo(expected);
        reopen();
        assertThat(rights(token)).isEqualTo(expected);
    }

    private String rights(String token) {
        Bearer bearer = identity.bearer(token);
        assertThat(bearer).isNotNull();
        assertThat(bearer.isNamed()).isTrue();
        return Stream.of(Scope.values())
                .filter(bearer::may)
                .map(Scope::name)
                .collect(Collectors.joining(" "));
    }

    private String operatorsToken() {
        Pending operator =
                await(
                        identity.create(
                                new NewPerson("op", null, "secret of op", true), People.TERMS));
        assertThat(operator).isNotNull();
        await(identity.activate(operator.person().account()));
        return people.token("op");
    }

    @Test
    void aLoginIsGoodForAllThatItsPersonMay() {
        Bearer player = identity.bearer(login);
        Bearer operator = identity.bearer(operatorsToken());
        assertThat(player).isEqualTo(Bearer.ofLogin(ann, false));
        assertThat(player).isNotNull();
        assertThat(player.may(Scope.TRADE) && !player.may(Scope.ADMIN)).isTrue();
        assertThat(operator).isNotNull();
        assertThat(operator.isNamed()).isFalse();
        assertThat(Stream.of(Scope.values())).allMatch(operator::may);
    }

    /** It ends when it was said, and is never exchanged. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    P1D,  PT0S,                good
                    P1D,  PT23H59M59.999S,     good
                    P1D,  P1D,                 none
                    P90D, P89DT23H59M59.999S,  good
                    P90D, P90D,                none
                    ,     P30D,                good
                    ,     P60D,                good
                    ,     P10000D,             good
                    """)
    void byAge(@Nullable Duration life, Duration age, String expected) {
        String token = make(login, "bot", "READ", life).token();
        clock.pass(age);
        for (int opened = 0; opened < 2; opened++) {
            Bearer bearer = identity.bearer(token);
            assertThat(bearer == null ? "none" : bearer.isDue() ? "due" : "good")
                    .isEqualTo(expected);
            assertThat(await(identity.namedTokens(ann.account())))
                    .hasSize(expected.equals("good") ? 1 : 0);
            assertThat(await(identity.rotate(token))).isNull();
            reopen();
        }
    }

    @Test
    void isListedWithoutTheToken() {
        long now = clock.millis();
        NewNamedToken first = make(login, "first", "READ CANCEL", null);
        clock.pass(Duration.ofSeconds(1));
        NewNamedToken second = make(login, "second", "TRADE", Duration.ofDays(1));

        assertThat(first.token()).matches("[0-9a-f]{256}").isNotEqualTo(second.token());
        assertThat(first.named())
                .isEqualTo(
                        new NamedToken(
                                first.named().number(),
                                "first",
                                Set.of(Scope.READ, Scope.CANCEL),
                                now,
                                null,
                                first.token().substring(252)));
        assertThat(second.named().endsAtMillis()).isEqualTo(now + 1_000 + 86_400_000);
        List<NamedToken> both = List.of(first.named(), second.named());
        assertThat(await(identity.namedTokens(ann.account()))).isEqualTo(both);
        reopen();
        assertThat(await(identity.namedTokens(ann.account()))).isEqualTo(both);
        assertThat(await(identity.namedTokens(people.add("bob", null).account()))).isEmpty();
    }

    @Test
    void isRevokedByItsOwnerOnly() {
        NewNamedToken named = make(login, "bot", "READ", null);
        long number = named.named().number();
        long bob = people.add("bob", null).account();

        assertThat(await(identity.revoke(bob, number))).isFalse();
        assertThat(await(identity.revoke(ann.account(), number + 1))).isFalse();
        assertThat(await(identity.revoke(ann.account(), number - 1))).as("the login").isFalse();
        assertThat(lives(named.token()) && lives(login)).isTrue();

        assertThat(await(identity.revoke(ann.account(), number))).isTrue();
        assertThat(lives(named.token())).isFalse();
        assertThat(await(identity.revoke(ann.account(), number))).isFalse();
        reopen();
        assertThat(lives(named.token())).isFalse();
        assertThat(lives(login)).isTrue();
    }

    @Test
    void aTokenThatHasEndedMakesNoOther() {
        await(identity.logout(login));
        TokenTerms terms = new TokenTerms("bot", Set.of(Scope.READ), null);
        assertThat(await(identity.nameToken(login, terms))).isNull();
        assertThat(await(identity.nameToken("x", terms))).isNull();
        assertThat(await(identity.namedTokens(ann.account()))).isEmpty();
    }

    @Test
    void endsWithAllOthersOfItsAccount() {
        String token = make(login, "bot", "READ", null).token();
        var ended = identity.endAllTokens(ann.account());
        assertThat(lives(token)).as("at once").isFalse();
        await(ended);
        reopen();
        assertThat(lives(token)).isFalse();
        assertThat(await(identity.namedTokens(ann.account()))).isEmpty();
    }

    @Test
    void theOldestOfAThousandAndOneGoes() {
        String first = make(login, "first", "READ", null).token();
        String second = make(login, "second", "READ", null).token();
        for (int i = 2; i < Tokens.PER_ACCOUNT; i++) {
            make(login, "more", "READ", null);
        }
        assertThat(lives(first)).isTrue();
        make(login, "last", "READ", null);
        for (int i = 0; i < 3; i++) {
            people.token("ann");
        }
        for (int opened = 0; opened < 2; opened++) {
            assertThat(lives(first)).isFalse();
            assertThat(lives(second)).isTrue();
            assertThat(lives(login)).as("tokens of logins are counted apart").isTrue();
            reopen();
        }
    }

    @Test
    void nothingIsMadeWhenTheDatabaseDoesNotAnswer() {
        NewNamedToken named = make(login, "bot", "READ", null);
        identity.close();
        TokenTerms terms = new TokenTerms("bot", Set.of(Scope.READ), null);
        for (var stage :
                List.of(
                        identity.nameToken(login, terms),
                        identity.namedTokens(ann.account()),
                        identity.revoke(ann.account(), named.named().number()))) {
            assertThat(stage.toCompletableFuture().exceptionNow()).isInstanceOf(Unavailable.class);
        }
        assertThat(lives(named.token())).isTrue();
    }
}
