package evens.store;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.LoginResult;
import evens.model.Identity.LoginResult.Busy;
import evens.model.Identity.LoginResult.LoggedIn;
import evens.model.Identity.Unavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordThreadTest {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    /** Returns when the thread works on a task that ends with {@link #release}. */
    private void occupy(PasswordThread thread) {
        thread.login(() -> {
            started.countDown();
            Threads.uninterrupted(release::await);
        });
        Threads.uninterrupted(started::await);
    }

    @Test
    void isBusyWhenTwentyWait(@TempDir Path folder) {
        PasswordThread thread = new PasswordThread();
        try (SqlIdentity identity =
                SqlIdentity.open(
                        folder,
                        People.EXCHANGE,
                        PasswordCost.SMALLEST,
                        Clock.systemUTC(),
                        thread)) {
            People people = new People(identity);
            people.add("ann", null);
            occupy(thread);

            List<CompletableFuture<LoginResult>> logins = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                logins.add(identity.login("ann", "secret of ann").toCompletableFuture());
            }

            assertThat(logins.subList(0, 20)).noneMatch(CompletableFuture::isDone);
            assertThat(logins.subList(20, 25))
                    .allSatisfy(login -> assertThat(login).isCompletedWithValue(new Busy()));
            release.countDown();
            assertThat(logins.subList(0, 20))
                    .allSatisfy(login -> assertThat(login.join()).isInstanceOf(LoggedIn.class));
            assertThat(people.login("ann", "secret of ann")).isInstanceOf(LoggedIn.class);
        }
    }

    @Test
    void whatWaitsAtTheEndIsRefused(@TempDir Path folder) throws Exception {
        PasswordThread thread = new PasswordThread();
        SqlIdentity identity =
                SqlIdentity.open(
                        folder, People.EXCHANGE, PasswordCost.SMALLEST, Clock.systemUTC(), thread);
        occupy(thread);
        CompletableFuture<LoginResult> waiting = identity.login("ann", "x").toCompletableFuture();
        Thread closing = Thread.ofPlatform().start(identity::close);
        while (!thread.isClosed()) {
            Thread.onSpinWait();
        }
        release.countDown();
        closing.join();

        assertThat(waiting).isCompletedExceptionally();
        assertThat(waiting.exceptionNow()).isInstanceOf(Unavailable.class);
        assertThat(identity.login("ann", "x").toCompletableFuture().exceptionNow())
                .isInstanceOf(Unavailable.class);
        assertThat(identity.pending().toCompletableFuture().exceptionNow())
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void loginsAndSignupsTakeTurns() {
        List<String> order = new ArrayList<>();
        try (PasswordThread thread = new PasswordThread()) {
            occupy(thread);
            for (int i = 0; i < 3; i++) {
                thread.signup(() -> order.add("signup"));
            }
            for (int i = 0; i < 2; i++) {
                thread.login(() -> order.add("login"));
            }
            release.countDown();
        }
        assertThat(order).containsExactly("signup", "login", "signup", "login", "signup");
    }
}
