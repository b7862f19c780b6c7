/**
 * The race: clients place, take, edit and cancel the same orders of a running exchange while kills
 * of every kind fall in between, and what they saw is judged. The seed decides what each client
 * does; what happens first is up to the machine.
 */
@NullMarked
package evens.race;

import org.jspecify.annotations.NullMarked;
