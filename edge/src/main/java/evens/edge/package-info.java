/** Where the exchange meets its users: {@link evens.edge.EdgeServer} is the front door. */
@NullMarked
package evens.edge;

import org.jspecify.annotations.NullMarked;
