package evens.edge.limits;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the address that a request comes from. Behind proxies it is the last of {@code
 * X-Forwarded-For} that is no proxy of ours: what stands before it anybody could have written.
 */
final class Callers {
    private final Networks proxies;

    Callers(Networks proxies) {
        this.proxies = proxies;
    }

    /**
     * The address behind the proxies.
     *
     * @param peer the other end of the connection
     * @param forwardedFor all headers of that name, in order
     */
    Address of(Address peer, List<String> forwardedFor) {
        Address caller = peer;
        List<String> hops = hops(forwardedFor);
        for (int i = hops.size() - 1; i >= 0 && proxies.contain(caller); i--) {
            Address hop = Address.of(withoutPort(hops.get(i)));
            if (hop == null) {
                return caller;
            }
            caller = hop;
        }
        return caller;
    }

    private static List<String> hops(List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        for (String header : forwardedFor) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        return hops;
    }

    /** Some proxies write {@code 10.1.2.3:4567} or {@code [::1]:4567}. */
    private static String withoutPort(String hop) {
        String text = hop.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
