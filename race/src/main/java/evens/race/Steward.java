package evens.race;

import evens.race.seen.Ask;
import java.util.List;

/** The operator's part: suspends and opens a game, and has others start. */
final class Steward implements Runnable {
    private final Line line;
    private final List<Fixture> games;
    private final List<Fixture> starting;
    private final Dice dice;

    Steward(Line line, List<Fixture> games, List<Fixture> starting, Dice dice) {
        this.line = line;
        this.games = games;
        this.starting = starting;
        this.dice = dice;
    }

    @Override
    public void run() {
        for (Fixture game : starting) {
            line.ask(new Ask.Start(game.id(), dice.between(60, 300)));
        }
        for (int i = dice.below(3); i > 0; i--) {
            Fixture game = dice.of(games);
            if (!starting.contains(game)) {
                Pauses.millis(dice.below(80));
                line.ask(new Ask.Suspend(game.id()));
                Pauses.millis(dice.below(40));
                line.ask(new Ask.Open(game.id()));
            }
        }
    }
}
