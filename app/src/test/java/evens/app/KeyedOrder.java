package evens.app;

/**
 * An order and the key under which it is placed once.
 *
 * @param player whose it is, a place in a list
 * @param json an element of {@code orders}
 * @param rests whether it will rest, and not be refused
 */
record KeyedOrder(String key, int player, String json, boolean rests) {}
