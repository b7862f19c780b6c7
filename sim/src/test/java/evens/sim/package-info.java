@NullMarked
package evens.sim;

import org.jspecify.annotations.NullMarked;
