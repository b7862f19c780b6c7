/** Placing and cancelling: plan, check, commit. */
@NullMarked
package evens.core.orders;

import org.jspecify.annotations.NullMarked;
