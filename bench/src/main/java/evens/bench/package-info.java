/**
 * The benchmarks: the exchange and its peers on the same commands. A figure counts only if all
 * ended in the same state.
 */
@NullMarked
package evens.bench;

import org.jspecify.annotations.NullMarked;
