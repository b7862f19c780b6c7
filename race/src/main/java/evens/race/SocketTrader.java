package evens.race;

import evens.race.seen.Answer;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Trades over an orders socket, in bursts of frames, and rarely waits for an answer. */
final class SocketTrader implements Runnable {
    private static final int LARGEST_BURST = 6;

    /** How many frames may be under way, those that wait for a live delay aside. */
    private static final int MOST_UNDER_WAY = 12;

    private static final int LONG_LEASE = 60_000;

    private final Line line;
    private final Line remote;
    private final Purse purse;
    private final Moves moves;
    private final Dice dice;
    private final int bursts;
    private final int lapse;

    private final Deque<CompletableFuture<Answer>> underWay = new ArrayDeque<>();
    private final List<CompletableFuture<Answer>> delayed = new ArrayList<>();

    /**
     * A trader.
     *
     * @param remote for what can not be said on a socket
     * @param lapses whether a lease is left to lapse once
     */
    SocketTrader(
            Line line,
            Line remote,
            List<Fixture> games,
            Purse purse,
            Dice dice,
            int bursts,
            boolean lapses) {
        this.line = line;
        this.remote = remote;
        this.purse = purse;
        this.moves = new Moves(games, purse, dice);
        this.dice = dice;
        this.bursts = bursts;
        this.lapse = lapses ? dice.below(bursts) : -1;
    }

    @Override
    public void run() {
        for (int i = 0; i < bursts; i++) {
            if (i == lapse) {
                lapse();
            }
            for (int j = dice.between(1, LARGEST_BURST); j > 0; j--) {
                step(dice.below(100));
            }
            await(dice.oneIn(4) ? 0 : MOST_UNDER_WAY);
        }
        send(new Ask.Beat(0));
        await(0);
        remote.ask(new Ask.ReleaseLatch());
        delayed.forEach(CompletableFuture::join);
    }

    private void step(int chance) {
        if (chance < 66) {
            send(moves.place());
        } else if (chance < 76) {
            send(moves.cancel());
        } else if (chance < 82) {
            send(moves.cancelList());
        } else if (chance < 85) {
            send(moves.cancelGame());
        } else if (chance < 88) {
            send(moves.cancelSide());
        } else if (chance < 94) {
            send(new Ask.CancelAll(false));
            send(moves.place());
        } else if (chance < 97) {
            send(new Ask.CancelAll(false));
            send(new Ask.CancelAll(false));
        } else if (chance < 98) {
            latch();
        } else {
            send(new Ask.Beat(LONG_LEASE));
        }
    }

    /** The release overtakes what waits on the socket, or not. */
    private void latch() {
        send(new Ask.CancelAll(true));
        send(moves.place());
        if (dice.coin()) {
            await(0);
        }
        remote.ask(new Ask.ReleaseLatch());
        send(moves.place());
    }

    /** Places, arms a short lease, and keeps silent until it must be over. */
    private void lapse() {
        send(moves.place());
        send(moves.place());
        int millis = dice.between(40, 120);
        send(new Ask.Beat(millis));
        await(0);
        Pauses.millis(millis + Pauses.BEYOND_DOUBT);
    }

    private void send(Ask ask) {
        CompletableFuture<Answer> answer =
                line.send(ask)
                        .thenApply(told -> {
                            purse.learn(ask, told);
                            return told;
                        });
        boolean waits = ask instanceof Ask.Place place && place.bets().stream().anyMatch(Bet::live);
        if (waits) {
            delayed.add(answer);
        } else {
            underWay.add(answer);
        }
    }

    private void await(int most) {
        while (underWay.size() > most) {
            underWay.remove().join();
        }
    }
}
