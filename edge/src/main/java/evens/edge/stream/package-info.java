/** What is told without being asked: to everybody what the books are, to each account its own. */
@NullMarked
package evens.edge.stream;

import org.jspecify.annotations.NullMarked;
