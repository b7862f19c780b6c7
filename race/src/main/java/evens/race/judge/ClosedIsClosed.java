package evens.race.judge;

import evens.race.judge.CaseFile.Seen;
import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.List;
import java.util.function.Consumer;

/**
 * While a game is suspended nothing is accepted or matched on it; once it has started, nothing any
 * more, and nothing of it stays open.
 */
final class ClosedIsClosed implements Rule {
    static final String NOT_OPEN = "game is not open";

    @Override
    public String says() {
        return "nothing happens on a game that is not open";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (Act act : file.done(Act.OPERATOR, Ask.Suspend.class)) {
            if (act.ask() instanceof Ask.Suspend suspend) {
                check(
                        suspend.game(),
                        act.sequence(),
                        opened(file, suspend.game(), act),
                        file,
                        found);
            }
        }
        for (Act act : file.done(Act.OPERATOR, Ask.Start.class)) {
            if (act.ask() instanceof Ask.Start start) {
                checkStarted(start.game(), file, found);
            }
        }
    }

    private static long opened(CaseFile file, String game, Act suspended) {
        return file.done(Act.OPERATOR, Ask.Open.class).stream()
                .filter(act -> act.ask() instanceof Ask.Open open && open.game().equals(game))
                .mapToLong(Act::sequence)
                .filter(sequence -> sequence > suspended.sequence())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Everything that was accepted or matched had an incoming order. */
    private static void check(
            String game, long from, long until, CaseFile file, Consumer<String> found) {
        for (Order order : file.orders()) {
            boolean isIn = order.latest() > from && order.latest() < until;
            if (isIn && order.bet().game().equals(game)) {
                found.accept("%s, but it was not from %d to %d".formatted(order, from, until));
            }
        }
    }

    private static void checkStarted(String game, CaseFile file, Consumer<String> found) {
        long refused = refused(game, file);
        if (refused == Long.MAX_VALUE) {
            found.accept("game " + game + " was to start, and was seen closed by nobody");
            return;
        }
        check(game, refused, Long.MAX_VALUE, file, found);
        List<Seen> left =
                file.rows().stream()
                        .filter(seen -> {
                            Order order = file.order(seen.row().order());
                            return order != null && order.bet().game().equals(game);
                        })
                        .toList();
        left.forEach(seen -> found.accept("the game has started, and there is " + seen.row()));
    }

    /** The first step that was seen to refuse an order because the game is not open. */
    private static long refused(String game, CaseFile file) {
        long first = Long.MAX_VALUE;
        for (Act act : file.acts()) {
            if (act.ask() instanceof Ask.Place place && act.sequence() > 0) {
                for (int i = 0; i < act.answer().placed().size(); i++) {
                    String error = act.answer().placed().get(i).error();
                    if (place.bets().get(i).game().equals(game)
                            && error != null
                            && error.contains(NOT_OPEN)) {
                        first = Math.min(first, act.sequence());
                    }
                }
            }
        }
        return first;
    }
}
