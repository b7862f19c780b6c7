/**
 * JSON shapes of the public API: the one place that knows the wire's own words, and where the
 * owner's perspective is flipped to the taker's.
 */
@NullMarked
package evens.edge.wire;

import org.jspecify.annotations.NullMarked;
