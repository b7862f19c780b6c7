package evens.edge.orders;

import evens.model.Identity.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One type of message of an orders socket.
 *
 * @param needs what the token has to be good for
 * @param failure what is said when the exchange could not do it; null to say why
 */
record SocketOperation(Scope needs, @Nullable String failure, Reader reader) {

    /** Makes a task of the fields of a message. */
    interface Reader {
        Task read(ObjectNode fields, Sent sent) throws BadMessage;
    }

    /**
     * How a message came.
     *
     * @param account who sent it
     * @param epoch of the account when it was read
     * @param connection the number of the socket
     */
    record Sent(long account, long epoch, long connection) {}

    /** Whether limits are for it: cancels and heartbeats have none. */
    boolean places() {
        return needs == Scope.TRADE;
    }
}
