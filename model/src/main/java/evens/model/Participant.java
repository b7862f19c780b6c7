package evens.model;

/**
 * A team or player of a game.
 *
 * @param id number behind {@link Ids#PARTICIPANT}, not 0
 * @param rotationNumber "" when there is none
 */
public record Participant(long id, String longName, String shortName, String rotationNumber) {}
