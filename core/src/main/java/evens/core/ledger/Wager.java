package evens.core.ledger;

import evens.model.Market;
import evens.model.Outcome;
import org.jspecify.annotations.Nullable;

/** One account's half of a match. The fields are described at {@code Event.WagerStated}. */
final class Wager {
    long transaction;
    long order;
    @Nullable Position position;
    long wagerRequest;
    Market market = Market.MONEYLINE;
    Outcome outcome = Outcome.FIRST;
    int line;
    boolean maker;
    long stake;
    long win;
    int commissionPpm;
    long createdAtMillis;
    long matchedAtMillis;
    byte @Nullable [] reference;
    int referenceLength;
}
