package evens.race.judge;

import java.util.function.Consumer;

/** No order that was accepted before a kill in whose scope it is shows life after it. */
final class NothingOutlivesAKill implements Rule {
    @Override
    public String says() {
        return "no order outlives a kill";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (Kill kill : file.kills()) {
            if (kill.pauses()) {
                continue;
            }
            for (Order order : file.orders()) {
                if (!kill.covers(order)) {
                    continue;
                }
                for (Sign sign : file.signs(order)) {
                    if (sign.isAfter(kill)) {
                        found.accept(
                                "%s: %s, but killed by %d by %s"
                                        .formatted(order, sign, kill.latest(), kill.act()));
                    }
                }
            }
        }
    }
}
