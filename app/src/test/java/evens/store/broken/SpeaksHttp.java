package evens.store.broken;

import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Breaks a rule of the architecture on purpose. */
public final class SpeaksHttp {
    public @Nullable Vertx vertx;
}
