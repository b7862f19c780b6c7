package evens.model;

import org.jspecify.annotations.Nullable;

/**
 * An order as the history has it. Of an order that was placed before the history begins, what only
 * its placing tells is missing.
 *
 * @param transaction the id of its creation; 0 if missing
 * @param line the owner's odds
 * @param filled what of the stake was matched
 * @param type null if missing
 * @param ending null while it is open
 * @param createdAtMillis 0 if missing
 * @param expiresAtMillis 0 if it rests until the game starts, or if missing
 * @param endedAtMillis 0 while it is open
 */
public record PastOrder(
        long order,
        long account,
        long wagerRequest,
        long transaction,
        long game,
        Market market,
        Outcome outcome,
        int line,
        long stake,
        long filled,
        @Nullable OrderType type,
        @Nullable Ending ending,
        long createdAtMillis,
        long expiresAtMillis,
        long endedAtMillis,
        @Nullable String reference) {}
