package evens.edge.people;

import evens.edge.auth.Authenticator;
import evens.edge.rest.Call;
import evens.edge.view.AccountRow;
import evens.edge.view.View;
import evens.edge.wire.UserShape;
import evens.model.Identity;
import evens.model.Identity.LoginResult;
import evens.model.Identity.Person;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/** The answer to somebody who just came in: who it is, the token, and the cookie with it. */
public final class Entry {
    private final Identity identity;
    private final Authenticator authenticator;
    private final View view;

    public Entry(Identity identity, Authenticator authenticator, View view) {
        this.identity = identity;
        this.authenticator = authenticator;
        this.view = view;
    }

    /**
     * Answers with what became of a password.
     *
     * @param result null if the store did not answer
     * @param denied what is said to a wrong one
     */
    void answer(Call call, @Nullable LoginResult result, String denied) {
        switch (result) {
            case LoginResult.Denied _ -> call.fail(401, denied);
            case LoginResult.Busy _ -> call.throttled(1);
            case LoginResult.LoggedIn in -> answer(call, in.person(), in.token());
            case null -> call.fail(503, "logins are not possible now");
        }
    }

    void answer(Call call, Person person, String token) {
        AccountRow account = view.account(person.account());
        if (account == null) {
            call.fail(503, "the account is not open yet");
        } else if (account.banned()) {
            identity.logout(token)
                    .whenComplete((_, _) -> call.onLoop(() -> call.fail(Reject.ACCOUNT_BANNED)));
        } else {
            call.header("Set-Cookie", authenticator.cookie(token));
            call.data(out -> UserShape.writeLogin(person, account, token, out));
        }
    }
}
