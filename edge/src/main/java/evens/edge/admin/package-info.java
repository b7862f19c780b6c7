/** Routes of the operators. */
@NullMarked
package evens.edge.admin;

import org.jspecify.annotations.NullMarked;
