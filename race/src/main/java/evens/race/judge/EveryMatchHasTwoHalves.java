package evens.race.judge;

import evens.race.judge.Halves.Owned;
import evens.race.seen.Answer.Half;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every match is in two accounts, on opposite sides of one question, as its taker was told. */
final class EveryMatchHasTwoHalves implements Rule {
    @Override
    public String says() {
        return "every match has two halves";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (Match match : file.matches().values()) {
            if (!file.halves().byTransaction().containsKey(match.fill().transaction())) {
                found.accept("nobody has " + match.fill());
            }
        }
        for (Map.Entry<String, List<Owned>> both : file.halves().byTransaction().entrySet()) {
            Match match = file.matches().get(both.getKey());
            if (match == null) {
                found.accept("no taker was told of " + both.getValue());
            } else if (!isRight(match, both.getValue())) {
                found.accept("%s, but %s".formatted(match, both.getValue()));
            }
        }
    }

    private static boolean isRight(Match match, List<Owned> halves) {
        if (halves.size() != 2 || halves.get(0).half().maker() == halves.get(1).half().maker()) {
            return false;
        }
        Owned making = halves.get(halves.get(0).half().maker() ? 0 : 1);
        Owned taking = halves.get(halves.get(0).half().maker() ? 1 : 0);
        Half maker = making.half();
        Half taker = taking.half();
        return making.account() != taking.account()
                && taking.account() == match.taker().account()
                && maker.game().equals(taker.game())
                && maker.type().equals(taker.type())
                && !maker.backed().equals(taker.backed())
                && maker.order().equals(match.fill().maker())
                && taker.wager().equals(match.fill().wager())
                && maker.stake() == match.fill().makerStake()
                && taker.stake() == match.fill().stake();
    }
}
