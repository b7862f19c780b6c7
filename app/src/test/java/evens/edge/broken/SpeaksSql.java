package evens.edge.broken;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Breaks a rule of the architecture on purpose. */
public final class SpeaksSql {
    public @Nullable Connection connection;
}
