@NullMarked
package evens.core.base;

import org.jspecify.annotations.NullMarked;
