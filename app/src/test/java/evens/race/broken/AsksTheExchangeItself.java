package evens.race.broken;

import evens.model.Event;

/** Breaks the rule that the race knows no more than a client does. */
public final class AsksTheExchangeItself {
    public Event event() {
        return new Event.Unchanged();
    }
}
