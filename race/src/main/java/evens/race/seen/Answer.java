package evens.race.seen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered. Amounts are micro-dollars.
 *
 * @param sequence the step in which it became final, 0 if it does not say
 * @param epoch of the account then or later, {@link Ask#NO_EPOCH} if it does not say
 * @param error why the whole request was refused; null if it was not
 * @param defect whether it is an answer that nothing a client asks may lead to
 * @param placed one for each order that was to be placed or brought back
 * @param ended one for each order that was to be cancelled or paused
 * @param open rows of open or paused orders
 * @param halves rows of matched bets
 * @param sum the trial balance; null if it was not asked for
 */
public record Answer(
        long sequence,
        long epoch,
        @Nullable String error,
        boolean defect,
        List<Placed> placed,
        List<Ended> ended,
        List<Row> open,
        List<Half> halves,
        @Nullable String sum) {

    /** One that holds nothing but where it is true. */
    public static Answer at(long sequence, long epoch) {
        return new Answer(
                sequence, epoch, null, false, List.of(), List.of(), List.of(), List.of(), null);
    }

    public static Answer refused(long sequence, long epoch, String error, boolean defect) {
        return new Answer(
                sequence, epoch, error, defect, List.of(), List.of(), List.of(), List.of(), null);
    }

    public Answer placing(List<Placed> results) {
        return new Answer(sequence, epoch, error, defect, results, ended, open, halves, sum);
    }

    public Answer ending(List<Ended> results) {
        return new Answer(sequence, epoch, error, defect, placed, results, open, halves, sum);
    }

    public Answer showing(List<Row> rows) {
        return new Answer(sequence, epoch, error, defect, placed, ended, rows, halves, sum);
    }

    public Answer matching(List<Half> rows) {
        return new Answer(sequence, epoch, error, defect, placed, ended, open, rows, sum);
    }

    public Answer summing(String total) {
        return new Answer(sequence, epoch, error, defect, placed, ended, open, halves, total);
    }

    public Answer asDefect() {
        return new Answer(sequence, epoch, error, true, placed, ended, open, halves, sum);
    }

    /**
     * What became of an order that was to be placed or brought back.
     *
     * @param error null if it was accepted
     * @param order its id; null if it is not said, as of one that rests no more
     * @param wager the id by which its matched bets name it; null if it was refused
     * @param offered what of it rests
     */
    public record Placed(
            @Nullable String error,
            @Nullable String order,
            @Nullable String wager,
            long offered,
            List<Fill> fills) {}

    /** A match, as its taker is told at once. */
    public record Fill(
            String transaction, String wager, String maker, long stake, long makerStake) {}

    /**
     * What became of an order that was to be cancelled or paused.
     *
     * @param order null if the answer does not say
     * @param reason why it failed; why it ended, if that is said
     */
    public record Ended(
            @Nullable String order,
            boolean success,
            boolean paused,
            long filled,
            long released,
            @Nullable String reason) {

        /** Whether it is over: from now on, or since before. */
        public boolean isOver() {
            if (success) {
                return !paused;
            }
            return reason != null && (reason.contains("already") || reason.contains("expired"));
        }
    }

    /** An order that is open or paused. */
    public record Row(String order, String wager, long stake, long filled, long remaining) {}

    /**
     * One account's half of a match.
     *
     * @param order the maker's
     * @param backed whom or what the account backed
     */
    public record Half(
            String transaction,
            String order,
            String wager,
            boolean maker,
            String game,
            String type,
            String backed,
            long stake) {}
}
