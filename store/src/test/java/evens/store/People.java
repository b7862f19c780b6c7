package evens.store;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.LoginResult;
import evens.model.Identity.LoginResult.LoggedIn;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import evens.model.Identity.Terms;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the tests ask of an identity store, awaited. */
record People(SqlIdentity identity) {
    static final long EXCHANGE = 0x1234_5678_9abc_def0L;
    static final Terms TERMS = new Terms(1, 2, 3, 4);

    static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Nullable Pending begin(String name, @Nullable String email) {
        return await(
                identity.create(new NewPerson(name, email, "secret of " + name, false), TERMS));
    }

    Person add(String name, @Nullable String email) {
        Pending pending = begin(name, email);
        assertThat(pending).isNotNull();
        await(identity.activate(pending.person().account()));
        return pending.person();
    }

    LoginResult login(String name, String password) {
        return await(identity.login(name, password));
    }

    /** The token of a login that must succeed. */
    String token(String name) {
        LoginResult result = login(name, "secret of " + name);
        assertThat(result).isInstanceOf(LoggedIn.class);
        return ((LoggedIn) result).token();
    }
}
