package evens.cluster.codec;

import evens.cluster.sbe.AskHashesEncoder;
import evens.cluster.sbe.CancelAllOrdersEncoder;
import evens.cluster.sbe.CancelOrdersEncoder;
import evens.cluster.sbe.CreateGameEncoder;
import evens.cluster.sbe.CreateLeagueEncoder;
import evens.cluster.sbe.DepositEncoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.OpenAccountEncoder;
import evens.cluster.sbe.OpenGameEncoder;
import evens.cluster.sbe.PlaceOrdersEncoder;
import evens.cluster.sbe.SuspendGameEncoder;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Participant;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Writes commands as the log keeps them. One thread; the bytes of a command are in {@link #buffer}
 * until the next one is published.
 */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
public final class CommandPublisher {
    /** Answered by {@link #publish} for a command that the log would not take. */
    public static final int TOO_LARGE = -1;

    /** A group's count and a text's length are 16 bits; the largest number is no value. */
    private static final int MOST = 65_534;

    private final int largest;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OpenAccountEncoder openAccount = new OpenAccountEncoder();
    private final DepositEncoder deposit = new DepositEncoder();
    private final CreateLeagueEncoder createLeague = new CreateLeagueEncoder();
    private final CreateGameEncoder createGame = new CreateGameEncoder();
    private final SuspendGameEncoder suspendGame = new SuspendGameEncoder();
    private final OpenGameEncoder openGame = new OpenGameEncoder();
    private final PlaceOrdersEncoder placeOrders = new PlaceOrdersEncoder();
    private final CancelOrdersEncoder cancelOrders = new CancelOrdersEncoder();
    private final CancelAllOrdersEncoder cancelAllOrders = new CancelAllOrdersEncoder();
    private final AskHashesEncoder askHashes = new AskHashesEncoder();

    /**
     * @param largest most bytes that a command may have
     */
    public CommandPublisher(int largest) {
        this.largest = largest;
    }

    /** Where the last command was written, from index 0. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Writes the command.
     *
     * @param correlation the gateway's own number of this command
     * @return the length in bytes, or {@link #TOO_LARGE}
     */
    public int publish(Command command, long correlation) {
        int length =
                switch (command) {
                    case Command.OpenAccount open -> openAccount(open, correlation);
                    case Command.Deposit more -> deposit(more, correlation);
                    case Command.CreateLeague create -> createLeague(create, correlation);
                    case Command.CreateGame create -> createGame(create, correlation);
                    case Command.SuspendGame suspend -> suspendGame(suspend, correlation);
                    case Command.OpenGame open -> openGame(open, correlation);
                    case Command.PlaceOrders place -> placeOrders(place, correlation);
                    case Command.CancelOrders cancel -> cancelOrders(cancel, correlation);
                    case Command.CancelAllOrders cancel -> cancelAllOrders(cancel, correlation);
                    case Command.AskHashes _ -> askHashes(correlation);
                };
        return length > largest ? TOO_LARGE : length;
    }

    private int openAccount(Command.OpenAccount command, long correlation) {
        openAccount
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .creditLimit(command.creditLimit())
                .maxLiability(command.maxLiability())
                .commissionPpm(command.commissionPpm())
                .deposit(command.deposit());
        return openAccount.limit();
    }

    private int deposit(Command.Deposit command, long correlation) {
        deposit.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .amount(command.amount());
        return deposit.limit();
    }

    private int createLeague(Command.CreateLeague command, long correlation) {
        if (isTooLong(command.league()) || isTooLong(command.sport())) {
            return TOO_LARGE;
        }
        createLeague
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .liveDelaySeconds(command.liveDelaySeconds())
                .league(command.league())
                .sport(command.sport());
        return createLeague.limit();
    }

    private int createGame(Command.CreateGame command, long correlation) {
        Participant away = command.away();
        Participant home = command.home();
        if (isTooLong(command.league())
                || isTooLong(away)
                || isTooLong(home)
                || isTooLong(command.eventName())
                || isTooLong(command.periodName())) {
            return TOO_LARGE;
        }
        createGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game())
                .startMillis(command.startMillis())
                .away(away.id())
                .home(home.id())
                .featured(Flags.of(command.featured()))
                .state((short) command.state().ordinal())
                .league(command.league())
                .awayLongName(away.longName())
                .awayShortName(away.shortName())
                .awayRotationNumber(away.rotationNumber())
                .homeLongName(home.longName())
                .homeShortName(home.shortName())
                .homeRotationNumber(home.rotationNumber())
                .eventName(command.eventName())
                .periodName(command.periodName());
        return createGame.limit();
    }

    private int suspendGame(Command.SuspendGame command, long correlation) {
        suspendGame
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return suspendGame.limit();
    }

    private int openGame(Command.OpenGame command, long correlation) {
        openGame.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .game(command.game());
        return openGame.limit();
    }

    private int placeOrders(Command.PlaceOrders command, long correlation) {
        if (command.orders().size() > MOST) {
            return TOO_LARGE;
        }
        PlaceOrdersEncoder.OrdersEncoder orders =
                placeOrders
                        .wrapAndApplyHeader(buffer, 0, header)
                        .correlation(correlation)
                        .account(command.account())
                        .ordersCount(command.orders().size());
        for (NewOrder order : command.orders()) {
            byte[] reference = Flags.bytes(order.reference());
            if (reference.length > MOST || placeOrders.limit() > largest) {
                return TOO_LARGE;
            }
            orders.next()
                    .game(order.game())
                    .participant(order.participant())
                    .stake(order.stake())
                    .line(order.line())
                    .expiryMinutes(order.expiryMinutes())
                    .market((short) order.market().ordinal())
                    .orderType((short) order.type().ordinal())
                    .hasReference(Flags.of(order.reference() != null))
                    .putReference(reference, 0, reference.length);
        }
        return placeOrders.limit();
    }

    private int cancelOrders(Command.CancelOrders command, long correlation) {
        if (command.orders().size() > MOST) {
            return TOO_LARGE;
        }
        CancelOrdersEncoder.OrdersEncoder orders =
                cancelOrders
                        .wrapAndApplyHeader(buffer, 0, header)
                        .correlation(correlation)
                        .account(command.account())
                        .ordersCount(command.orders().size());
        for (long order : command.orders()) {
            orders.next().order(order);
        }
        return cancelOrders.limit();
    }

    private int cancelAllOrders(Command.CancelAllOrders command, long correlation) {
        cancelAllOrders
                .wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account());
        return cancelAllOrders.limit();
    }

    private int askHashes(long correlation) {
        askHashes.wrapAndApplyHeader(buffer, 0, header).correlation(correlation);
        return askHashes.limit();
    }

    private static boolean isTooLong(Participant participant) {
        return isTooLong(participant.longName())
                || isTooLong(participant.shortName())
                || isTooLong(participant.rotationNumber());
    }

    private static boolean isTooLong(String text) {
        return text.length() > MOST / 3 && text.getBytes(StandardCharsets.UTF_8).length > MOST;
    }
}
