package evens.race.seen;

/**
 * One request and its answer, as its client saw them.
 *
 * @param account who asked, {@link #OPERATOR} for an operator
 * @param line by which socket or caller
 * @param piped whether the line is a socket: what it carries is executed in this order, also where
 *     nobody waited for answers
 * @param turn its place among all of its line
 * @param sent by the race's own clock, in nanoseconds
 * @param answered by the same clock
 */
public record Act(
        int account,
        int line,
        boolean piped,
        int turn,
        long sent,
        long answered,
        Ask ask,
        Answer answer) {
    public static final int OPERATOR = -1;

    public long sequence() {
        return answer.sequence();
    }

    public boolean isRead() {
        return ask instanceof Ask.Read;
    }

    /** Whether this one was certainly executed before that one. */
    public boolean isBefore(Act other) {
        return answered < other.sent
                || (piped && line == other.line && turn < other.turn && !isRead());
    }

    /** As somebody would say it who looks for what went wrong. */
    @Override
    public String toString() {
        return "account %d line %d turn %d at %d: %s -> %s"
                .formatted(account, line, turn, sequence(), ask, told());
    }

    private String told() {
        if (answer.error() != null) {
            return answer.error();
        }
        return answer.placed().isEmpty() ? answer.ended().toString() : answer.placed().toString();
    }
}
