package evens.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Password hashes by Argon2id (RFC 9106), written in the PHC string format: {@code
 * $argon2id$v=19$m=65536,t=3,p=1$salt$hash}, so that a hash says by itself how to check it.
 */
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=1"
                            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{43})");

    private final PasswordCost cost;
    private final SecureRandom random;

    /**
     * Checked in place of the hash of someone who does not exist, so that the answer takes as long.
     * Its hash is random: nobody knows a password for it.
     */
    private final String nobody;

    Passwords(PasswordCost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        this.nobody = phc(bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    String nobody() {
        return nobody;
    }

    String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        return phc(salt, argon2id(password, salt, cost));
    }

    /**
     * True if the hash was made of this password.
     *
     * @throws IllegalStateException if the text is no such hash: the database was changed by hand
     */
    static boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("a password hash in the database can not be read");
        }
        PasswordCost cost =
                new PasswordCost(
                        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        byte[] hash = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(hash, argon2id(password, salt, cost));
    }

    private String phc(byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.passes(),
                        TO_TEXT.encodeToString(salt),
                        TO_TEXT.encodeToString(hash));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] argon2id(String password, byte[] salt, PasswordCost cost) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.passes())
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[HASH_BYTES];
        argon2.generateBytes(secret, hash);
        Arrays.fill(secret, (byte) 0);
        return hash;
    }
}
