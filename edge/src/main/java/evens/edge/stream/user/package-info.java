/** What accounts are told of their own orders and bets: as it happens, and again. */
@NullMarked
package evens.edge.stream.user;

import org.jspecify.annotations.NullMarked;
