/** What clients of the exchange asked, when, and what they were answered: all a judge knows. */
@NullMarked
package evens.race.seen;

import org.jspecify.annotations.NullMarked;
