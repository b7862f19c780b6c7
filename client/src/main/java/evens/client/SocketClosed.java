package evens.client;

/** A socket is closed: nobody knows what became of what was not answered on it. */
public final class SocketClosed extends RuntimeException {
    private final int code;
    private final String reason;

    SocketClosed(int code, String reason) {
        super(code + " " + reason);
        this.code = code;
        this.reason = reason;
    }

    /** As in RFC 6455; 1006 if the connection broke. */
    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
