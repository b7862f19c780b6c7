package evens.cluster.feed;

import evens.cluster.codec.EventPublisher;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of each account, each in a piece of its own: they outlive their steps, so
 * that who comes back after weeks still finds what was said to him last.
 */
final class KeptMessages {
    private final MVMap<AccountMessage, byte[]> kept;
    private final int most;

    /**
     * Those in this map.
     *
     * @param most of one account
     */
    KeptMessages(MVMap<AccountMessage, byte[]> kept, int most) {
        this.kept = kept;
        this.most = most;
    }

    /** Whether a message has to outlive its step, if the account's last one is {@code newest}. */
    boolean isNeeded(long message, long newest) {
        return message > newest - most;
    }

    void keep(AccountMessage message, byte[] sealedPiece) {
        kept.put(message, sealedPiece);
    }

    /** A message is recorded, and the oldest that is kept gives way to it. */
    void recorded(long account, long message) {
        if (!kept.isEmpty()) {
            kept.remove(new AccountMessage(account, message - most));
        }
    }

    /** The account's first piece here with this message or a later one; null if there is none. */
    byte @Nullable [] from(long account, long message) {
        while (true) {
            AccountMessage found = kept.ceilingKey(new AccountMessage(account, message));
            if (found == null || found.account() != account) {
                return null;
            }
            byte[] piece = kept.get(found);
            if (piece != null) { // else it has just given way to a newer one
                return piece;
            }
        }
    }

    /**
     * One event of a piece as a step of its own.
     *
     * @param body where the event begins
     */
    static MutableDirectBuffer alone(DirectBuffer piece, int body) {
        int from = body - EventPublisher.PREFIX;
        int length = EventPublisher.PREFIX + piece.getInt(from, ByteOrder.LITTLE_ENDIAN);
        MutableDirectBuffer alone = new UnsafeBuffer(new byte[Piece.HEADER + length]);
        Piece.write(
                alone,
                0,
                Piece.sequence(piece, 0),
                Piece.timeMillis(piece, 0),
                Piece.session(piece, 0),
                Piece.correlation(piece, 0),
                0,
                true);
        alone.putBytes(Piece.HEADER, piece, from, length);
        return alone;
    }
}
