package evens.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed when the database is made.
 *
 * @param exchangeId the exchange whose people these are
 * @param cookieSecret 32 bytes that sign cookies, in hex
 */
record Settings(long exchangeId, String cookieSecret) {
    /** Reads the settings; a fresh database gets this exchange id and a new secret. */
    static Settings readOrMake(Handle handle, long exchangeId, SecureRandom random) {
        String exchange = read(handle, "exchange id");
        String secret = read(handle, "cookie secret");
        if (exchange == null || secret == null) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            exchange = HexFormat.of().toHexDigits(exchangeId);
            secret = HexFormat.of().formatHex(bytes);
            write(handle, "exchange id", exchange);
            write(handle, "cookie secret", secret);
        }
        return new Settings(HexFormat.fromHexDigitsToLong(exchange), secret);
    }

    private static @Nullable String read(Handle handle, String name) {
        return handle.createQuery(
                        """
                        select content
                        from setting
                        where name = :name
                        """)
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static void write(Handle handle, String name, String content) {
        handle.createUpdate(
                        """
                        insert into setting (name, content)
                        values (:name, :content)
                        """)
                .bind("name", name)
                .bind("content", content)
                .execute();
    }

    /** For the eyes of a log: without the secret. */
    @Override
    public String toString() {
        return "Settings[exchangeId=" + HexFormat.of().toHexDigits(exchangeId) + "]";
    }
}
