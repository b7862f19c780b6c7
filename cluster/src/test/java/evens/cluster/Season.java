package evens.cluster;

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
import org.jspecify.annotations.Nullable;

/** A small season: a game of hockey, also live, a game of soccer, and who bets on them. */
public final class Season {
    public static final long GAME = 7;
    public static final long AWAY = 71;
    public static final long HOME = 72;
    public static final long SOCCER = 8;
    public static final long SOCCER_AWAY = 81;
    public static final long SOCCER_HOME = 82;
    public static final long LIVE = 9;
    public static final long LIVE_AWAY = 91;
    public static final long LIVE_HOME = 92;
    public static final int ACCOUNTS = 5;

    /** An order of a command, without its reference. */
    private static final int ORDER_BYTES = 42;

    private Season() {}

    /** Everything that must be there before the first order. */
    public static List<Command> opening(long startMillis) {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.CreateLeague("NHL", "hockey", 5));
        commands.add(new Command.CreateGame(hockey(startMillis), GameState.OPEN));
        commands.add(new Command.CreateLeague("EPL", "soccer", 8));
        commands.add(new Command.CreateGame(soccer(startMillis), GameState.OPEN));
        for (long account = 1; account <= ACCOUNTS; account++) {
            commands.add(
                    new Command.OpenAccount(
                            account, 0, Money.MAX_AMOUNT, 5_000, 900_000_000 * Money.DOLLAR));
        }
        commands.add(new Command.CreateLeague("NHL-LIVE", "hockey", 2));
        commands.add(new Command.CreateGame(live(startMillis), GameState.OPEN));
        return commands;
    }

    static GameTerms hockey(long startMillis) {
        return new GameTerms(
                GAME,
                "NHL",
                0,
                startMillis,
                new Participant(AWAY, "Montréal Canadiens", "MTL", "1"),
                new Participant(HOME, "Toronto Maple Leafs", "TOR", ""),
                "MTL @ TOR",
                "",
                "Full game",
                true,
                false,
                false);
    }

    static GameTerms soccer(long startMillis) {
        return new GameTerms(
                SOCCER,
                "EPL",
                0,
                startMillis,
                new Participant(SOCCER_AWAY, "Arsenal", "ARS", ""),
                new Participant(SOCCER_HOME, "Chelsea", "CHE", ""),
                "ARS @ CHE",
                "Round 3",
                "Full game",
                false,
                false,
                false);
    }

    /** Of hockey, traded while it is played. */
    static GameTerms live(long startMillis) {
        return new GameTerms(
                LIVE,
                "NHL-LIVE",
                GAME,
                startMillis,
                new Participant(LIVE_AWAY, "Montréal Canadiens", "MTL", ""),
                new Participant(LIVE_HOME, "Toronto Maple Leafs", "TOR", ""),
                "MTL @ TOR",
                "",
                "Live",
                false,
                false,
                false,
                true);
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

    /** Of 1.5 goals behind. */
    public static NewOrder spread(long participant, int line, long stake) {
        return new NewOrder(
                GAME,
                MarketType.SPREAD,
                Side.PARTICIPANT,
                participant,
                6,
                line,
                stake,
                OrderType.LIMIT,
                0,
                null);
    }

    /** Of over 5.5 goals. */
    public static NewOrder over(int line, long stake) {
        return new NewOrder(
                GAME, MarketType.TOTAL, Side.OVER, 0, 22, line, stake, OrderType.LIMIT, 0, null);
    }

    /** Of the winner. */
    public static NewOrder order(
            long participant, int line, long stake, int expiryMinutes, @Nullable String reference) {
        return new NewOrder(
                GAME,
                MarketType.MONEYLINE,
                Side.PARTICIPANT,
                participant,
                0,
                line,
                stake,
                OrderType.LIMIT,
                expiryMinutes,
                reference);
    }

    /** A command whose bytes in the log are exactly so many. */
    public static Command ofLength(int bytes) {
        List<NewOrder> orders = new ArrayList<>();
        int left = bytes - 44; // header, block and the count of orders
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
