package evens.cluster;

import evens.model.Command;
import evens.model.Gateway.Reply;
import evens.model.Gateway.Sender;
import java.util.concurrent.atomic.AtomicInteger;

/** A command on its way; taken once, by the gateway's thread or by the one that gives up. */
final class Request extends AtomicInteger {
    private static final long serialVersionUID = 1;

    final transient Command command;
    final transient Sender sender;
    final transient Reply reply;

    /** Whether it goes before what others asked for, by its nature. */
    final boolean overtakes;

    /** Whether it waits in the lane of its kind; else among those that do not overtake. */
    boolean isUrgent;

    /** In which it was offered, {@link LogGateway#NO_SESSION} before. */
    volatile long session = LogGateway.NO_SESSION;

    Request(Command command, Sender sender, Reply reply) {
        this.command = command;
        this.sender = sender;
        this.reply = reply;
        this.overtakes = command.overtakes();
    }

    boolean take() {
        return compareAndSet(0, 1);
    }
}
