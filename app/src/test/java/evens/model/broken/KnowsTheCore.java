package evens.model.broken;

import evens.core.Exchange;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsTheCore {
    public Exchange exchange = new Exchange(0);
}
