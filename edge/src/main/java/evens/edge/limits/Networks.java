package evens.edge.limits;

import java.util.ArrayList;
import java.util.List;

/** A list of addresses and ranges such as {@code 10.0.0.0/8, ::1}. */
public final class Networks {
    /** An address, and how many of its 128 bits count. */
    private record Network(Address base, int bits) {
        boolean contains(Address address) {
            int high = Math.min(bits, Long.SIZE);
            int low = bits - high;
            return same(base.high(), address.high(), high) && same(base.low(), address.low(), low);
        }

        private static boolean same(long one, long other, int bits) {
            return bits == 0 || (one ^ other) >>> (Long.SIZE - bits) == 0;
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Reads a list with commas; nothing is the empty list.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static Networks of(String text) {
        List<Network> networks = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                networks.add(network(part.strip()));
            }
        }
        return new Networks(List.copyOf(networks));
    }

    private static Network network(String text) {
        String[] parts = text.split("/", 2);
        Address address = Address.of(parts[0]);
        if (address == null) {
            throw refusal(text);
        }
        int most = address.isVersion4() ? Integer.SIZE : 2 * Long.SIZE;
        int bits = parts.length == 1 ? most : bits(parts[1], text);
        if (bits > most) {
            throw refusal(text);
        }
        return new Network(address, 2 * Long.SIZE - most + bits);
    }

    private static int bits(String digits, String text) {
        if (!digits.matches("\\d{1,3}")) {
            throw refusal(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException(
                "%s is not an address such as 10.1.2.3 or a range such as 10.0.0.0/8"
                        .formatted(text));
    }

    public boolean contain(Address address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
