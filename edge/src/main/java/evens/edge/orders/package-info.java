/** Order operations, whether they come by request or by socket. */
@NullMarked
package evens.edge.orders;

import org.jspecify.annotations.NullMarked;
