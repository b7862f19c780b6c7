package evens.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The orders of a market maker around a fair chance. */
final class Quote {
    private static final int LEVELS = 3;
    private static final int MARGIN = 110;
    private static final int STEP = 130;

    private Quote() {}

    /** Both sides at a few levels, the nearest one a little worse than fair for its taker. */
    static List<NewOrder> both(Game game, int homeChance, SplittableRandom random) {
        List<NewOrder> orders = new ArrayList<>(2 * LEVELS);
        for (int level = 0; level < LEVELS; level++) {
            int off = MARGIN + level * STEP;
            orders.add(post(game, game.home(), homeChance - off, level, random));
            orders.add(post(game, game.away(), Prices.CERTAIN - homeChance - off, level, random));
        }
        return orders;
    }

    private static NewOrder post(
            Game game, Team team, int chance, int level, SplittableRandom random) {
        int stake = 50 * (level + 1) + 5 * random.nextInt(20);
        return NewOrder.of(
                game.id(),
                team.id(),
                Prices.american(chance),
                Integer.toString(stake),
                OrderType.POST);
    }

    /** A few dollars on somebody's offer, at its price. */
    static NewOrder take(Game game, BookEntry entry, SplittableRandom random) {
        int stake = 2 + random.nextInt(19);
        return new NewOrder(
                game.id(),
                Pick.moneyline(entry.participantID()),
                entry.odds(),
                BigDecimal.valueOf(stake),
                OrderType.LIMIT,
                1,
                null);
    }
}
