package evens.edge.view;

/** A league. */
public record LeagueRow(String name, String sport, int liveDelaySeconds) {}
