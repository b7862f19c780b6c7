package evens.core;

import evens.model.GameTerms;
import evens.model.Participant;

/** Terms of games for tests: participant 1 plays at participant 2. */
public final class Games {
    private Games() {}

    public static GameTerms terms(long id, String league, long startMillis) {
        return new GameTerms(
                id,
                league,
                0,
                startMillis,
                new Participant(1, "Away", "A", ""),
                new Participant(2, "Home", "H", ""),
                "Away at Home",
                "",
                "Full Time",
                false,
                false,
                false);
    }
}
