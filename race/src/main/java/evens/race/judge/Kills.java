package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what ended or set aside many orders at once. */
final class Kills {
    /** How far the log's time and the race's clock may be apart, in nanoseconds. */
    static final long SLACK = 300_000_000L;

    private static final String LIVE = "LIVE";

    private Kills() {}

    static List<Kill> of(List<Act> acts) {
        List<Kill> kills = new ArrayList<>();
        for (Act act : acts) {
            if (act.sequence() == 0 || act.answer().error() != null) {
                continue;
            }
            switch (act.ask()) {
                case Ask.CancelAll _ -> kills.add(Kill.at(act, false, _ -> true));
                case Ask.CancelGame game -> kills.add(Kill.at(act, false, ofGame(game)));
                case Ask.CancelLeague league ->
                        kills.add(Kill.at(act, false, ofLeague(league.league())));
                case Ask.CancelReferences some -> kills.add(Kill.at(act, false, named(some)));
                case Ask.Pause pause -> kills.add(Kill.at(act, true, ofGame(pause.game())));
                case Ask.Beat beat -> lapse(act, beat.millis(), acts, kills);
                case Ask.Placing _,
                        Ask.Naming _,
                        Ask.ReleaseLatch _,
                        Ask.Read _,
                        Ask.Operating _ -> {}
            }
        }
        return kills;
    }

    private static Predicate<Order> named(Ask.CancelReferences some) {
        return ofGame(some.game())
                .and(order -> some.references().contains(order.bet().reference()));
    }

    private static Predicate<Order> ofGame(Ask.CancelGame game) {
        return ofGame(game.game())
                .and(order -> game.type() == null || game.type().equals(order.bet().type()))
                .and(order -> game.side() == null || game.side().equals(order.bet().side()));
    }

    private static Predicate<Order> ofGame(@Nullable String game) {
        return order -> game == null || game.equals(order.bet().game());
    }

    private static Predicate<Order> ofLeague(String league) {
        return order ->
                league.equals(LIVE) ? order.bet().live() : league.equals(order.bet().league());
    }

    /**
     * A lease that nobody renewed until it was over. Its step is not told, but it was none of those
     * that were answered before its time, and none that were asked for after it.
     */
    private static void lapse(Act beat, long millis, List<Act> acts, List<Kill> kills) {
        if (millis == 0) {
            return;
        }
        long soonest = beat.sent() + millis * 1_000_000 - SLACK;
        long atLast = beat.answered() + millis * 1_000_000 + SLACK;
        long earliest = beat.sequence() + 1;
        long latest = Long.MAX_VALUE;
        for (Act act : acts) {
            boolean isOther = act.ask() instanceof Ask.Beat && !act.equals(beat);
            if (isOther
                    && act.account() == beat.account()
                    && act.answered() >= beat.sent()
                    && act.sent() <= atLast) {
                return;
            }
            if (act.answered() < soonest) {
                earliest = Math.max(earliest, act.sequence() + 1);
            }
            if (act.sent() > atLast && act.sequence() > 0 && !act.isRead()) {
                latest = Math.min(latest, act.sequence());
            }
        }
        if (latest != Long.MAX_VALUE) {
            kills.add(new Kill(beat, earliest, latest, false, _ -> true));
        }
    }
}
