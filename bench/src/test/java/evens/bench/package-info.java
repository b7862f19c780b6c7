/** Tests of the benchmarks. */
@NullMarked
package evens.bench;

import org.jspecify.annotations.NullMarked;
