package evens.edge.wire;

import evens.model.Identity.NamedToken;
import evens.model.Identity.Scope;
import evens.model.Ids;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A named token as its owner sees it, and the words for scopes. */
public final class TokenShape {
    private TokenShape() {}

    public static void write(NamedToken token, JsonGenerator out) {
        Long endsAtMillis = token.endsAtMillis();
        out.writeStartObject();
        out.writeStringProperty("id", Ids.TOKEN.hex(token.number()));
        out.writeStringProperty("name", token.name());
        out.writeArrayPropertyStart("scopes");
        token.scopes().stream().sorted().map(TokenShape::word).forEach(out::writeString);
        out.writeEndArray();
        out.writeStringProperty("createdAt", Names.time(token.createdAtMillis()));
        out.writeStringProperty(
                "expiresAt", endsAtMillis == null ? null : Names.time(endsAtMillis));
        out.writeStringProperty("lastFour", token.lastFour());
        out.writeEndObject();
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a word; null if there is none. */
    public static @Nullable Scope scope(String word) {
        for (Scope scope : Scope.values()) {
            if (word(scope).equals(word)) {
                return scope;
            }
        }
        return null;
    }
}
