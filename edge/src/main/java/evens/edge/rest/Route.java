package evens.edge.rest;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One operation of the API.
 *
 * @param path lower-case parts; {@code *} stands for a part that is left open
 * @param cancels whether it is a cancel, which nothing may hold up
 */
public record Route(
        Set<HttpMethod> methods,
        List<String> path,
        Needs needs,
        boolean cancels,
        Consumer<Call> handler) {

    /** Who may call it. */
    public enum Needs {
        NOBODY,
        /** Anybody with a valid token; without one the answer is about the board. */
        READER,
        ACCOUNT,
        OPERATOR
    }

    /** A documented read, by GET with a query or by POST with a body. */
    public static Route read(String path, Needs needs, Consumer<Call> handler) {
        return new Route(
                Set.of(HttpMethod.GET, HttpMethod.POST), parts(path), needs, false, handler);
    }

    public static Route get(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.GET), parts(path), needs, false, handler);
    }

    public static Route post(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.POST), parts(path), needs, false, handler);
    }

    public static Route cancel(String path, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.POST), parts(path), Needs.ACCOUNT, true, handler);
    }

    public static Route patch(String path, Needs needs, Consumer<Call> handler) {
        return new Route(Set.of(HttpMethod.PATCH), parts(path), needs, false, handler);
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
