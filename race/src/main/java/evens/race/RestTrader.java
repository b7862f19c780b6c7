package evens.race;

import evens.race.seen.Answer;
import evens.race.seen.Ask;
import java.util.List;

/** Trades by requests, one after the other. */
final class RestTrader implements Runnable {
    private final Line line;
    private final Purse purse;
    private final Moves moves;
    private final Dice dice;
    private final int steps;

    RestTrader(Line line, List<Fixture> games, Purse purse, Dice dice, int steps) {
        this.line = line;
        this.purse = purse;
        this.moves = new Moves(games, purse, dice);
        this.dice = dice;
        this.steps = steps;
    }

    @Override
    public void run() {
        for (int i = 0; i < steps; i++) {
            step(dice.below(100));
        }
        ask(new Ask.ReleaseLatch());
    }

    private void step(int chance) {
        if (chance < 46) {
            ask(moves.place());
        } else if (chance < 57) {
            ask(moves.edit());
        } else if (chance < 66) {
            ask(moves.cancel());
        } else if (chance < 72) {
            ask(moves.cancelList());
        } else if (chance < 76) {
            ask(moves.cancelReferences());
        } else if (chance < 80) {
            ask(moves.cancelGame());
        } else if (chance < 83) {
            ask(moves.cancelLeague());
        } else if (chance < 88) {
            killTwice();
        } else if (chance < 91) {
            latch();
        } else if (chance < 96) {
            ask(moves.pause());
            if (dice.oneIn(3)) {
                ask(moves.place());
            }
            ask(moves.resume());
        } else if (chance < 98) {
            ask(moves.resume());
        } else {
            ask(new Ask.OpenOrders(false));
        }
    }

    private void killTwice() {
        ask(new Ask.CancelAll(false));
        if (dice.coin()) {
            ask(new Ask.CancelAll(false));
        }
    }

    private void latch() {
        ask(new Ask.CancelAll(true));
        for (int i = dice.below(4); i > 0; i--) {
            ask(dice.oneIn(3) ? moves.resume() : moves.place());
        }
        ask(new Ask.ReleaseLatch());
    }

    private void ask(Ask ask) {
        Answer answer = line.ask(ask);
        purse.learn(ask, answer);
    }
}
