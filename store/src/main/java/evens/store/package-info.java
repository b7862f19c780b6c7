/**
 * Who is who, in SQL: names, password hashes and tokens. {@link evens.store.SqlIdentity} is the
 * front door. One thread talks to the database, one computes password hashes, and whoever asks
 * waits for neither.
 */
@NullMarked
package evens.store;

import org.jspecify.annotations.NullMarked;
