package evens.race.judge;

import evens.race.judge.CaseFile.End;
import evens.race.judge.CaseFile.Seen;
import evens.race.seen.Act;
import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Row;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The stake of every order is what was matched, and what was released or is open still; and each
 * answer says what was matched up to its step.
 */
final class StakesAddUp implements Rule {
    /** What may be left of a fill or kill order that counts as filled. */
    private static final long OF_FILL_OR_KILL = 10_000_000;

    /** More than what is too small to rest, at the odds that are used here. */
    private static final long TOO_SMALL = 50_000;

    @Override
    public String says() {
        return "stakes add up";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        Set<String> shown = new HashSet<>();
        for (Seen seen : file.rows()) {
            Row row = seen.row();
            shown.add(row.order());
            Order order = file.order(row.order());
            if (order == null || order.account() != seen.account()) {
                found.accept("nobody was told of " + row);
            } else if (row.filled() != file.filled(order, Long.MAX_VALUE)
                    || row.filled() + row.remaining() != order.bet().stake()
                    || row.stake() != order.bet().stake()) {
                found.accept("%s: %s".formatted(order, row));
            }
        }
        for (Order order : file.orders()) {
            check(order, shown, file, found);
        }
    }

    private static void check(
            Order order, Set<String> shown, CaseFile file, Consumer<String> found) {
        long stake = order.bet().stake();
        long filled = file.filled(order, Long.MAX_VALUE);
        boolean isTold = order.id() != null && shown.contains(order.id());
        for (End end : file.ends(order)) {
            Ended entry = end.entry();
            if (!entry.success()) {
                continue;
            }
            isTold |= entry.isOver();
            long until = file.filled(order, end.act().sequence());
            if (entry.filled() != until || entry.filled() + entry.released() != stake) {
                found.accept("%s for %d, matched %d: %s".formatted(order, stake, until, end.act()));
            }
        }
        if (order.id() != null && order.taken() + order.answer().offered() != stake) {
            found.accept("%s for %d: %s".formatted(order, stake, order.act()));
        }
        long left = stake - filled;
        if (left < 0 || (!isTold && left > most(order, file))) {
            found.accept(
                    "%s for %d: matched %d, the rest is nowhere".formatted(order, stake, filled));
        }
    }

    /** How much of an order may be gone without a word. */
    private static long most(Order order, CaseFile file) {
        if (order.bet().kind() == Bet.Kind.FILL_AND_KILL) {
            return order.bet().stake();
        }
        if (order.bet().kind() == Bet.Kind.FILL_OR_KILL) {
            return OF_FILL_OR_KILL;
        }
        return endsSilently(order, file.acts()) ? order.bet().stake() : TOO_SMALL;
    }

    /** Whether something may have ended it that does not answer with the orders it ended. */
    private static boolean endsSilently(Order order, List<Act> acts) {
        return acts.stream().anyMatch(act -> mayEndSilently(act, order));
    }

    private static boolean mayEndSilently(Act act, Order order) {
        if (act.ask() instanceof Ask.Start start) {
            return start.game().equals(order.bet().game());
        }
        boolean ends =
                act.ask() instanceof Ask.CancelLeague
                        || (act.ask() instanceof Ask.Beat beat && beat.millis() > 0);
        return ends && act.account() == order.account();
    }
}
