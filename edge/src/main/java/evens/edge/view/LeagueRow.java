package evens.edge.view;

/** A league as it is now. */
public record LeagueRow(String name, String sport, int liveDelaySeconds) {
    LeagueRow with(int newLiveDelaySeconds) {
        return new LeagueRow(name, sport, newLiveDelaySeconds);
    }
}
