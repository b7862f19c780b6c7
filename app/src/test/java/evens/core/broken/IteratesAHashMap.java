package evens.core.broken;

import java.util.HashMap;
import java.util.Map;

/** Breaks a rule of the architecture on purpose. */
public final class IteratesAHashMap {
    public final Map<Long, Long> balances = new HashMap<>();
}
