/** How much one address, one account and one name may ask for. */
@NullMarked
package evens.edge.limits;

import org.jspecify.annotations.NullMarked;
