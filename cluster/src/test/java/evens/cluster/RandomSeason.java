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
import java.util.stream.Stream;

/**
 * What bettors and operators of a {@link Season} do: the same seed, the same commands. Bettors
 * cancel what is not theirs or not there, and operators mostly undo what stops the betting.
 */
public final class RandomSeason {
    private static final int MINUTE = 60_000;
    private static final List<MarketType> TYPES = List.of(MarketType.values());
    private static final List<Side> SIDES = List.of(Side.values());
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
        Command command = random.nextInt(3) > 0 ? placeOrders() : other();
        return random.nextInt(6) > 0
                ? command
                : new Command.Once(
                        account(), 1, random.nextInt(20), 2, command.hashCode() % 3, command);
    }

    private Command placeOrders() {
        List<NewOrder> orders = new ArrayList<>();
        for (int i = random.nextInt(12) == 0 ? random.nextInt(8) : 0; i >= 0; i--) {
            orders.add(order());
        }
        return new Command.PlaceOrders(account(), stamp(), orders);
    }

    private Command other() {
        return switch (random.nextInt(18)) {
            case 0, 1 -> new Command.CancelAllOrders(account(), one(4), connection());
            case 2, 3 -> new Command.ReleaseLatch(account());
            case 4 -> new Command.Deposit(account(), random.nextInt(1000) * Money.DOLLAR);
            case 5, 6 -> new Command.CancelOrders(account(), List.of(anOrder(), anOrder()));
            case 7 -> new Command.CancelByReference(account(), game(), references());
            case 8 -> new Command.CancelOrdersOfGame(account(), game(), scope());
            case 9 -> new Command.CancelOrdersOfLeague(account(), one(3) ? null : "EPL");
            case 10, 16 -> new Command.PauseOrders(account(), one(2) ? 0 : game(), connection());
            case 11, 12, 17 -> new Command.ResumeOrders(account(), stamp(), one(2) ? 0 : game());
            case 13 -> new Command.RenewLease(account(), random.nextInt(1, 20_000));
            case 14 -> one(4) ? new Command.DropLease(account()) : edit();
            default -> edit();
        };
    }

    private Command edit() {
        return new Command.EditOrder(
                account(),
                stamp(),
                anOrder(),
                one(3) ? null : 10 * random.nextInt(-30, 30),
                one(3) ? null : dollars(50),
                ORDER_TYPES.get(random.nextInt(ORDER_TYPES.size())),
                random.nextInt(-1, 3),
                one(3) ? "réf " + random.nextInt(100) : null,
                one(4) ? dollars(50) : null,
                one(4));
    }

    private Command.Scope scope() {
        return new Command.Scope(
                one(2) ? null : TYPES.get(random.nextInt(4)),
                one(4),
                one(2) ? null : SIDES.get(random.nextInt(SIDES.size())),
                Season.AWAY,
                one(4),
                0);
    }

    private List<String> references() {
        return Stream.generate(() -> "réf " + random.nextInt(100)).limit(30).toList();
    }

    private Command.Stamp stamp() {
        return one(8) ? new Command.Stamp(random.nextInt(30), connection()) : Command.Stamp.LATEST;
    }

    private long connection() {
        return random.nextInt(3);
    }

    /** As the exchange numbers its orders: a place, and how often it was used. */
    private long anOrder() {
        return ((long) random.nextInt(1, 5) << Integer.SIZE) + random.nextInt(40);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private long game() {
        return Season.GAME + random.nextInt(3);
    }

    private NewOrder order() {
        long game = game();
        boolean soccer = game == Season.SOCCER;
        long participant = 10 * game + random.nextInt(1, 3);
        MarketType type = TYPES.get(random.nextInt(soccer ? 4 : 3));
        boolean first = random.nextBoolean();
        boolean draw = random.nextInt(3) == 0;
        return new NewOrder(
                game,
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
                random.nextInt(3) > 0 ? OrderType.LIMIT : ORDER_TYPES.get(random.nextInt(5)),
                random.nextInt(4) == 0 ? random.nextInt(-1, 6) : 0,
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
                random.nextBoolean() ? null : random.nextInt(3),
                random.nextBoolean());
    }

    private long dollars(int most) {
        return random.nextInt(1, most + 1) * Money.DOLLAR;
    }

    private long account() {
        return random.nextInt(1, Season.ACCOUNTS + 1);
    }
}
