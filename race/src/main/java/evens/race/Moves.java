package evens.race;

import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what a trader does next, of what he believes to have open. */
final class Moves {
    private static final int LARGEST_BATCH = 4;
    private static final String LIVE = "LIVE";

    private final List<Fixture> games;
    private final Purse purse;
    private final Bets bets;
    private final Dice dice;

    Moves(List<Fixture> games, Purse purse, Dice dice) {
        this.games = games;
        this.purse = purse;
        this.dice = dice;
        bets = new Bets(games, purse, dice);
    }

    /** A batch; an order with a live delay is alone in it, so that its answer is of its step. */
    Ask place() {
        Bet first = bets.any();
        List<Bet> batch = new ArrayList<>(List.of(first));
        int size = 1 + dice.below(LARGEST_BATCH);
        while (!first.live() && batch.size() < size) {
            Bet next = bets.any();
            if (!next.live()) {
                batch.add(next);
            }
        }
        return new Ask.Place(batch, epoch());
    }

    private long epoch() {
        return dice.oneIn(3) ? purse.epoch(dice) : Ask.NO_EPOCH;
    }

    /** One order of its own, of a game without live delay, or a new one if there is none. */
    Ask edit() {
        Map.Entry<String, Bet> one = purse.any(dice);
        return one == null || one.getValue().live()
                ? place()
                : new Ask.Edit(one.getKey(), bets.instead(one.getValue()), epoch());
    }

    Ask cancel() {
        Map.Entry<String, Bet> one = purse.any(dice);
        return one == null ? place() : new Ask.Cancel(one.getKey());
    }

    Ask cancelList() {
        return new Ask.CancelList(purse.some(1 + dice.below(6)));
    }

    Ask cancelReferences() {
        return new Ask.CancelReferences(dice.of(games).id(), purse.references());
    }

    /** Of a game, or of a type of its markets. */
    Ask.CancelGame cancelGame() {
        Fixture game = dice.of(games);
        return dice.coin()
                ? new Ask.CancelGame(game.id(), null, null)
                : new Ask.CancelGame(game.id(), dice.coin() ? "moneyline" : "total", null);
    }

    /** The same by side, which only sockets can say. */
    Ask cancelSide() {
        Fixture game = dice.of(games);
        return switch (dice.below(3)) {
            case 0 -> new Ask.CancelGame(game.id(), null, dice.coin() ? "over" : "yes");
            case 1 -> new Ask.CancelGame(game.id(), "moneyline", game.home());
            default -> new Ask.CancelGame(game.id(), "spread", game.away());
        };
    }

    Ask cancelLeague() {
        return new Ask.CancelLeague(
                dice.oneIn(4) ? LIVE : dice.of(List.of(Stage.LEAGUE, Stage.OTHER_LEAGUE)));
    }

    Ask pause() {
        return new Ask.Pause(gameOrAll());
    }

    Ask resume() {
        return new Ask.Resume(gameOrAll(), Ask.NO_EPOCH);
    }

    private @Nullable String gameOrAll() {
        return dice.oneIn(3) ? dice.of(games).id() : null;
    }
}
