package evens.race;

import evens.race.seen.Bet;
import evens.race.seen.Bet.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws orders at few prices around even money, so that most of them meet. */
final class Bets {
    private static final List<Integer> ODDS = List.of(-104, 100, 100, 101, 104);
    private static final BigDecimal SPREAD = new BigDecimal("1.5");
    private static final BigDecimal TOTAL = new BigDecimal("2.5");

    private final List<Fixture> games;
    private final Purse purse;
    private final Dice dice;

    Bets(List<Fixture> games, Purse purse, Dice dice) {
        this.games = games;
        this.purse = purse;
        this.dice = dice;
    }

    Bet any() {
        return on(dice.of(games));
    }

    Bet on(Fixture game) {
        boolean first = dice.coin();
        String team = first ? game.away() : game.home();
        return switch (dice.below(10)) {
            case 0 -> bet(game, "total", first ? "over" : "under", null, TOTAL);
            case 1 -> bet(game, "spread", team, null, first ? SPREAD : SPREAD.negate());
            case 2 -> bet(game, "moneyline1x2", first ? "yes" : "no", "draw", null);
            default -> bet(game, "moneyline", team, null, null);
        };
    }

    private Bet bet(
            Fixture game,
            String type,
            String side,
            @Nullable String market,
            @Nullable BigDecimal number) {
        return new Bet(
                game.id(),
                game.league(),
                game.live(),
                type,
                side,
                market,
                number,
                dice.of(ODDS),
                stake(),
                kind(),
                purse.reference());
    }

    /** The same question, asked anew. */
    Bet instead(Bet bet) {
        return bet.with(dice.of(ODDS), stake(), kind(), purse.reference());
    }

    /** In micro-dollars. */
    private long stake() {
        return 10_000L * dice.between(200, 6_000);
    }

    private Kind kind() {
        int chance = dice.below(100);
        if (chance < 56) {
            return Kind.LIMIT;
        }
        if (chance < 76) {
            return Kind.POST;
        }
        if (chance < 84) {
            return Kind.POST_ARB;
        }
        return chance < 93 ? Kind.FILL_AND_KILL : Kind.FILL_OR_KILL;
    }
}
