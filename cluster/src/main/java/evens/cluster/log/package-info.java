/**
 * Between the log and the exchange, without a word about who carries the log: bytes and small
 * interfaces of our own. The simulator drives {@link evens.cluster.log.LogAdapter} as it is.
 */
@NullMarked
package evens.cluster.log;

import org.jspecify.annotations.NullMarked;
