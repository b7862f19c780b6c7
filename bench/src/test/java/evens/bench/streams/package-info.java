/** Tests of the benchmark of the streams. */
@NullMarked
package evens.bench.streams;

import org.jspecify.annotations.NullMarked;
