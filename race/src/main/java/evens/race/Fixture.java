package evens.race;

/**
 * A game of a race.
 *
 * @param live whether orders that would match wait for a second
 */
record Fixture(String id, String league, boolean live, String away, String home) {}
