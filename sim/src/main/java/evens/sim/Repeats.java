package evens.sim;

import evens.model.Command;
import evens.model.Command.Once;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent under a key, and sent again. */
final class Repeats {
    private static final int MOST = 100;

    private record Sent(Once once, long timeMillis) {}

    private final Dice dice;
    private final int oncePercent;
    private final List<Sent> sent = new ArrayList<>();

    Repeats(Dice dice) {
        this.dice = dice;
        oncePercent = dice.of(List.of(0, 5, 50));
    }

    /** The command, as it is or under a key. */
    Command maybeOnce(Command command, long account, long now) {
        boolean isQuestion = command instanceof Command.AskHashes; // nobody can guess the answer
        if (isQuestion || !dice.percent(oncePercent)) {
            return command;
        }
        long high = dice.coin() ? dice.below(2L) : dice.any();
        long low = dice.oneIn(4) ? dice.below(3L) : dice.any();
        Once once = new Once(account, high, low, dice.any(), dice.any(), command);
        return remember(once, now);
    }

    private Once remember(Once once, long now) {
        if (sent.size() == MOST) {
            sent.remove(0);
        }
        sent.add(new Sent(once, now));
        return once;
    }

    /** One that was sent before, mostly as it was; null if there is none. */
    @Nullable Once again(long account, long now) {
        if (sent.isEmpty()) {
            return null;
        }
        Once once = dice.of(sent).once();
        return switch (dice.below(8)) {
            case 0 -> remember(with(once, account, once.hashHigh(), once.hashLow()), now);
            case 1 -> with(once, once.account(), ~once.hashHigh(), once.hashLow());
            case 2 -> with(once, once.account(), once.hashHigh(), ~once.hashLow());
            default -> once;
        };
    }

    private static Once with(Once once, long account, long hashHigh, long hashLow) {
        return new Once(account, once.keyHigh(), once.keyLow(), hashHigh, hashLow, once.command());
    }

    /** When one of those that were sent is forgotten; now if there is none. */
    long forgottenMillis(long now) {
        return sent.isEmpty() ? now : dice.of(sent).timeMillis() + Once.REMEMBERED_MILLIS;
    }
}
