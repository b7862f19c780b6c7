/** Figures for whoever watches the process. */
@NullMarked
package evens.edge.metrics;

import org.jspecify.annotations.NullMarked;
