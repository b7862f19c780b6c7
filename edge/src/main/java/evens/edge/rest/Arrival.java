package evens.edge.rest;

import evens.edge.limits.Address;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * A request that has found its route.
 *
 * @param loop the context of the event loop, not the request's own copy of it
 * @param parts of the path
 * @param caller whom it counts for
 * @param epoch of the account when the head was read, where it was known then
 */
record Arrival(
        HttpServerRequest request,
        Context loop,
        Route route,
        List<String> parts,
        Address caller,
        long epoch) {

    Arrival at(long knownEpoch) {
        return new Arrival(request, loop, route, parts, caller, knownEpoch);
    }
}
