package evens.race.seen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the clients of a race ask. */
public sealed interface Ask {

    /** Where no epoch is said, the exchange stamps what it reads. */
    long NO_EPOCH = -1;

    /** What only those may ask who may trade: it is refused if a kill comes between. */
    sealed interface Placing extends Ask {
        /** The account's epoch that the client knew, or {@link #NO_EPOCH}. */
        long epoch();
    }

    /** Ends orders that it names one by one. */
    sealed interface Naming extends Ask {}

    /** A question only: two of them may be true for the same step. */
    sealed interface Read extends Ask {}

    /** What only operators may ask. */
    sealed interface Operating extends Ask {}

    // of traders

    record Place(List<Bet> bets, long epoch) implements Placing {}

    /** Replaces an order by this one. */
    record Edit(String order, Bet bet, long epoch) implements Placing {}

    record Cancel(String order) implements Naming {}

    record CancelList(List<String> orders) implements Naming {}

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

    record Resume(@Nullable String game, long epoch) implements Placing {}

    record ReleaseLatch() implements Ask {}

    /** Arms the dead-man's switch for so many milliseconds; 0 disarms it. */
    record Beat(long millis) implements Ask {}

    // what is true

    /**
     * What the account has open.
     *
     * @param last whether everything is over, so that the answer is true for good
     */
    record OpenOrders(boolean last) implements Read {}

    record PausedOrders(boolean last) implements Read {}

    record MatchedBets() implements Read {}

    // of operators

    /** Has a game start so soon. */
    record Start(String game, long inMillis) implements Operating {}

    record Suspend(String game) implements Operating {}

    record Open(String game) implements Operating {}

    record TrialBalance() implements Read {}
}
