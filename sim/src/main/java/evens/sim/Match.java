package evens.sim;

import evens.model.Event.OrderPlaced;

/**
 * Two orders that met, as the twin remembers it.
 *
 * @param takerFeeIfWon what the taker pays; the maker pays nothing
 */
record Match(
        long transaction,
        OrderPlaced maker,
        OrderPlaced taker,
        long makerStake,
        long takerStake,
        long takerFeeIfWon,
        long takerFeeIfLost,
        long atMillis) {}
