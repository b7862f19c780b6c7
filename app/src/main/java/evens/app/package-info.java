/** The product: its command line, its settings, and the one place where all parts meet. */
@NullMarked
package evens.app;

import org.jspecify.annotations.NullMarked;
