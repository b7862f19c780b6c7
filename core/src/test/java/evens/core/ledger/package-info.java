@NullMarked
package evens.core.ledger;

import org.jspecify.annotations.NullMarked;
