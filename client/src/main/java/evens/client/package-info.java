/**
 * The exchange seen from outside: the public API and the operators' API over HTTP and WebSockets,
 * and market makers that use them like anybody else. Knows no other module. Money and odds are
 * {@link java.math.BigDecimal}; times are {@link java.time.Instant}.
 *
 * <p>For those who write bots: {@link EvensClient} is where to begin. {@link OrdersSocket} is the
 * fastest way to place and cancel. {@link Books} keeps the market from a {@link PriceStream},
 * {@link OwnOrders} one's own orders and bets from a {@link UserStream}; both say at which step
 * they are exact. {@link Sandbox} is an exchange to test against.
 */
@NullMarked
package evens.client;

import org.jspecify.annotations.NullMarked;
