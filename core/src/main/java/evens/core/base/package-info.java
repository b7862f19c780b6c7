/**
 * The few collections that the core needs and the JDK does not have: none of them allocates once it
 * is warm.
 */
@NullMarked
package evens.core.base;

import org.jspecify.annotations.NullMarked;
