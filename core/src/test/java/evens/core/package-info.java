/** The rules of the exchange, told as transcripts. */
@NullMarked
package evens.core;

import org.jspecify.annotations.NullMarked;
