package evens.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The named tokens of one person, who has logged in. */
public final class Tokens {
    private final Connection connection;

    Tokens(Connection connection) {
        this.connection = connection;
    }

    /**
     * A token that was just made.
     *
     * @param auth the token itself, which is told this once
     */
    public record Made(NamedToken token, String auth) {}

    public List<NamedToken> list() {
        return Json.list(connection.get("/user/tokens").required("tokens"), NamedToken::of);
    }

    /**
     * Makes a token.
     *
     * @param scopes at least one of {@code read}, {@code trade}, {@code cancel}, {@code admin}
     * @param expiresInDays null if it does not end by itself
     */
    public Made create(String name, List<String> scopes, @Nullable Integer expiresInDays) {
        ObjectNode body = Json.object().put("name", name);
        ArrayNode array = body.putArray("scopes");
        scopes.forEach(array::add);
        if (expiresInDays != null) {
            body.put("expiresInDays", expiresInDays);
        }
        JsonNode data = connection.post("/user/tokens", body);
        return new Made(NamedToken.of(data.required("token")), Json.text(data, "auth"));
    }

    /** Ends one. */
    public void revoke(String id) {
        connection.post("/user/tokens/revoke", Json.object().put("id", id));
    }
}
