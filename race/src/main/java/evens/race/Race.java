package evens.race;

import evens.client.EvensClient;
import evens.race.judge.Judge;
import evens.race.seen.Act;
import evens.race.seen.Answer;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One seed: accounts and games of its own, clients that race each other, and the judgement. */
final class Race {
    private static final int ACCOUNTS = 4;
    private static final int STEPS = 60;
    private static final int BURSTS = 24;
    private static final String NOT_OPEN = "game is not open";

    /** One race of so many has a game with a live delay, which takes seconds. */
    private static final int LIVE_ONE_IN = 6;

    /** The least that a lease over REST may last is long for a race. */
    private static final int REST_LEASE_ONE_IN = 33;

    private static final int REST_LEASE = 5_001;

    private final Stage stage;
    private final Executor threads;
    private final Dice dice;
    private final Diary diary = new Diary();
    private final boolean starts;
    private final boolean lapses;
    private final boolean lapsesOverRest;
    private final List<Fixture> games = new ArrayList<>();
    private final List<Trading> accounts = new ArrayList<>();

    /** An account, and the line that asks for it when its traders are done. */
    private record Trading(Purse purse, EvensClient client, Line line) {}

    Race(Stage stage, Executor threads, long seed) {
        this.stage = stage;
        this.threads = threads;
        dice = new Dice(seed);
        starts = dice.oneIn(3);
        lapses = dice.oneIn(3);
        lapsesOverRest = dice.oneIn(REST_LEASE_ONE_IN);
        games.add(stage.game(Stage.LEAGUE));
        games.add(stage.game(Stage.OTHER_LEAGUE));
        if (dice.oneIn(LIVE_ONE_IN)) {
            games.add(stage.game(Stage.LIVE_LEAGUE));
        } else if (starts) {
            games.add(stage.game(Stage.LEAGUE));
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            EvensClient client = stage.account();
            accounts.add(new Trading(new Purse(), client, new RestLine(diary, i, client)));
        }
    }

    /** Runs it to its end. */
    void run() {
        List<SocketLine> sockets = new ArrayList<>();
        List<Runnable> clients = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            if (account != 1) {
                SocketLine socket = stage.socket(diary, account, accounts.get(account).client());
                sockets.add(socket);
                clients.add(socketTrader(account, socket));
            }
            if (account != 2) {
                clients.add(restTrader(account));
            }
        }
        RestLine operator = new RestLine(diary, Act.OPERATOR, stage.operator());
        clients.add(new Steward(operator, games, started(), dice.another()));
        CompletableFuture.allOf(
                        clients.stream()
                                .map(client -> CompletableFuture.runAsync(client, threads))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        settle();
        sockets.forEach(SocketLine::close);
        operator.ask(new Ask.TrialBalance());
    }

    private Runnable socketTrader(int account, Line line) {
        Trading of = accounts.get(account);
        Line remote = new RestLine(diary, account, of.client());
        boolean lets = lapses && account == 0;
        return new SocketTrader(line, remote, games, of.purse(), dice.another(), BURSTS, lets);
    }

    private Runnable restTrader(int account) {
        Line line = new RestLine(diary, account, accounts.get(account).client());
        return new RestTrader(line, games, accounts.get(account).purse(), dice.another(), STEPS);
    }

    /** The games that start during the race. */
    private List<Fixture> started() {
        return starts ? games.stream().skip(2).filter(game -> !game.live()).toList() : List.of();
    }

    /** Waits until nothing happens any more, and has every account look at what it has. */
    private void settle() {
        for (Trading account : accounts) {
            account.line().ask(new Ask.Beat(0));
            account.line().ask(new Ask.ReleaseLatch());
        }
        started().forEach(this::awaitStart);
        if (lapsesOverRest) {
            lapse(accounts.get(1));
        }
        if (dice.coin()) {
            accounts.getFirst().line().ask(new Ask.CancelAll(false));
            accounts.getFirst().line().ask(new Ask.CancelAll(false));
        }
        for (Trading account : accounts) {
            account.line().ask(new Ask.OpenOrders(true));
            account.line().ask(new Ask.PausedOrders(true));
            account.line().ask(new Ask.MatchedBets());
        }
    }

    /** Places on a game until that is refused, or nobody answers. */
    private void awaitStart(Fixture game) {
        Trading account = accounts.getLast();
        Bets bets = new Bets(List.of(game), account.purse(), dice);
        boolean open = true;
        while (open) {
            Bet bet = bets.on(game);
            Answer answer = account.line().ask(new Ask.Place(List.of(bet), Ask.NO_EPOCH));
            open =
                    !answer.defect()
                            && answer.placed().stream()
                                    .noneMatch(placed -> Objects.equals(placed.error(), NOT_OPEN));
            Pauses.millis(20);
        }
    }

    private void lapse(Trading account) {
        account.line().ask(new Moves(games, account.purse(), dice).place());
        account.line().ask(new Ask.Beat(REST_LEASE));
        Pauses.millis(REST_LEASE + Pauses.BEYOND_DOUBT);
        account.line().ask(new Ask.Beat(0));
    }

    /** What everybody asked and was answered. */
    List<Act> acts() {
        return diary.acts();
    }

    /** What is wrong; empty if nothing is. */
    List<String> judgement() {
        return Judge.judge(acts());
    }
}
