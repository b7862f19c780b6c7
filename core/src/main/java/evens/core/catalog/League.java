package evens.core.catalog;

import evens.model.Events;

/** A league of one sport. All its games see its changes. */
final class League {
    private final String name;
    private final String sport;
    private int liveDelaySeconds;

    /**
     * A league.
     *
     * @param name upper case, such as NBA
     */
    League(String name, String sport, int liveDelaySeconds) {
        this.name = name;
        this.sport = sport;
        this.liveDelaySeconds = liveDelaySeconds;
    }

    int liveDelaySeconds() {
        return liveDelaySeconds;
    }

    boolean is(String otherSport, int otherDelaySeconds) {
        return sport.equals(otherSport) && liveDelaySeconds == otherDelaySeconds;
    }

    /** The one sport whose games may be bet on in three ways. */
    boolean hasThreeWays() {
        return sport.equals("soccer");
    }

    void change(int newDelaySeconds, Events events) {
        liveDelaySeconds = newDelaySeconds;
        events.leagueChanged(name, newDelaySeconds);
    }

    void tell(Events events) {
        events.leagueCreated(name, sport, liveDelaySeconds);
    }
}
