package evens.race.judge;

import evens.race.seen.Act;
import java.util.ArrayList;
import java.util.List;

/** Holds all rules against what the clients of one race saw. */
public final class Judge {
    private static final int MOST_OF_A_RULE = 5;

    private static final List<Rule> RULES =
            List.of(
                    new EverythingIsAnswered(),
                    new CancelledIsOver(),
                    new NothingOutlivesAKill(),
                    new OldEpochsAreRefused(),
                    new RefusalsHaveACause(),
                    new SequencesFollowTime(),
                    new StakesAddUp(),
                    new SecondKillFindsNothing(),
                    new LatchHolds(),
                    new PausedIsAside(),
                    new ClosedIsClosed(),
                    new EveryMatchHasTwoHalves(),
                    new EveryDollarIsThere());

    private Judge() {}

    /** What is wrong, a rule and a case in each line; empty if nothing is. */
    public static List<String> judge(List<Act> acts) {
        CaseFile file = new CaseFile(acts);
        List<String> all = new ArrayList<>();
        for (Rule rule : RULES) {
            List<String> cases = new ArrayList<>();
            rule.check(file, cases::add);
            cases.stream()
                    .limit(MOST_OF_A_RULE)
                    .forEach(each -> all.add(rule.says() + ": " + each));
            if (cases.size() > MOST_OF_A_RULE) {
                all.add(rule.says() + ": and " + (cases.size() - MOST_OF_A_RULE) + " more");
            }
        }
        return all;
    }
}
