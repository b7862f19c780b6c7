package evens.client;

/** The exchange answered with a status outside 200 to 299. */
public final class ApiException extends RuntimeException {
    private final int status;
    private final String body;

    public ApiException(int status, String body) {
        super(status + " " + body);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The body as it came, usually {@code {"error": ...}}. */
    public String body() {
        return body;
    }
}
