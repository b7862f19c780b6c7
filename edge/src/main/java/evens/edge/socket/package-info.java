/** What all sockets have in common: how they open, how frames go in and out, when they end. */
@NullMarked
package evens.edge.socket;

import org.jspecify.annotations.NullMarked;
