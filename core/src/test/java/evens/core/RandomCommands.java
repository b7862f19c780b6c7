package evens.core;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Participant;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded stream of commands among a few accounts and games, so that they get in each other's way.
 * Every kind of command and of market occurs; some are wrong.
 */
public final class RandomCommands {
    private static final int ACCOUNTS = 5;
    private static final int GAMES = 3;
    private static final List<OrderType> ORDER_TYPES = List.of(OrderType.values());
    private static final List<MarketType> MARKET_TYPES = List.of(MarketType.values());
    private static final List<Side> SIDES = List.of(Side.values());

    private final Random random;
    private final List<GameTerms> games = new ArrayList<>();
    private boolean suspended;
    private long banned;

    public RandomCommands(long seed) {
        random = new Random(seed);
    }

    /** What makes the rest possible: accounts, leagues. */
    public List<Command> first() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.CreateLeague("NBA", "basketball", 5));
        commands.add(new Command.CreateLeague("EPL", "soccer", 10));
        for (int account = 1; account <= ACCOUNTS; account++) {
            commands.add(
                    new Command.OpenAccount(
                            account,
                            random.nextInt(2) * -50L * Money.DOLLAR,
                            random.nextInt(20, 5_000) * Money.DOLLAR,
                            random.nextInt(20_000),
                            random.nextInt(10, 300) * Money.DOLLAR));
        }
        return commands;
    }

    /**
     * The next command.
     *
     * @param orders ids that may be worth cancelling
     */
    public Command next(long timeMillis, List<Long> orders) {
        int dice = random.nextInt(100);
        if (games.size() < GAMES || dice < 2) {
            return newGame(timeMillis);
        }
        if (dice < 68) {
            return place();
        }
        if (dice < 78) {
            return cancel(orders);
        }
        if (dice < 84) {
            return sweep();
        }
        return dice < 90 ? money() : operate(timeMillis);
    }

    /** Some of it comes from before a kill, some under a key that was used before. */
    private Command place() {
        Command place = new Command.PlaceOrders(account(), stamp(), batch());
        return random.nextInt(5) > 0 ? place : once(place);
    }

    private Command once(Command command) {
        return new Command.Once(account(), random.nextLong(100), 0, random.nextInt(2), 0, command);
    }

    private Command.Stamp stamp() {
        return random.nextInt(9) > 0
                ? Command.Stamp.LATEST
                : new Command.Stamp(random.nextInt(40), random.nextInt(3));
    }

    /** What ends much at once, or for now. */
    private Command sweep() {
        long account = account();
        return switch (random.nextInt(12)) {
            case 0 -> new Command.CancelAllOrders(account, true, random.nextInt(3));
            case 1, 2, 3 -> new Command.ReleaseLatch(account);
            case 4 -> new Command.PauseOrders(account, 0, random.nextInt(3));
            case 5 -> new Command.ResumeOrders(account, stamp(), 0);
            case 6 -> new Command.RenewLease(account, random.nextInt(1, 200_000));
            case 7 -> new Command.DropLease(account);
            case 8 -> new Command.CancelOrdersOfGame(account, game().game(), Command.Scope.ALL);
            case 9 -> new Command.CancelOrdersOfLeague(account, "EPL");
            default -> once(new Command.CancelAllOrders(account, false, random.nextInt(3)));
        };
    }

    private Command newGame(long timeMillis) {
        int id = games.size() + 1;
        int kind = random.nextInt(8);
        GameTerms terms =
                new GameTerms(
                        id,
                        random.nextInt(3) == 0 ? "NBA" : "EPL",
                        kind < 2 ? id - 1 : 0,
                        timeMillis + 1 + random.nextInt(3_600_000, 9_000_000),
                        new Participant(1, "Away", "A", ""),
                        new Participant(2, "Home", "H", "7"),
                        "Away at Home",
                        kind == 0 ? "Cup" : "",
                        kind == 1 ? "1H" : "Full Time",
                        random.nextBoolean(),
                        kind == 0,
                        kind == 0 && random.nextBoolean(),
                        kind > 5);
        games.add(terms);
        return new Command.CreateGame(terms, GameState.OPEN);
    }

    private List<NewOrder> batch() {
        List<NewOrder> orders = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            MarketType type = pick(MARKET_TYPES);
            orders.add(
                    new NewOrder(
                            game().game(),
                            type,
                            random.nextInt(50) == 0 ? pick(SIDES) : side(type),
                            type == MarketType.MONEYLINE_1X2
                                    ? random.nextInt(3)
                                    : random.nextInt(1, 3),
                            random.nextInt(50) == 0 ? random.nextInt(9_000) : number(type),
                            random.nextInt(-20, 11) * 10,
                            Money.DOLLAR + random.nextLong(60 * Money.DOLLAR),
                            pick(ORDER_TYPES),
                            random.nextInt(3) * random.nextInt(90),
                            random.nextBoolean() ? null : "r".repeat(random.nextInt(40))));
        }
        return orders;
    }

    private Side side(MarketType type) {
        return switch (type) {
            case MONEYLINE, SPREAD -> Side.PARTICIPANT;
            case TOTAL -> random.nextBoolean() ? Side.OVER : Side.UNDER;
            case MONEYLINE_1X2 -> random.nextBoolean() ? Side.YES : Side.NO;
        };
    }

    /** Whole, half and quarter numbers, few enough to meet. */
    private int number(MarketType type) {
        return switch (type) {
            case MONEYLINE, MONEYLINE_1X2 -> 0;
            case SPREAD -> random.nextInt(-1, 2);
            case TOTAL -> random.nextInt(8, 11);
        };
    }

    private Command cancel(List<Long> orders) {
        if (!orders.isEmpty() && random.nextBoolean()) {
            return edit(orders.get(orders.size() - 1 - random.nextInt(Math.min(9, orders.size()))));
        }
        List<Long> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && !orders.isEmpty(); i--) {
            some.add(orders.get(orders.size() - 1 - random.nextInt(Math.min(40, orders.size()))));
        }
        return new Command.CancelOrders(account(), some);
    }

    private Command edit(long order) {
        return new Command.EditOrder(
                account(),
                stamp(),
                order,
                random.nextBoolean() ? null : random.nextInt(-20, 11) * 10,
                random.nextBoolean() ? null : Money.DOLLAR + random.nextLong(60 * Money.DOLLAR),
                pick(ORDER_TYPES),
                random.nextInt(-1, 60),
                random.nextBoolean() ? null : "edited",
                null,
                random.nextInt(4) == 0);
    }

    private Command money() {
        long amount = random.nextLong(20 * Money.DOLLAR);
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3, 4 ->
                    // the first two stay poor
                    new Command.Deposit(random.nextInt(3, ACCOUNTS + 1), 20 * amount);
            case 5 -> new Command.Withdraw(account(), amount);
            case 6 ->
                    new Command.Adjust(
                            account(), amount - 10 * Money.DOLLAR, random.nextInt(4) == 0);
            default -> changeAccount();
        };
    }

    private Command changeAccount() {
        boolean limits = random.nextBoolean();
        return new Command.ChangeAccount(
                account(),
                limits ? random.nextInt(-1, 100) * -Money.DOLLAR : null,
                limits ? random.nextInt(20, 5_000) * Money.DOLLAR : null,
                random.nextBoolean() ? random.nextInt(20_000) : null,
                null,
                random.nextInt(4) == 0);
    }

    /** What was suspended is soon resumed, and a ban soon lifted. */
    private Command operate(long timeMillis) {
        if (suspended) {
            suspended = random.nextBoolean();
            return suspended ? new Command.SuspendExchange() : new Command.ResumeExchange();
        }
        if (banned != 0) {
            long account = banned;
            boolean still = random.nextBoolean();
            banned = still ? account : 0;
            return new Command.ChangeAccount(account, null, null, null, still, false);
        }
        long game = game().game();
        return switch (random.nextInt(24)) {
            case 0 -> new Command.SuspendGame(game);
            case 1 -> new Command.CloseGame(game);
            case 2 -> new Command.CancelGameOrders(game);
            case 3 -> {
                suspended = true;
                yield new Command.SuspendExchange();
            }
            case 4, 5 -> {
                banned = account();
                yield new Command.ChangeAccount(banned, null, null, null, true, false);
            }
            case 6, 7 -> changeGame(timeMillis);
            case 8 -> new Command.ChangeLeague("EPL", random.nextInt(9, 11));
            default -> new Command.OpenGame(game);
        };
    }

    /** The same game at another time, sometimes one that has passed. */
    private Command changeGame(long timeMillis) {
        long startMillis = timeMillis + random.nextInt(-600_000, 7_200_000);
        return new Command.ChangeGame(game().startingAt(startMillis));
    }

    /** One of the newest games. */
    private GameTerms game() {
        return games.get(Math.max(0, games.size() - 1 - random.nextInt(GAMES)));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private long account() {
        return random.nextInt(1, ACCOUNTS + 1);
    }
}
