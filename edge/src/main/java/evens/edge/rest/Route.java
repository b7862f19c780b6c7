package evens.edge.rest;

import evens.model.Identity.Bearer;
import evens.model.Identity.Scope;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One operation of the API.
 *
 * @param path lower-case parts; {@code *} stands for a part that is left open
 * @param takesKey whether a request may carry {@code Idempotency-Key}
 * @param likeSocket whether a token may also come as it does where a socket is opened
 */
public record Route(
        Set<HttpMethod> methods,
        List<String> path,
        Needs needs,
        boolean takesKey,
        boolean likeSocket,
        Consumer<Call> handler) {

    /** Who may call it. */
    public enum Needs {
        NOBODY,
        /** Whoever may read; without a token the answer is about the board. */
        READER,
        READ,
        /** Whoever may read or may cancel: one who cancels has to see what. */
        OPEN_ORDERS,
        TRADE,
        /** Whoever may cancel. Nothing holds such an operation up, and no limit counts it. */
        CANCEL,
        /** The person, by the token of a login: no other token decides about tokens. */
        OWNER,
        OPERATOR
    }

    /** A documented read, by GET with a query or by POST with a body. */
    public static Route read(String path, Needs needs, Consumer<Call> handler) {
        return new Route(
                Set.of(HttpMethod.GET, HttpMethod.POST), parts(path), needs, false, false, handler);
    }

    public static Route get(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.GET), parts(path), needs, false, false, handler);
    }

    public static Route post(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.POST), parts(path), needs, false, false, handler);
    }

    public static Route cancel(String path, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.POST), parts(path), Needs.CANCEL, false, false, handler);
    }

    public static Route patch(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.PATCH), parts(path), needs, false, false, handler);
    }

    public static Route delete(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.DELETE), parts(path), needs, false, false, handler);
    }

    /** The same operation, safe to repeat under an {@code Idempotency-Key}. */
    public Route keyed() {
        return new Route(methods, path, needs, true, likeSocket, handler);
    }

    /** The same operation, for who has no way to send a header. */
    public Route openLikeSocket() {
        return new Route(methods, path, needs, takesKey, true, handler);
    }

    boolean cancels() {
        return needs == Needs.CANCEL;
    }

    /** Whether this token is good for it. */
    boolean isOpenTo(Bearer bearer) {
        return switch (needs) {
            case NOBODY -> true;
            case READER, READ -> bearer.may(Scope.READ);
            case OPEN_ORDERS -> bearer.may(Scope.READ) || bearer.may(Scope.CANCEL);
            case TRADE -> bearer.may(Scope.TRADE);
            case CANCEL -> bearer.may(Scope.CANCEL);
            case OWNER -> !bearer.isNamed();
            case OPERATOR -> bearer.may(Scope.ADMIN);
        };
    }

    /** What somebody is told whose token is not. */
    String refusal(Bearer bearer) {
        return switch (needs) {
            case NOBODY, OWNER -> "only the token of a login may do this";
            case READER, READ -> "the token lacks the scope read";
            case OPEN_ORDERS -> "the token lacks the scope read or cancel";
            case TRADE -> "the token lacks the scope trade";
            case CANCEL -> "the token lacks the scope cancel";
            case OPERATOR ->
                    bearer.person().admin()
                            ? "the token lacks the scope admin"
                            : "only operators may do this";
        };
    }

    boolean writes() {
        return !methods.contains(HttpMethod.GET);
    }

    private static List<String> parts(String path) {
        return Router.parts(path);
    }

    boolean matches(List<String> parts) {
        if (parts.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!path.get(i).equals("*") && !path.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The parts that the path leaves open. */
    List<String> open(List<String> parts) {
        return IntStream.range(0, parts.size())
                .filter(i -> path.get(i).equals("*"))
                .mapToObj(parts::get)
                .toList();
    }
}
