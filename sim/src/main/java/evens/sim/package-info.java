/**
 * The simulator: the production exchange behind the production log adapter, driven through a log, a
 * clock, an alarm and snapshots of our own by one seed, and judged by a naive twin; in some seeds
 * the production projector behind it, on a database in memory.
 */
@NullMarked
package evens.sim;

import org.jspecify.annotations.NullMarked;
