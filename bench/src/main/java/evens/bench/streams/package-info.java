/** The streams under load: an exchange is traded on, and its sockets are listened to. */
@NullMarked
package evens.bench.streams;

import org.jspecify.annotations.NullMarked;
