package evens.edge.auth;

import evens.model.Identity;
import evens.model.Identity.Bearer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds out who asks: by the {@code Authorization} header with or without {@code Bearer}, by the
 * signed cookie, by {@code token} in the body. The first that is present decides.
 */
public final class Authenticator {
    public static final String COOKIE = "auth";

    private static final String BEARER = "bearer ";
    private static final long THIRTY_DAYS = 30L * 24 * 3600;

    private final Identity identity;
    private final CookieSigner signer;
    private final boolean secure;

    /**
     * An authenticator for one exchange.
     *
     * @param secure whether clients come over TLS, so that cookies must
     */
    public Authenticator(Identity identity, boolean secure) {
        this.identity = identity;
        this.signer = new CookieSigner(identity.cookieSecret());
        this.secure = secure;
    }

    /** What the credentials of a request were worth. */
    public sealed interface Finding {
        /** Whose request it is, what it may be, and by which token. */
        record Known(Bearer bearer, String token) implements Finding {}

        /** There are no credentials. */
        record Anonymous() implements Finding {}

        /** The credentials that decide are not valid. */
        record Invalid() implements Finding {}

        /** The cookie is valid, but another site sent the request. */
        record CrossSite() implements Finding {}
    }

    public Finding find(HttpServerRequest request, @Nullable JsonNode body) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return ofHeader(header);
        }
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie != null) {
            return ofCookie(request, cookie.getValue());
        }
        if (body != null && body.isObject() && body.has("token")) {
            JsonNode token = body.get("token");
            return token.isString() ? known(token.stringValue()) : new Finding.Invalid();
        }
        return new Finding.Anonymous();
    }

    /**
     * Finds out who opens a socket: by the {@code Authorization} or the {@code Auth} header, by
     * {@code token} in the query, by the signed cookie if a page of ours opens it.
     */
    public Finding findForSocket(HttpServerRequest request) {
        Finding finding = ofHeaderOrQuery(request);
        return finding == null ? ofCookieOfSocket(request) : finding;
    }

    /**
     * Finds out who asks for what a socket missed: as on the socket, but the cookie counts as it
     * does on every read.
     */
    public Finding findForFeed(HttpServerRequest request) {
        Finding finding = ofHeaderOrQuery(request);
        return finding == null ? find(request, null) : finding;
    }

    private @Nullable Finding ofHeaderOrQuery(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            header = request.getHeader("Auth");
        }
        if (header != null) {
            return ofHeader(header);
        }
        String parameter = request.getParam("token");
        return parameter == null ? null : known(parameter);
    }

    private Finding ofCookieOfSocket(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie == null) {
            return new Finding.Anonymous();
        }
        Finding finding = ofCookie(request, cookie.getValue());
        boolean known = finding instanceof Finding.Known;
        return known && !isFromHere(request) ? new Finding.CrossSite() : finding;
    }

    private Finding ofHeader(String header) {
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return known(bearer ? header.substring(BEARER.length()).strip() : header.strip());
    }

    private Finding ofCookie(HttpServerRequest request, String value) {
        String token = signer.open(value);
        if (token == null) {
            return new Finding.Invalid();
        }
        boolean mayWrite = request.method().equals(HttpMethod.GET) || isFromHere(request);
        return mayWrite ? known(token) : new Finding.CrossSite();
    }

    private Finding known(String token) {
        Bearer bearer = identity.bearer(token);
        return bearer == null ? new Finding.Invalid() : new Finding.Known(bearer, token);
    }

    /** Exchanges a token that is due; completes with null if it was exchanged before. */
    public CompletionStage<@Nullable String> rotate(String token) {
        return identity.rotate(token);
    }

    /** A browser says where a request comes from; a program without an origin is no browser. */
    private static boolean isFromHere(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        String host = request.getHeader("Host");
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null
                    && host != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The {@code Set-Cookie} value that lets a browser come back with this token. */
    public String cookie(String token) {
        return attributes(signer.sign(token), THIRTY_DAYS);
    }

    /** The {@code Set-Cookie} value that makes a browser forget its token. */
    public String noCookie() {
        return attributes("", 0);
    }

    private String attributes(String value, long maxAge) {
        return COOKIE
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + maxAge
                + (secure ? "; Secure" : "");
    }
}
