package evens.edge.people;

import evens.edge.admin.Fields;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.wire.TokenShape;
import evens.model.Identity;
import evens.model.Identity.NewNamedToken;
import evens.model.Identity.Scope;
import evens.model.Identity.TokenTerms;
import evens.model.Ids;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code /user/tokens}: tokens that are made for a purpose, and good for no more than that. */
public final class TokenRoutes {
    private static final int MAX_NAME = 64;
    private static final int MAX_DAYS = 3_650;

    private final Identity identity;

    public TokenRoutes(Identity identity) {
        this.identity = identity;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/user/tokens", Needs.OWNER, this::list),
                Route.post("/user/tokens", Needs.OWNER, Fields.answering(this::make)),
                Route.post("/user/tokens/revoke", Needs.OWNER, Fields.answering(this::revoke)),
                Route.delete(
                        "/user/tokens/*",
                        Needs.OWNER,
                        call -> revoke(call, call.pathParameter(0))));
    }

    private void list(Call call) {
        identity.namedTokens(call.person().account())
                .whenComplete((tokens, _) ->
                        call.onLoop(() -> {
                            if (tokens == null) {
                                call.fail(503, "tokens can not be read now");
                            } else {
                                call.rows("tokens", tokens, TokenShape::write);
                            }
                        }));
    }

    private void make(Call call) throws Fields.Refused {
        Fields fields = Fields.ignoringOthers(call);
        String name = fields.text("name", MAX_NAME);
        Set<Scope> scopes = scopes(fields);
        int days = fields.integer("expiresInDays", 1, MAX_DAYS, 0);
        if (scopes.contains(Scope.ADMIN) && !call.person().admin()) {
            call.fail(403, "only operators may have the scope admin");
            return;
        }
        Long life = days == 0 ? null : TimeUnit.DAYS.toMillis(days);
        identity.nameToken(call.token(), new TokenTerms(name, scopes, life))
                .whenComplete((made, failure) -> call.onLoop(() -> answer(call, made, failure)));
    }

    private static Set<Scope> scopes(Fields fields) throws Fields.Refused {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : fields.words("scopes")) {
            Scope scope = TokenShape.scope(word);
            if (scope == null) {
                throw new Fields.Refused("scopes must be of read, trade, cancel and admin");
            }
            scopes.add(scope);
        }
        if (scopes.isEmpty()) {
            throw new Fields.Refused("scopes must name at least one");
        }
        return scopes;
    }

    private static void answer(
            Call call, @Nullable NewNamedToken made, @Nullable Throwable failure) {
        if (failure != null) {
            call.fail(503, "tokens can not be written now");
        } else if (made == null) {
            call.fail(401, "InvalidCredentials");
        } else {
            call.data(out -> {
                out.writeStartObject();
                out.writeName("token");
                TokenShape.write(made.named(), out);
                out.writeStringProperty("auth", made.token());
                out.writeEndObject();
            });
        }
    }

    private void revoke(Call call) throws Fields.Refused {
        revoke(call, Fields.ignoringOthers(call).text("id", MAX_NAME));
    }

    private void revoke(Call call, String id) {
        if (!Ids.isWellFormed(id)) {
            call.bad("id must be 24 hex digits");
            return;
        }
        long number = Ids.TOKEN.number(id);
        identity.revoke(call.person().account(), number)
                .whenComplete((found, _) ->
                        call.onLoop(() -> {
                            if (found == null) {
                                call.fail(503, "tokens can not be ended now");
                            } else if (!found) {
                                call.fail(404, "token not found");
                            } else {
                                call.data(out -> {
                                    out.writeStartObject();
                                    out.writeStringProperty("id", Ids.TOKEN.hex(number));
                                    out.writeBooleanProperty("revoked", true);
                                    out.writeEndObject();
                                });
                            }
                        }));
    }
}
