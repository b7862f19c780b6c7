package evens.edge.rest;

import evens.edge.view.GameRow;
import evens.edge.wire.GameShape;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The games that a reader asks for by league and sport, both in any case. */
final class Listed {
    /** Words that stand for every league. */
    private static final Set<String> EVERY = Set.of("UPCOMING", "ALL");

    private Listed() {}

    /** Games that are listed; a word that is absent or blank asks for all. */
    static Predicate<GameRow> of(@Nullable String league, @Nullable String sport) {
        String wanted = league == null || league.isBlank() ? "ALL" : league;
        String upper = wanted.toUpperCase(Locale.ROOT);
        String lower = lower(sport);
        return game ->
                GameShape.isListed(game)
                        && (EVERY.contains(upper) || game.isOf(upper))
                        && (lower == null || game.sport().equals(lower));
    }

    /** How sports are called; null if there is no word. */
    static @Nullable String lower(@Nullable String sport) {
        return sport == null || sport.isBlank() ? null : sport.toLowerCase(Locale.ROOT);
    }
}
