package evens.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a token, which is all that is kept of it: a token has 1,024 random bits, so nobody
 * finds it from its hash, and no salt is needed.
 */
record TokenHash(long a, long b, long c, long d) {
    /** Characters of a token, all of them hex digits in lower case. */
    static final int TOKEN_CHARS = 256;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** A new token. */
    static String newToken(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_CHARS / 2];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The hash of a token that we made. */
    static TokenHash ofOurs(String token) {
        TokenHash hash = of(token);
        if (hash == null) {
            throw new IllegalStateException("a token of our own is malformed");
        }
        return hash;
    }

    /** Null if the text can not be a token. */
    static @Nullable TokenHash of(String token) {
        if (token.length() != TOKEN_CHARS) {
            return null;
        }
        Scratch scratch = SCRATCH.get();
        for (int i = 0; i < TOKEN_CHARS; i++) {
            char digit = token.charAt(i);
            if (!HexFormat.isHexDigit(digit)) {
                return null;
            }
            scratch.token[i] = (byte) digit;
        }
        return scratch.hash();
    }

    static TokenHash ofHex(String hex) {
        return new TokenHash(
                HexFormat.fromHexDigitsToLong(hex, 0, 16),
                HexFormat.fromHexDigitsToLong(hex, 16, 32),
                HexFormat.fromHexDigitsToLong(hex, 32, 48),
                HexFormat.fromHexDigitsToLong(hex, 48, 64));
    }

    String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
    }

    /** Any part of a good hash is one. */
    @Override
    public int hashCode() {
        return (int) a;
    }

    /** What one thread needs to hash tokens, made once. */
    private static final class Scratch {
        final byte[] token = new byte[TOKEN_CHARS];
        final byte[] hash = new byte[32];
        final MessageDigest sha256;

        Scratch() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        TokenHash hash() {
            sha256.update(token);
            try {
                sha256.digest(hash, 0, hash.length);
            } catch (DigestException e) {
                throw new IllegalStateException("32 bytes hold a SHA-256", e);
            }
            return new TokenHash(
                    (long) LONGS.get(hash, 0),
                    (long) LONGS.get(hash, 8),
                    (long) LONGS.get(hash, 16),
                    (long) LONGS.get(hash, 24));
        }
    }
}
