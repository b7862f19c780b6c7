package evens.cluster.codec;

import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.OnceEncoder;
import evens.model.Command;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes commands as the log keeps them. One thread; the bytes of a command are in {@link #buffer}
 * until the next one is published.
 */
public final class CommandPublisher {
    /** Answered by {@link #publish} for a command that the log would not take. */
    public static final int TOO_LARGE = -1;

    private final int largest;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OperatorCommandPublisher operators;
    private final OrderCommandPublisher orders;
    private final OnceEncoder once = new OnceEncoder();
    private @Nullable CommandPublisher inner;

    /**
     * @param largest most bytes that a command may have
     */
    public CommandPublisher(int largest) {
        this.largest = largest;
        operators = new OperatorCommandPublisher(buffer);
        orders = new OrderCommandPublisher(largest, buffer);
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
                    case Command.OpenAccount open -> operators.openAccount(open, correlation);
                    case Command.Deposit deposit -> operators.deposit(deposit, correlation);
                    case Command.Withdraw withdraw -> operators.withdraw(withdraw, correlation);
                    case Command.Adjust adjust -> operators.adjust(adjust, correlation);
                    case Command.ChangeAccount change ->
                            operators.changeAccount(change, correlation);
                    case Command.CreateLeague create -> operators.createLeague(create, correlation);
                    case Command.ChangeLeague change -> operators.changeLeague(change, correlation);
                    case Command.CreateGame create -> operators.createGame(create, correlation);
                    case Command.ChangeGame change -> operators.changeGame(change, correlation);
                    case Command.SuspendGame suspend -> operators.suspendGame(suspend, correlation);
                    case Command.OpenGame open -> operators.openGame(open, correlation);
                    case Command.CloseGame close -> operators.closeGame(close, correlation);
                    case Command.CancelGameOrders cancel ->
                            operators.cancelGameOrders(cancel, correlation);
                    case Command.SuspendExchange _ -> operators.suspendExchange(correlation);
                    case Command.ResumeExchange _ -> operators.resumeExchange(correlation);
                    case Command.AskHashes _ -> operators.askHashes(correlation);
                    case Command.PlaceOrders place -> orders.placeOrders(place, correlation);
                    case Command.CancelOrders cancel -> orders.cancelOrders(cancel, correlation);
                    case Command.CancelByReference cancel ->
                            orders.cancelByReference(cancel, correlation);
                    case Command.CancelOrdersOfGame cancel ->
                            orders.cancelOrdersOfGame(cancel, correlation);
                    case Command.CancelOrdersOfLeague cancel ->
                            orders.cancelOrdersOfLeague(cancel, correlation);
                    case Command.CancelAllOrders cancel ->
                            orders.cancelAllOrders(cancel, correlation);
                    case Command.ReleaseLatch release -> orders.releaseLatch(release, correlation);
                    case Command.PauseOrders pause -> orders.pauseOrders(pause, correlation);
                    case Command.ResumeOrders resume -> orders.resumeOrders(resume, correlation);
                    case Command.EditOrder edit -> orders.editOrder(edit, correlation);
                    case Command.RenewLease renew -> orders.renewLease(renew, correlation);
                    case Command.DropLease drop -> orders.dropLease(drop, correlation);
                    case Command.Once once -> once(once, correlation);
                };
        return length > largest ? TOO_LARGE : length;
    }

    private int once(Command.Once command, long correlation) {
        if (command.command() instanceof Command.Once) {
            throw new IllegalArgumentException("a command once, and that once");
        }
        CommandPublisher part = inner == null ? new CommandPublisher(largest) : inner;
        inner = part;
        int length = part.publish(command.command(), correlation);
        if (length == TOO_LARGE) {
            return TOO_LARGE;
        }
        once.wrapAndApplyHeader(buffer, 0, header)
                .correlation(correlation)
                .account(command.account())
                .keyHigh(command.keyHigh())
                .keyLow(command.keyLow())
                .hashHigh(command.hashHigh())
                .hashLow(command.hashLow())
                .putCommand(part.buffer(), 0, length);
        return once.limit();
    }
}
