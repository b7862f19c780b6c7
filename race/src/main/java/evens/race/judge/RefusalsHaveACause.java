package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Nothing is refused as stale that came after its account's kills, or behind a kill on the same
 * socket; and nothing as latched without a latch.
 */
final class RefusalsHaveACause implements Rule {
    static final String STALE = "stale epoch";
    static final String LATCHED = "trading is latched";

    @Override
    public String says() {
        return "what came after a kill is kept";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (int account : file.accounts()) {
            List<Act> kills = Fence.raises(file, account);
            boolean leased =
                    file.done(account, Ask.Beat.class).stream()
                            .anyMatch(act -> act.ask() instanceof Ask.Beat b && b.millis() > 0);
            for (Act act : file.acts()) {
                if (act.account() != account) {
                    continue;
                }
                if (isRefused(act, STALE) && !leased && !isFencedOff(act, kills)) {
                    found.accept("no kill by others was before " + act);
                }
                if (isRefused(act, LATCHED) && !mayBeLatched(act, file)) {
                    found.accept("no latch was before " + act);
                }
            }
        }
    }

    static boolean isRefused(Act act, String reason) {
        return Stream.concat(
                        Stream.ofNullable(act.answer().error()),
                        act.answer().placed().stream()
                                .map(placed -> placed.error())
                                .filter(Objects::nonNull))
                .anyMatch(error -> error.contains(reason));
    }

    /** By a kill that may have been before it, and was not known when it was sent. */
    private static boolean isFencedOff(Act act, List<Act> kills) {
        boolean saysItself = Fence.said(act) != Ask.NO_EPOCH;
        return kills.stream()
                .filter(kill -> Fence.isAgainst(kill, act) && !act.isBefore(kill))
                .anyMatch(kill -> saysItself || kill.answered() > act.sent());
    }

    private static boolean mayBeLatched(Act act, CaseFile file) {
        return file.done(act.account(), Ask.CancelAll.class).stream()
                .filter(kill -> kill.ask() instanceof Ask.CancelAll all && all.latch())
                .filter(latch -> !act.isBefore(latch))
                .anyMatch(latch ->
                        file.done(act.account(), Ask.ReleaseLatch.class).stream()
                                .noneMatch(release ->
                                        latch.isBefore(release) && release.isBefore(act)));
    }
}
