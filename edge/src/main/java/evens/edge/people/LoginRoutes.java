package evens.edge.people;

import evens.edge.admin.Fields;
import evens.edge.admin.PersonFields;
import evens.edge.auth.Authenticator;
import evens.edge.limits.Allowance;
import evens.edge.limits.Limits;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.model.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Logging in and out, and another password. */
public final class LoginRoutes {
    private static final int MAX_CREDENTIAL = 1024;

    private final Identity identity;
    private final Authenticator authenticator;
    private final Entry entry;
    private final Limits limits;

    public LoginRoutes(Identity identity, Authenticator authenticator, Entry entry, Limits limits) {
        this.identity = identity;
        this.authenticator = authenticator;
        this.entry = entry;
        this.limits = limits;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/user/login", Needs.NOBODY, this::login),
                Route.post("/user/logout", Needs.OWNER, this::logout),
                Route.post(
                        "/user/changePassword",
                        Needs.OWNER,
                        Fields.answering(this::changePassword)));
    }

    private void login(Call call) {
        String username = credential(call, "username");
        String password = credential(call, "password");
        if (username == null || password == null) {
            call.bad("username and password are required.");
            return;
        }
        Allowance allowance = limits.login(call.caller(), username);
        if (!allowance.granted()) {
            call.throttled(allowance.seconds());
            return;
        }
        identity.login(username, password)
                .whenComplete((result, _) ->
                        call.onLoop(
                                () -> entry.answer(call, result, "Wrong username or password")));
    }

    private static @Nullable String credential(Call call, String name) {
        JsonNode field = call.field(name);
        String text = field != null && field.isString() ? field.stringValue() : "";
        return text.isEmpty() || text.length() > MAX_CREDENTIAL ? null : text;
    }

    private void changePassword(Call call) throws Fields.Refused {
        String oldPassword = credential(call, "oldPassword");
        if (oldPassword == null) {
            throw new Fields.Refused("oldPassword is required");
        }
        String newPassword = PersonFields.password(Fields.ignoringOthers(call), "newPassword");
        Allowance allowance = limits.login(call.caller(), call.person().username());
        if (!allowance.granted()) {
            call.throttled(allowance.seconds());
            return;
        }
        identity.changePassword(call.token(), oldPassword, newPassword)
                .whenComplete((result, _) ->
                        call.onLoop(() -> entry.answer(call, result, "Wrong password")));
    }

    private void logout(Call call) {
        identity.logout(call.token())
                .whenComplete((_, failure) ->
                        call.onLoop(() -> {
                            if (failure != null) {
                                call.fail(503, "logging out is not possible now");
                                return;
                            }
                            call.header("Set-Cookie", authenticator.noCookie());
                            call.data(out -> {
                                out.writeStartObject();
                                out.writeBooleanProperty("loggedOut", true);
                                out.writeEndObject();
                            });
                        }));
    }
}
