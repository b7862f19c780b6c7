package evens.client.broken;

import evens.model.Money;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsTheModel {
    public long dollar = Money.DOLLAR;
    public String cents = Money.cents(1);
}
