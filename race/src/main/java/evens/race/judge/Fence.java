package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.List;

/** What raises an account's epoch, and so refuses what others had sent before. */
final class Fence {
    private Fence() {}

    /** The account's kills that raise its epoch and whose steps are known. */
    static List<Act> raises(CaseFile file, int account) {
        return file.acts().stream()
                .filter(act -> act.account() == account && act.sequence() > 0)
                .filter(act -> act.answer().error() == null)
                .filter(act -> act.ask() instanceof Ask.CancelAll || act.ask() instanceof Ask.Pause)
                .toList();
    }

    /** Whether the kill fences off what this one places: not if both came by the same socket. */
    static boolean isAgainst(Act kill, Act placing) {
        return !kill.piped() || kill.line() != placing.line();
    }

    /** The epoch that the client said; {@link Ask#NO_EPOCH} if it said none. */
    static long said(Act placing) {
        return placing.ask() instanceof Ask.Placing ask ? ask.epoch() : Ask.NO_EPOCH;
    }
}
