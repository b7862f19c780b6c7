@NullMarked
package evens.core.book;

import org.jspecify.annotations.NullMarked;
