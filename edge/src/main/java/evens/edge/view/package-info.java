/** What the exchange looks like now, copied from its events and read by requests. */
@NullMarked
package evens.edge.view;

import org.jspecify.annotations.NullMarked;
