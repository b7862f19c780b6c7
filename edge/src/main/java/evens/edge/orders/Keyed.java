package evens.edge.orders;

import evens.model.Command;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Commands that happen at most once under a key. */
final class Keyed {
    private Keyed() {}

    /** An account's own command under the account's key. */
    static Command.Once own(String key, Command command) {
        return of(account(command), key, Canonical.bytes(command), command);
    }

    /** A command under a key of this account, and what it is told apart from others by. */
    static Command.Once of(long account, String key, byte[] asked, Command command) {
        ByteBuffer keyHash = hash(key.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer commandHash = hash(asked);
        return new Command.Once(
                account,
                keyHash.getLong(),
                keyHash.getLong(),
                commandHash.getLong(),
                commandHash.getLong(),
                command);
    }

    private static ByteBuffer hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static long account(Command command) {
        return switch (command) {
            case Command.PlaceOrders place -> place.account();
            case Command.EditOrder edit -> edit.account();
            case Command.CancelOrders cancel -> cancel.account();
            case Command.CancelByReference cancel -> cancel.account();
            case Command.CancelOrdersOfGame cancel -> cancel.account();
            case Command.CancelOrdersOfLeague cancel -> cancel.account();
            case Command.CancelAllOrders cancel -> cancel.account();
            case Command.ReleaseLatch release -> release.account();
            case Command.PauseOrders pause -> pause.account();
            case Command.ResumeOrders resume -> resume.account();
            case Command.RenewLease renew -> renew.account();
            case Command.DropLease drop -> drop.account();
            case Command.OpenAccount _,
                    Command.Deposit _,
                    Command.Withdraw _,
                    Command.Adjust _,
                    Command.ChangeAccount _,
                    Command.CreateLeague _,
                    Command.ChangeLeague _,
                    Command.CreateGame _,
                    Command.ChangeGame _,
                    Command.SuspendGame _,
                    Command.OpenGame _,
                    Command.CloseGame _,
                    Command.CancelGameOrders _,
                    Command.SuspendExchange _,
                    Command.ResumeExchange _,
                    Command.Once _,
                    Command.AskHashes _ ->
                    throw new IllegalArgumentException("no account's own command: " + command);
        };
    }
}
