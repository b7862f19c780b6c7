package evens.race.judge;

import evens.race.judge.CaseFile.End;
import evens.race.judge.Sign.Kind;
import evens.race.seen.Act;
import java.util.List;
import java.util.function.Consumer;

/**
 * Between a pause and the resume that names it, an order is not matched and not open. It may be
 * cancelled. A pause also ends for good what waits in a live delay.
 */
final class PausedIsAside implements Rule {
    @Override
    public String says() {
        return "a paused order is matched by nobody until it is resumed";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (Order order : file.orders()) {
            List<Sign> signs = file.signs(order);
            for (Kill kill : file.kills()) {
                if (kill.pauses() && kill.covers(order)) {
                    check(order, signs, kill.latest(), kill.act(), found);
                }
            }
            for (End end : file.ends(order)) {
                if (end.entry().paused()) {
                    check(order, signs, end.act().sequence(), end.act(), found);
                }
            }
        }
    }

    private static void check(
            Order order, List<Sign> signs, long paused, Act by, Consumer<String> found) {
        long resumed = Long.MAX_VALUE;
        for (Sign sign : signs) {
            if (sign.kind() == Kind.RESUMED && sign.sequence() > paused) {
                resumed = Math.min(resumed, sign.sequence());
            }
        }
        for (Sign sign : signs) {
            boolean inBetween = sign.sequence() > paused && sign.sequence() < resumed;
            if (inBetween && isOfTheBook(sign.kind())) {
                found.accept("%s: %s, but paused by %s".formatted(order, sign, by));
            }
        }
    }

    /**
     * Whether only an order that is in its book can show this sign. A list that was asked for
     * meanwhile may be of a later step, in which the order was back.
     */
    private static boolean isOfTheBook(Kind kind) {
        return switch (kind) {
            case ACCEPTED, FILLED, PAUSED, OPEN_AT_THE_END -> true;
            case CANCELLED, RESUMED, LISTED_AS_OPEN, LISTED_AS_PAUSED, PAUSED_AT_THE_END -> false;
        };
    }
}
