/** Orders waiting for a match, by price and time. */
@NullMarked
package evens.core.book;

import org.jspecify.annotations.NullMarked;
