@NullMarked
package evens.race.judge;

import org.jspecify.annotations.NullMarked;
