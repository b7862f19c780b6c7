/**
 * Commands and events as bytes. An Adapter turns bytes into a call, a Publisher a call into bytes;
 * the messages themselves are generated from {@code evens-schema.xml}.
 */
@NullMarked
package evens.cluster.codec;

import org.jspecify.annotations.NullMarked;
