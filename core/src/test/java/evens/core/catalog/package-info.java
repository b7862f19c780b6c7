@NullMarked
package evens.core.catalog;

import org.jspecify.annotations.NullMarked;
