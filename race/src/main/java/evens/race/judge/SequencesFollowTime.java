package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was asked after something was answered, by whomever, has a later step; a question sees at
 * least that step. On a socket this holds from frame to frame.
 */
final class SequencesFollowTime implements Rule {
    @Override
    public String says() {
        return "steps follow time";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        List<Act> told = file.acts().stream().filter(act -> act.sequence() > 0).toList();
        acrossAll(told, found);
        onSockets(told, found);
    }

    private static void acrossAll(List<Act> told, Consumer<String> found) {
        List<Act> answered = told.stream().sorted(Comparator.comparingLong(Act::answered)).toList();
        int next = 0;
        Act newest = null;
        for (Act act : told.stream().sorted(Comparator.comparingLong(Act::sent)).toList()) {
            while (next < answered.size() && answered.get(next).answered() < act.sent()) {
                Act one = answered.get(next);
                newest = newest == null || one.sequence() > newest.sequence() ? one : newest;
                next++;
            }
            if (newest != null && isTooEarly(act, newest)) {
                found.accept("%s, sent after the answer of %s".formatted(act, newest));
            }
        }
    }

    private static boolean isTooEarly(Act act, Act before) {
        return act.isRead()
                ? act.sequence() < before.sequence()
                : act.sequence() <= before.sequence();
    }

    private static void onSockets(List<Act> told, Consumer<String> found) {
        Map<Integer, Act> previous = new HashMap<>();
        List<Act> frames =
                told.stream()
                        .filter(Act::piped)
                        .sorted(Comparator.comparingInt(Act::turn))
                        .toList();
        for (Act act : frames) {
            Act before = previous.get(act.line());
            if (before != null && act.sequence() <= before.sequence()) {
                found.accept("%s, sent behind %s".formatted(act, before));
            }
            if (!mayWait(act)) {
                previous.put(act.line(), act);
            }
        }
    }

    /** Its answer may be of a later step than the one that took it in. */
    private static boolean mayWait(Act act) {
        return act.ask() instanceof Ask.Place place && place.bets().stream().anyMatch(Bet::live);
    }
}
