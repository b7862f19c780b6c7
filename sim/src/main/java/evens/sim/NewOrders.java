package evens.sim;

import evens.model.Command.NewOrder;
import evens.model.GameTerms;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of a seed: few markets, few prices and little money, some of them wrong. */
final class NewOrders {
    private static final long DOLLAR = 1_000_000;
    private static final List<OrderType> ORDER_TYPES =
            List.of(
                    OrderType.LIMIT,
                    OrderType.LIMIT,
                    OrderType.LIMIT,
                    OrderType.LIMIT,
                    OrderType.LIMIT,
                    OrderType.POST,
                    OrderType.POST,
                    OrderType.POST_ARB,
                    OrderType.FILL_AND_KILL,
                    OrderType.FILL_OR_KILL);
    private static final List<Side> SIDES = List.of(Side.values());

    private final Dice dice;
    private final long poorest;
    private final int strangePercent;
    private final List<MarketType> types = new ArrayList<>();
    private final int firstTotal;
    private final int numbers;
    private final int numberStep;
    private final int prices;
    private final int priceStep;
    private final int eagerPercent;
    private final int expiringPercent;
    private final int wholeDollarsPercent;

    NewOrders(Dice dice, long poorest, int strangePercent) {
        this.dice = dice;
        this.poorest = poorest;
        this.strangePercent = strangePercent;
        for (MarketType type : MarketType.values()) {
            if (dice.coin()) {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            types.addAll(List.of(MarketType.values()));
        }
        firstTotal = dice.of(List.of(0, 1, 10, 803));
        numbers = dice.of(List.of(1, 1, 2, 4, 12));
        numberStep = dice.of(List.of(1, 1, 2, 300));
        prices = dice.between(1, 8);
        priceStep = dice.of(List.of(1, 10, 11, 50, 4_000));
        eagerPercent = dice.of(List.of(0, 30, 70));
        expiringPercent = dice.of(List.of(0, 10, 90));
        wholeDollarsPercent = dice.of(List.of(0, 50, 100));
    }

    List<NewOrder> several(int most, List<GameTerms> games) {
        List<NewOrder> several = new ArrayList<>();
        for (int i = dice.between(0, most); i > 0; i--) {
            several.add(one(games));
        }
        return several;
    }

    NewOrder one(List<GameTerms> games) {
        boolean strange = dice.percent(strangePercent);
        GameTerms game = dice.of(games);
        MarketType type = type(game);
        long participant = dice.coin() ? game.away().id() : game.home().id();
        boolean draw = type == MarketType.MONEYLINE_1X2 && dice.oneIn(3);
        boolean none = type == MarketType.TOTAL || draw;
        return new NewOrder(
                strange && dice.percent(20) ? dice.any() : game.game(),
                type,
                strange && dice.percent(20) ? dice.of(SIDES) : side(type),
                strange && dice.percent(20) ? dice.below(50L) : none ? 0 : participant,
                strange && dice.percent(30) ? strangeNumber() : number(type),
                line(strange),
                stake(strange),
                type(),
                expiryMinutes(strange),
                reference(strange));
    }

    /** Mostly one that the game has: three ways elsewhere than in soccer are an error. */
    private MarketType type(GameTerms game) {
        MarketType type = dice.of(types);
        boolean has = Fixtures.isSoccer(game) || type != MarketType.MONEYLINE_1X2;
        boolean asks = type == MarketType.MONEYLINE || (has && !game.yesNo());
        return asks || dice.percent(strangePercent) ? type : MarketType.MONEYLINE;
    }

    private Side side(MarketType type) {
        return switch (type) {
            case MONEYLINE, SPREAD -> Side.PARTICIPANT;
            case TOTAL -> dice.coin() ? Side.OVER : Side.UNDER;
            case MONEYLINE_1X2 -> dice.coin() ? Side.YES : Side.NO;
        };
    }

    private int number(MarketType type) {
        return switch (type) {
            case MONEYLINE, MONEYLINE_1X2 -> 0;
            case SPREAD -> dice.between(-numbers / 2, numbers / 2) * numberStep;
            case TOTAL -> firstTotal + dice.below(numbers) * numberStep;
        };
    }

    private int strangeNumber() {
        int most = dice.between(3_999, 4_001);
        return switch (dice.below(5)) {
            case 0 -> Integer.MIN_VALUE;
            case 1 -> (int) dice.any();
            case 2 -> -most;
            case 3 -> most;
            default -> dice.between(-60, 60);
        };
    }

    OrderType type() {
        return dice.of(ORDER_TYPES);
    }

    int line(boolean strange) {
        if (strange && dice.percent(30)) {
            return strangeLine();
        }
        int best = dice.percent(eagerPercent) ? 0 : prices;
        return dice.between(-prices, best) * priceStep;
    }

    private int strangeLine() {
        return switch (dice.below(5)) {
            case 0 -> Integer.MIN_VALUE + 1;
            case 1 -> (int) dice.any();
            case 2 -> dice.coin() ? 999_001 : -999_001;
            default -> dice.between(-999_000, 999_000);
        };
    }

    long stake(boolean strange) {
        if (strange && dice.percent(30)) {
            return strangeStake();
        }
        if (dice.percent(wholeDollarsPercent)) {
            return dice.between(1, poorest / DOLLAR) * DOLLAR;
        }
        return DOLLAR + dice.below(dice.coin() ? 200_000 : poorest);
    }

    private long strangeStake() {
        return switch (dice.below(5)) {
            case 0 -> dice.any();
            case 1 -> dice.between(-2, 1);
            case 2 -> 10_000_000 * DOLLAR + dice.between(-1, 1);
            case 3 -> DOLLAR + dice.between(-1, 1);
            default -> dice.below(10_000_000 * DOLLAR);
        };
    }

    int expiryMinutes(boolean strange) {
        if (strange && dice.percent(10)) {
            return dice.oneIn(4) ? dice.of(List.of(525_600, 525_601, -2)) : (int) dice.any();
        }
        int usual = dice.coin() ? 0 : NewOrder.BY_DEFAULT;
        return dice.percent(expiringPercent) ? dice.between(1, 119) : usual;
    }

    @Nullable String reference(boolean strange) {
        int length = strange && dice.percent(20) ? dice.between(505, 519) : dice.below(40);
        return dice.oneIn(3) ? "r".repeat(length) : null;
    }
}
