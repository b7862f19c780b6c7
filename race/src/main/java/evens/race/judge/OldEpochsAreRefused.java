package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.List;
import java.util.function.Consumer;

/**
 * What says an epoch older than a kill's is not accepted after the kill. An epoch is certainly
 * older if somebody had heard of it, or of a later one, before the kill was sent.
 */
final class OldEpochsAreRefused implements Rule {
    @Override
    public String says() {
        return "what says an old epoch is refused";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (int account : file.accounts()) {
            List<Act> kills = Fence.raises(file, account);
            for (Order order : file.orders()) {
                long said = Fence.said(order.act());
                if (order.account() != account || said == Ask.NO_EPOCH) {
                    continue;
                }
                for (Act kill : kills) {
                    if (order.latest() > kill.sequence()
                            && Fence.isAgainst(kill, order.act())
                            && wasKnown(file, said, kill)) {
                        found.accept(
                                "%s said epoch %d, but there was %s".formatted(order, said, kill));
                    }
                }
            }
        }
    }

    private static boolean wasKnown(CaseFile file, long epoch, Act kill) {
        return file.acts().stream()
                .anyMatch(act ->
                        act.account() == kill.account()
                                && act.answered() < kill.sent()
                                && act.answer().epoch() >= epoch);
    }
}
