@NullMarked
package evens.model;

import org.jspecify.annotations.NullMarked;
