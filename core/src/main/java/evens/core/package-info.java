/**
 * The exchange: {@link evens.core.Exchange} is its only front door. Nothing here knows a clock, a
 * disk or a socket.
 */
@NullMarked
package evens.core;

import org.jspecify.annotations.NullMarked;
