package evens.race.judge;

import evens.race.seen.Answer.Fill;

/** A match: what its taker was told in this step. */
record Match(long sequence, Fill fill, Order taker) {}
