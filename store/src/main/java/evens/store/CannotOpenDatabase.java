package evens.store;

import org.jspecify.annotations.Nullable;

/** A database was not opened. The message is a sentence for the operator. */
public final class CannotOpenDatabase extends RuntimeException {
    CannotOpenDatabase(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
