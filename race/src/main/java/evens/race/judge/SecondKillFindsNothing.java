package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Ask;
import java.util.List;
import java.util.function.Consumer;

/** Nothing is left for a second kill unless something was accepted since the first. */
final class SecondKillFindsNothing implements Rule {
    @Override
    public String says() {
        return "a second kill finds nothing";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (int account : file.accounts()) {
            List<Act> kills = file.done(account, Ask.CancelAll.class);
            for (int i = 1; i < kills.size(); i++) {
                Act first = kills.get(i - 1);
                Act second = kills.get(i);
                if (!second.answer().ended().isEmpty() && nothingCameBetween(file, first, second)) {
                    found.accept("%s, after %s".formatted(second, first));
                }
            }
        }
    }

    private static boolean nothingCameBetween(CaseFile file, Act first, Act second) {
        boolean placed =
                file.orders().stream()
                        .filter(order -> order.account() == first.account())
                        .anyMatch(order ->
                                order.latest() > first.sequence()
                                        && order.earliest() < second.sequence());
        return !placed
                && file.done(first.account(), Ask.Resume.class).stream()
                        .noneMatch(act ->
                                resumes(act)
                                        && act.sequence() > first.sequence()
                                        && act.sequence() < second.sequence());
    }

    static boolean resumes(Act act) {
        return act.answer().placed().stream().map(Placed::error).anyMatch(error -> error == null);
    }
}
