package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.function.Consumer;

/** Under a latch nothing is accepted or brought back until it is released. */
final class LatchHolds implements Rule {
    @Override
    public String says() {
        return "a latch holds";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (int account : file.accounts()) {
            for (Act latch : file.done(account, Ask.CancelAll.class)) {
                if (latch.ask() instanceof Ask.CancelAll all && all.latch()) {
                    check(latch, released(file, latch), file, found);
                }
            }
        }
    }

    private static long released(CaseFile file, Act latch) {
        return file.done(latch.account(), Ask.ReleaseLatch.class).stream()
                .mapToLong(Act::sequence)
                .filter(sequence -> sequence > latch.sequence())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static void check(Act latch, long released, CaseFile file, Consumer<String> found) {
        for (Order order : file.orders()) {
            if (order.account() == latch.account() && isIn(order.latest(), latch, released)) {
                found.accept("%s, but %s".formatted(order, latch));
            }
        }
        for (Act resume : file.done(latch.account(), Ask.Resume.class)) {
            if (SecondKillFindsNothing.resumes(resume)
                    && isIn(resume.sequence(), latch, released)) {
                found.accept("%s, but %s".formatted(resume, latch));
            }
        }
    }

    private static boolean isIn(long sequence, Act latch, long released) {
        return sequence > latch.sequence() && sequence < released;
    }
}
