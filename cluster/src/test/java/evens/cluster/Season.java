package evens.cluster;

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
import org.jspecify.annotations.Nullable;

/** A small season and what its bettors do: the same seed, the same commands. */
public final class Season {
    public static final long GAME = 7;
    public static final long AWAY = 71;
    public static final long HOME = 72;
    public static final int ACCOUNTS = 5;

    /** An order of a command, without its reference. */
    private static final int ORDER_BYTES = 37;

    private Season() {}

    /** Everything that must be there before the first order. */
    public static List<Command> opening(long startMillis) {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.CreateLeague("NHL", "Hockey", 5));
        commands.add(
                new Command.CreateGame(
                        GAME,
                        "NHL",
                        startMillis,
                        new Participant(AWAY, "Montréal Canadiens", "MTL", "1"),
                        new Participant(HOME, "Toronto Maple Leafs", "TOR", ""),
                        "MTL @ TOR",
                        "Full game",
                        true,
                        GameState.OPEN));
        for (long account = 1; account <= ACCOUNTS; account++) {
            commands.add(
                    new Command.OpenAccount(
                            account, 0, Money.MAX_AMOUNT, 5_000, 900_000_000 * Money.DOLLAR));
        }
        return commands;
    }

    public static Command place(long account, long participant, int line, long stake) {
        return place(account, participant, line, stake, 0, null);
    }

    public static Command place(
            long account,
            long participant,
            int line,
            long stake,
            int expiryMinutes,
            @Nullable String reference) {
        return new Command.PlaceOrders(
                account, List.of(order(participant, line, stake, expiryMinutes, reference)));
    }

    public static NewOrder order(
            long participant, int line, long stake, int expiryMinutes, @Nullable String reference) {
        return new NewOrder(
                GAME,
                Market.MONEYLINE,
                participant,
                line,
                stake,
                OrderType.LIMIT,
                expiryMinutes,
                reference);
    }

    /** What somebody does next; many cancel what is not theirs or not there. */
    public static Command random(Random random) {
        long account = 1L + random.nextInt(ACCOUNTS);
        return switch (random.nextInt(12)) {
            case 0 -> new Command.CancelAllOrders(account);
            case 1 -> new Command.Deposit(account, random.nextInt(1000) * Money.DOLLAR);
            case 2 ->
                    new Command.CancelOrders(
                            account,
                            List.of((long) random.nextInt(200), (long) random.nextInt(200)));
            case 3 -> {
                List<NewOrder> orders = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    orders.add(randomOrder(random));
                }
                yield new Command.PlaceOrders(account, orders);
            }
            default -> new Command.PlaceOrders(account, List.of(randomOrder(random)));
        };
    }

    private static NewOrder randomOrder(Random random) {
        return order(
                random.nextBoolean() ? AWAY : HOME,
                10 * (random.nextInt(60) - 30),
                (1L + random.nextInt(50)) * Money.DOLLAR,
                random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0,
                random.nextInt(3) == 0 ? "réf " + random.nextInt(100) : null);
    }

    /** A command whose bytes in the log are exactly so many. */
    public static Command ofLength(int bytes) {
        List<NewOrder> orders = new ArrayList<>();
        int left = bytes - 28; // header, block and the count of orders
        while (left > 0) {
            int reference = Math.min(60_000, left - ORDER_BYTES);
            int rest = left - ORDER_BYTES - reference;
            if (rest > 0 && rest < ORDER_BYTES) {
                reference -= ORDER_BYTES;
            }
            orders.add(order(AWAY, 100, Money.DOLLAR, 0, "x".repeat(reference)));
            left -= ORDER_BYTES + reference;
        }
        return new Command.PlaceOrders(1, orders);
    }
}
