package evens.race.seen;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was asked for.
 *
 * @param live whether it may have to wait before it is tried
 * @param type {@code moneyline}, {@code spread}, {@code total} or {@code moneyline1x2}
 * @param market of a three-way question, whom it is about
 * @param odds American
 * @param stake in micro-dollars
 */
public record Bet(
        String game,
        String league,
        boolean live,
        String type,
        String side,
        @Nullable String market,
        @Nullable BigDecimal number,
        int odds,
        long stake,
        Kind kind,
        String reference) {

    /** How it treats what it finds in the book. */
    public enum Kind {
        LIMIT("limit"),
        POST("post"),
        POST_ARB("postArb"),
        FILL_AND_KILL("fillAndKill"),
        FILL_OR_KILL("fillOrKill");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        /** Whether what is not filled at once is gone. */
        public boolean neverRests() {
            return this == FILL_AND_KILL || this == FILL_OR_KILL;
        }
    }

    /** The same question at other odds or for another stake, of another kind. */
    public Bet with(int otherOdds, long otherStake, Kind otherKind, String otherReference) {
        return new Bet(
                game,
                league,
                live,
                type,
                side,
                market,
                number,
                otherOdds,
                otherStake,
                otherKind,
                otherReference);
    }
}
