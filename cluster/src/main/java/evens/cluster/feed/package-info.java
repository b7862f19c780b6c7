/**
 * What happened, on its way out: from the engine through bounded rings in memory to the recorded
 * feed, which is a file, and to the one who listens.
 */
@NullMarked
package evens.cluster.feed;

import org.jspecify.annotations.NullMarked;
