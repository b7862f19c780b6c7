package evens.model;

import org.jspecify.annotations.Nullable;

/**
 * How the history is.
 *
 * @param applied the last step that was written
 * @param recorded the last step of the recorded feed
 * @param incompleteBefore the history may lack steps before this one; 0 if it has them all
 * @param trouble a sentence that says why nothing is written now; null while all is well
 */
public record HistoryStatus(
        long applied, long recorded, long incompleteBefore, @Nullable String trouble) {
    /** Steps that wait to be written. */
    public long lag() {
        return Math.max(0, recorded - applied);
    }

    /** What an operator should know, as a sentence; null if there is nothing. */
    public @Nullable String notice() {
        if (trouble != null) {
            return trouble;
        }
        return incompleteBefore == 0
                ? null
                : "The history is incomplete before step " + incompleteBefore + ".";
    }
}
