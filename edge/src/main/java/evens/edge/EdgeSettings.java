package evens.edge;

import org.jspecify.annotations.Nullable;

/**
 * How the edge is reached.
 *
 * @param port 0 picks a free one
 * @param version of the product, for the status
 */
public record EdgeSettings(String host, int port, @Nullable Tls tls, String version) {
    /** Files in PEM. */
    public record Tls(String certificateFile, String keyFile) {}
}
