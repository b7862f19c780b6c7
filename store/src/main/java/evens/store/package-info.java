/**
 * SQL. Who is who: names, password hashes and tokens; {@link evens.store.SqlIdentity} is the front
 * door. One thread talks to the database, one computes password hashes, and whoever asks waits for
 * neither. What was: {@link evens.store.SqlHistory}, which {@link evens.store.Projector} writes
 * from the recorded feed.
 */
@NullMarked
package evens.store;

import org.jspecify.annotations.NullMarked;
