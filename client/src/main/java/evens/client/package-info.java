/**
 * The exchange seen from outside: the public API and the operators' API over HTTP, and market
 * makers that use them like anybody else. Knows no other module. Money and odds are {@link
 * java.math.BigDecimal}; times are {@link java.time.Instant}.
 */
@NullMarked
package evens.client;

import org.jspecify.annotations.NullMarked;
