package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.LoginResult;
import evens.model.Identity.LoginResult.Busy;
import evens.model.Identity.LoginResult.Denied;
import evens.model.Identity.LoginResult.LoggedIn;
import evens.model.Identity.Person;
import evens.model.Identity.Scope;
import evens.model.Identity.TokenTerms;
import evens.model.Identity.Unavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordChangeTest {
    private static final String OLD = "secret of ann";
    private static final String NEW = "another secret";

    private final SettableClock clock = new SettableClock();
    @TempDir private Path folder;
    private PasswordThread passwordThread;
    private SqlIdentity identity;
    private People people;
    private Person ann;
    private String token;

    @BeforeEach
    void begin() {
        open();
        ann = people.add("ann", null);
        token = people.token("ann");
    }

    private void open() {
        passwordThread = new PasswordThread();
        identity =
                SqlIdentity.open(
                        folder, People.EXCHANGE, PasswordCost.SMALLEST, clock, passwordThread);
        people = new People(identity);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    private boolean lives(String each) {
        return identity.bearer(each) != null;
    }

    @Test
    void endsEveryTokenAndMakesOne() {
        String second = people.token("ann");
        String named =
                Objects.requireNonNull(
                                await(
                                        identity.nameToken(
                                                token,
                                                new TokenTerms("bot", Set.of(Scope.READ), null))))
                        .token();
        String bob = people.add("bob", null).account() > 0 ? people.token("bob") : "";

        LoginResult result = await(identity.changePassword(token, OLD, NEW));

        assertThat(result).isInstanceOf(LoggedIn.class);
        assertThat(((LoggedIn) result).person()).isEqualTo(ann);
        String next = ((LoggedIn) result).token();
        for (int opened = 0; opened < 2; opened++) {
            assertThat(Stream.of(token, second, named)).noneMatch(this::lives);
            assertThat(Stream.of(next, bob)).allMatch(this::lives);
            assertThat(people.login("ann", OLD)).isInstanceOf(Denied.class);
            assertThat(people.login("ann", NEW)).isInstanceOf(LoggedIn.class);
            close();
            open();
        }
    }

    @Test
    void aWrongOldPasswordChangesNothing() {
        for (String wrong : new String[] {"", "secret", NEW, "Secret of ann"}) {
            assertThat(await(identity.changePassword(token, wrong, NEW)))
                    .isInstanceOf(Denied.class);
        }
        assertThat(lives(token)).isTrue();
        assertThat(people.login("ann", OLD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aTokenThatHasEndedChangesNothing() {
        await(identity.logout(token));
        assertThat(await(identity.changePassword(token, OLD, NEW))).isInstanceOf(Denied.class);
        assertThat(people.login("ann", OLD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aTokenThatEndsMeanwhileChangesNothing() {
        CountDownLatch held = new CountDownLatch(1);
        assertThat(passwordThread.login(() -> Threads.uninterrupted(held::await))).isTrue();
        CompletionStage<LoginResult> change = identity.changePassword(token, OLD, NEW);
        await(identity.logout(token));
        held.countDown();
        assertThat(await(change)).isInstanceOf(Denied.class);
        assertThat(people.login("ann", OLD)).isInstanceOf(LoggedIn.class);
    }

    /** Of two changes from the same old password one is made. */
    @Test
    void theSecondOfTwoFindsAnotherPassword() {
        var first = identity.changePassword(token, OLD, NEW);
        var second = identity.changePassword(token, OLD, "a third secret");
        assertThat(await(first)).isInstanceOf(LoggedIn.class);
        assertThat(await(second)).isInstanceOf(Denied.class);
        assertThat(people.login("ann", NEW)).isInstanceOf(LoggedIn.class);
    }

    /** A login that has checked the old password gets no token that outlives the change. */
    @Test
    void aLoginUnderWayIsDeniedOrEnds() {
        for (int round = 0; round < 20; round++) {
            String old = round % 2 == 0 ? OLD : NEW;
            String next = round % 2 == 0 ? NEW : OLD;
            String by = ((LoggedIn) people.login("ann", old)).token();
            CompletionStage<LoginResult> before = identity.login("ann", old);
            CompletionStage<LoginResult> change = identity.changePassword(by, old, next);
            CompletionStage<LoginResult> after = identity.login("ann", old);
            assertThat(await(change)).isInstanceOf(LoggedIn.class);
            for (CompletionStage<LoginResult> login : List.of(before, after)) {
                if (await(login) instanceof LoggedIn in) {
                    assertThat(lives(in.token())).isFalse();
                }
            }
        }
    }

    @Test
    void waitsInTheQueueOfLogins() {
        CountDownLatch held = new CountDownLatch(1);
        assertThat(passwordThread.login(() -> Threads.uninterrupted(held::await))).isTrue();
        for (int i = 0; i <= PasswordThread.LOGINS; i++) {
            identity.login("ann", OLD);
        }
        CompletionStage<LoginResult> refused = identity.changePassword(token, OLD, NEW);
        assertThat(await(refused)).isInstanceOf(Busy.class);
        held.countDown();
    }

    @Test
    void nothingIsChangedWhenTheDatabaseDoesNotAnswer() {
        identity.close();
        assertThat(identity.changePassword(token, OLD, NEW).toCompletableFuture().exceptionNow())
                .isInstanceOf(Unavailable.class);
        assertThat(lives(token)).isTrue();
        open();
        assertThat(people.login("ann", OLD)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aTokenWithoutALoginIsLikeOneOfALogin() {
        String made = await(identity.newToken(ann));
        assertThat(identity.bearer(made)).isEqualTo(identity.bearer(token));
        close();
        open();
        assertThat(identity.bearer(made)).isEqualTo(identity.bearer(token)).isNotNull();
    }
}
