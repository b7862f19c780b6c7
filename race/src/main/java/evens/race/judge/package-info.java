/** Judges what the clients of a race saw, rule by rule, from their records alone. */
@NullMarked
package evens.race.judge;

import org.jspecify.annotations.NullMarked;
