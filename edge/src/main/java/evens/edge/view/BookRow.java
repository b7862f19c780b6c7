package evens.edge.view;

import java.util.List;

/**
 * The moneyline of a game at one moment, as its makers see it.
 *
 * @param awayMakers offers of those who back the away participant, best for takers first
 * @param homeMakers offers of those who back the home participant, best for takers first
 */
public record BookRow(GameRow game, List<OrderRow> awayMakers, List<OrderRow> homeMakers) {}
