/** Who is asking. */
@NullMarked
package evens.edge.auth;

import org.jspecify.annotations.NullMarked;
