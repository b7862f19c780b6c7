package evens.client;

import org.jspecify.annotations.Nullable;

/** An orders socket answered a message with an error. */
public final class OrdersRefused extends RuntimeException {
    private final String error;
    private final @Nullable String errorType;

    OrdersRefused(String error, @Nullable String errorType) {
        super(error);
        this.error = error;
        this.errorType = errorType;
    }

    public String error() {
        return error;
    }

    /** Class of the error; null where there is none. */
    public @Nullable String errorType() {
        return errorType;
    }
}
