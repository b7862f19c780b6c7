/** How people come in: logins, signups, passwords and tokens. */
@NullMarked
package evens.edge.people;

import org.jspecify.annotations.NullMarked;
