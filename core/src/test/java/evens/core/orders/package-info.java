@NullMarked
package evens.core.orders;

import org.jspecify.annotations.NullMarked;
