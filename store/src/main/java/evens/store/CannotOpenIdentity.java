package evens.store;

import org.jspecify.annotations.Nullable;

/** The identity database was not opened. The message is a sentence for the operator. */
public final class CannotOpenIdentity extends RuntimeException {
    CannotOpenIdentity(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
