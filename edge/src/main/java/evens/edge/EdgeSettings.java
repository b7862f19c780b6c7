package evens.edge;

import evens.edge.limits.LimitSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the edge is reached.
 *
 * @param port 0 picks a free one
 * @param signup whether anybody may open an account
 * @param anonymousReads whether markets are shown to whoever does not say who asks
 * @param version of the product, for the status
 */
public record EdgeSettings(
        String host,
        int port,
        @Nullable Tls tls,
        LimitSettings limits,
        boolean signup,
        boolean anonymousReads,
        String version) {
    /** Files in PEM. */
    public record Tls(String certificateFile, String keyFile) {}
}
