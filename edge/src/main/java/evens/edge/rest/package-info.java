/** Routes of the public API. */
@NullMarked
package evens.edge.rest;

import org.jspecify.annotations.NullMarked;
