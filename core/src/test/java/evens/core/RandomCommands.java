package evens.core;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.GameState;
import evens.model.Market;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded stream of commands among a few accounts and games, so that they get in each other's way.
 */
public final class RandomCommands {
    private static final int ACCOUNTS = 5;
    private static final int GAMES = 3;
    private static final List<OrderType> TYPES = List.of(OrderType.values());

    private final Random random;
    private int games;

    public RandomCommands(long seed) {
        random = new Random(seed);
    }

    /** What makes the rest possible: accounts, a league. */
    public List<Command> first() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.CreateLeague("NBA", "basketball", 5));
        for (int account = 1; account <= ACCOUNTS; account++) {
            commands.add(
                    new Command.OpenAccount(
                            account,
                            random.nextInt(2) * -50L * Money.DOLLAR,
                            random.nextInt(20, 500) * Money.DOLLAR,
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
        if (games < GAMES || dice < 2) {
            return game(timeMillis);
        }
        if (dice < 70) {
            return place();
        }
        if (dice < 85) {
            return cancel(orders);
        }
        if (dice < 92) {
            return new Command.CancelAllOrders(account());
        }
        if (dice < 95) {
            return new Command.Deposit(account(), random.nextLong(20 * Money.DOLLAR));
        }
        long game = random.nextLong(1, games + 1L);
        return dice < 96 ? new Command.SuspendGame(game) : new Command.OpenGame(game);
    }

    private Command game(long timeMillis) {
        games++;
        return new Command.CreateGame(
                games,
                "NBA",
                timeMillis + 1 + random.nextInt(7_200_000),
                new Participant(1, "Away", "A", ""),
                new Participant(2, "Home", "H", "7"),
                "Away at Home",
                "Full Time",
                random.nextBoolean(),
                GameState.OPEN);
    }

    private Command place() {
        List<NewOrder> orders = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            long game = Math.max(1, games - random.nextInt(GAMES));
            long participant = random.nextInt(1, 3);
            int line = random.nextInt(-20, 21) * 10;
            long stake = Money.DOLLAR + random.nextLong(60 * Money.DOLLAR);
            OrderType type = TYPES.get(random.nextInt(TYPES.size()));
            int expiryMinutes = random.nextInt(3) * random.nextInt(90);
            String reference = random.nextBoolean() ? null : "r".repeat(random.nextInt(40));
            orders.add(
                    new NewOrder(
                            game,
                            Market.MONEYLINE,
                            participant,
                            line,
                            stake,
                            type,
                            expiryMinutes,
                            reference));
        }
        return new Command.PlaceOrders(account(), orders);
    }

    private Command cancel(List<Long> orders) {
        List<Long> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && !orders.isEmpty(); i--) {
            some.add(orders.get(orders.size() - 1 - random.nextInt(Math.min(40, orders.size()))));
        }
        return new Command.CancelOrders(account(), some);
    }

    private long account() {
        return random.nextInt(1, ACCOUNTS + 1);
    }
}
