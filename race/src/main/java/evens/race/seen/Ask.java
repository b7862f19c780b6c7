package evens.race.seen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the clients of a race ask. */
public sealed interface Ask {

    /** Where no epoch is said, the exchange stamps what it reads. */
    long NO_EPOCH = -1;

    // of traders

    /**
     * Places a batch.
     *
     * @param epoch the account's epoch that the client knew, or {@link #NO_EPOCH}
     */
    record Place(List<Bet> bets, long epoch) implements Ask {}

    /** Replaces an order by this one. */
    record Edit(String order, Bet bet, long epoch) implements Ask {}

    record Cancel(String order) implements Ask {}

    record CancelList(List<String> orders) implements Ask {}

    record CancelReferences(String game, List<String> references) implements Ask {}

    /**
     * Cancels all orders of a game.
     *
     * @param type null for all; the same for the side
     */
    record CancelGame(String game, @Nullable String type, @Nullable String side) implements Ask {}

    /** The league {@code LIVE} is every live game. */
    record CancelLeague(String league) implements Ask {}

    record CancelAll(boolean latch) implements Ask {}

    /** Sets aside the orders of a game, null for all. */
    record Pause(@Nullable String game) implements Ask {}

    record Resume(@Nullable String game, long epoch) implements Ask {}

    record ReleaseLatch() implements Ask {}

    /** Arms the dead-man's switch for so many milliseconds; 0 disarms it. */
    record Beat(long millis) implements Ask {}

    // what is true

    /**
     * What the account has open.
     *
     * @param last whether everything is over, so that the answer is true for good
     */
    record OpenOrders(boolean last) implements Ask {}

    record PausedOrders(boolean last) implements Ask {}

    record MatchedBets() implements Ask {}

    // of operators

    /** Has a game start so soon. */
    record Start(String game, long inMillis) implements Ask {}

    record Suspend(String game) implements Ask {}

    record Open(String game) implements Ask {}

    record TrialBalance() implements Ask {}

    /** Whether it is a question only: two of them may be true for the same step. */
    default boolean isRead() {
        return switch (this) {
            case OpenOrders _, PausedOrders _, MatchedBets _, TrialBalance _ -> true;
            case Place _,
                    Edit _,
                    Cancel _,
                    CancelList _,
                    CancelReferences _,
                    CancelGame _,
                    CancelLeague _,
                    CancelAll _,
                    Pause _,
                    Resume _,
                    ReleaseLatch _,
                    Beat _,
                    Start _,
                    Suspend _,
                    Open _ ->
                    false;
        };
    }
}
