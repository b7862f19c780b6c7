package evens.edge.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs the token in the {@code auth} cookie, so that a cookie of somebody else's making is
 * refused.
 */
public final class CookieSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public CookieSigner(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    public String sign(String token) {
        return token + "." + signature(token);
    }

    /** The token in a signed cookie; null if the signature is not ours. */
    public @Nullable String open(String cookie) {
        int dot = cookie.lastIndexOf('.');
        if (dot < 0) {
            return null;
        }
        String token = cookie.substring(0, dot);
        byte[] given = cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(token).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) ? token : null;
    }

    private String signature(String token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
