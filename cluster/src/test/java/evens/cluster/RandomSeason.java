package evens.cluster;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What bettors and operators of a {@link Season} do: the same seed, the same commands. Bettors
 * cancel what is not theirs or not there, and operators mostly undo what stops the betting.
 */
public final class RandomSeason {
    private static final int MINUTE = 60_000;
    private static final List<MarketType> TYPES = List.of(MarketType.values());
    private static final List<OrderType> ORDER_TYPES = List.of(OrderType.values());

    private final Random random;

    public RandomSeason(Random random) {
        this.random = random;
    }

    /** What somebody does next. */
    public Command next(long timeMillis) {
        int dice = random.nextInt(200);
        return dice < 50 ? operator(dice, timeMillis) : bettor();
    }

    private Command bettor() {
        return switch (random.nextInt(12)) {
            case 0 -> new Command.CancelAllOrders(account());
            case 1 -> new Command.Deposit(account(), random.nextInt(1000) * Money.DOLLAR);
            case 2 ->
                    new Command.CancelOrders(
                            account(),
                            List.of((long) random.nextInt(200), (long) random.nextInt(200)));
            case 3 -> {
                List<NewOrder> orders = new ArrayList<>();
                for (int i = random.nextInt(8); i >= 0; i--) {
                    orders.add(order());
                }
                yield new Command.PlaceOrders(account(), orders);
            }
            default -> new Command.PlaceOrders(account(), List.of(order()));
        };
    }

    private NewOrder order() {
        boolean soccer = random.nextBoolean();
        long away = soccer ? Season.SOCCER_AWAY : Season.AWAY;
        long home = soccer ? Season.SOCCER_HOME : Season.HOME;
        long participant = random.nextBoolean() ? away : home;
        MarketType type = TYPES.get(random.nextInt(soccer ? 4 : 3));
        boolean first = random.nextBoolean();
        boolean draw = random.nextInt(3) == 0;
        return new NewOrder(
                soccer ? Season.SOCCER : Season.GAME,
                type,
                switch (type) {
                    case MONEYLINE, SPREAD -> Side.PARTICIPANT;
                    case TOTAL -> first ? Side.OVER : Side.UNDER;
                    case MONEYLINE_1X2 -> first ? Side.YES : Side.NO;
                },
                switch (type) {
                    case MONEYLINE, SPREAD -> participant;
                    case TOTAL -> 0;
                    case MONEYLINE_1X2 -> draw ? 0 : participant;
                },
                switch (type) {
                    case MONEYLINE, MONEYLINE_1X2 -> 0;
                    case SPREAD -> random.nextInt(-1, 2);
                    case TOTAL -> random.nextInt(22, 24);
                },
                10 * random.nextInt(-30, 30),
                random.nextInt(1, 51) * Money.DOLLAR,
                random.nextInt(3) > 0 ? OrderType.LIMIT : ORDER_TYPES.get(random.nextInt(3)),
                random.nextInt(4) == 0 ? random.nextInt(1, 6) : 0,
                random.nextInt(3) == 0 ? "réf " + random.nextInt(100) : null);
    }

    private Command operator(int dice, long timeMillis) {
        boolean soccer = random.nextBoolean();
        long game = soccer ? Season.SOCCER : Season.GAME;
        return switch (dice) {
            case 0, 1, 2 -> new Command.Withdraw(account(), dollars(1_000_000_000));
            case 3, 4, 5 -> new Command.Adjust(account(), -dollars(50), random.nextBoolean());
            case 6, 7, 8, 9 -> changeAccount();
            case 10 -> new Command.SuspendExchange();
            case 11, 12, 13, 14, 15, 16, 17 -> new Command.ResumeExchange();
            case 18 -> new Command.SuspendGame(game);
            case 19 -> new Command.CancelGameOrders(game);
            case 20 -> new Command.CloseGame(game);
            case 21, 22, 23, 24, 25, 26 -> {
                long start = timeMillis + random.nextInt(30 * MINUTE);
                GameTerms terms = soccer ? Season.soccer(start) : Season.hockey(start);
                yield new Command.ChangeGame(terms);
            }
            case 27 -> new Command.ChangeLeague("EPL", random.nextInt(8, 10));
            default -> new Command.OpenGame(game);
        };
    }

    private Command changeAccount() {
        return new Command.ChangeAccount(
                account(),
                random.nextBoolean() ? null : -dollars(100),
                random.nextBoolean() ? null : Money.MAX_AMOUNT - dollars(100),
                random.nextBoolean() ? null : random.nextInt(20_000),
                random.nextBoolean() ? null : random.nextInt(10) == 0,
                random.nextBoolean());
    }

    private long dollars(int most) {
        return random.nextInt(1, most + 1) * Money.DOLLAR;
    }

    private long account() {
        return random.nextInt(1, Season.ACCOUNTS + 1);
    }
}
