package evens.edge;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** Certificate and key as they are served over TLS. */
public final class PemFiles {
    private static final byte[] SOMETHING = {1, 2, 3};

    private PemFiles() {}

    /**
     * Reads both and holds them against each other, so that a wrong file is found before anything
     * has begun and not by the first client.
     *
     * @throws IllegalStateException with a sentence, if nobody could be served with them
     */
    public static void check(EdgeSettings.Tls tls) {
        PublicKey told = certificate(tls.certificateFile()).getPublicKey();
        PrivateKey kept = key(tls, told.getAlgorithm());
        if (kept == null || !isPair(kept, told)) {
            throw new IllegalStateException(
                    "the file %s holds no private key in PEM that belongs to the certificate in %s"
                            .formatted(tls.keyFile(), tls.certificateFile()));
        }
    }

    /** The first of the chain: the server's own. */
    private static Certificate certificate(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!chain.isEmpty()) {
                return chain.iterator().next();
            }
        } catch (IOException | CertificateException unreadable) {
            // said below
        }
        throw new IllegalStateException("the file %s holds no certificate in PEM".formatted(file));
    }

    /** As the server will read it; null if it can not. */
    private static @Nullable PrivateKey key(EdgeSettings.Tls tls, String algorithm) {
        Vertx vertx = Vertx.vertx();
        try {
            X509KeyManager keys =
                    (X509KeyManager) options(tls).getKeyManagerFactory(vertx).getKeyManagers()[0];
            String[] names = keys.getServerAliases(algorithm, null);
            return names == null ? null : keys.getPrivateKey(names[0]);
        } catch (Exception unreadable) {
            return null;
        } finally {
            vertx.close();
        }
    }

    static PemKeyCertOptions options(EdgeSettings.Tls tls) {
        return new PemKeyCertOptions().setCertPath(tls.certificateFile()).setKeyPath(tls.keyFile());
    }

    /** Whether the one can check what the other has signed. */
    private static boolean isPair(PrivateKey kept, PublicKey told) {
        try {
            Signature signature = Signature.getInstance(signing(told.getAlgorithm()));
            signature.initSign(kept);
            signature.update(SOMETHING);
            byte[] signed = signature.sign();
            signature.initVerify(told);
            signature.update(SOMETHING);
            return signature.verify(signed);
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    private static String signing(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
    }
}
