package evens.race.judge;

import evens.race.judge.CaseFile.End;
import java.util.function.Consumer;

/** No fill of an order, and no other sign of life, after the reply that cancelled it. */
final class CancelledIsOver implements Rule {
    @Override
    public String says() {
        return "an order that was cancelled is over";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (Order order : file.orders()) {
            for (End end : file.ends(order)) {
                if (!end.entry().isOver()) {
                    continue;
                }
                for (Sign sign : file.signs(order)) {
                    if (sign.sequence() > end.act().sequence()) {
                        found.accept("%s: %s, but %s".formatted(order, sign, end.act()));
                    }
                }
            }
        }
    }
}
