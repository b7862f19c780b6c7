package evens.race;

import evens.race.seen.Act;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Ask;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How much happened. Any thread. */
final class Figures {
    private long seeds;
    private long orders;
    private long fills;
    private long kills;
    private long stale;

    synchronized void add(List<Act> acts) {
        seeds++;
        for (Act act : acts) {
            if (act.answer().error() == null && isKill(act.ask())) {
                kills++;
            }
            if (act.answer().error() != null && act.answer().error().contains("stale epoch")) {
                stale++;
            }
            for (Placed placed : act.answer().placed()) {
                orders += placed.wager() != null && !(act.ask() instanceof Ask.Resume) ? 1 : 0;
                fills += placed.fills().size();
                stale += Objects.equals(placed.error(), "stale epoch") ? 1 : 0;
            }
        }
    }

    private static boolean isKill(Ask ask) {
        return ask instanceof Ask.CancelAll
                || ask instanceof Ask.CancelGame
                || ask instanceof Ask.CancelLeague
                || ask instanceof Ask.Pause;
    }

    synchronized String told(double seconds) {
        return String.format(
                Locale.ROOT,
                "figure: race: %d seeds, %d orders, %d fills, %d kills, %d refused as stale,"
                        + " %.1f seconds",
                seeds,
                orders,
                fills,
                kills,
                stale,
                seconds);
    }
}
