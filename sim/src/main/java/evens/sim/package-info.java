/**
 * The simulator: the production exchange behind the production log adapter, driven through a log, a
 * clock, an alarm and snapshots of our own by one seed, and judged by a naive twin.
 */
@NullMarked
package evens.sim;

import org.jspecify.annotations.NullMarked;
