/** What was executed under which idempotency key. */
@NullMarked
package evens.core.keys;

import org.jspecify.annotations.NullMarked;
