package evens.cluster.feed;

import evens.cluster.codec.EventAdapter;
import evens.model.Event;
import evens.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of one account out of the recorded feed, piece by piece, so that the longest
 * step needs no more memory than a short one. Between two calls it holds on to nothing. One thread
 * at a time.
 */
public final class MessageReader {
    private static final long UNKNOWN = -1;

    private final LongSupplier lastSequence;
    private final MVMap<Long, byte[]> pieces;
    private final MVMap<AccountMessage, Long> messages;
    private final KeptMessages kept;
    private final MessageIndex index = new MessageIndex();
    private final EventAdapter adapter = new EventAdapter();
    private final CRC32C crc = new CRC32C();
    private final long account;
    private long next;
    private long key = UNKNOWN;

    MessageReader(
            LongSupplier lastSequence,
            MVMap<Long, byte[]> pieces,
            MVMap<AccountMessage, Long> messages,
            KeptMessages kept,
            long account,
            long from) {
        this.lastSequence = lastSequence;
        this.pieces = pieces;
        this.messages = messages;
        this.kept = kept;
        this.account = account;
        this.next = from;
    }

    /**
     * The next messages: steps without their other events, {@code most} messages or some more; a
     * step of many pieces comes in parts. Empty when there are no more for now.
     *
     * @throws IllegalStateException if a step is damaged
     */
    public List<Step> next(int most) {
        List<Step> parts = new ArrayList<>();
        long enough = next + most;
        while (next < enough) {
            byte[] piece = nextPiece();
            if (piece == null) {
                break;
            }
            read(piece, parts);
        }
        return parts;
    }

    /** Null when there is no more. */
    private byte @Nullable [] nextPiece() {
        while (true) {
            if (key == UNKNOWN) {
                long wanted = next;
                boolean isInStep = findStep();
                if (!isInStep || next > wanted) {
                    // asked after the steps, because what leaves its step is kept before
                    byte[] alone = kept.from(account, wanted);
                    if (alone != null) {
                        next = wanted;
                        key = UNKNOWN;
                        return alone;
                    }
                }
                if (!isInStep) {
                    return null;
                }
            }
            byte[] piece = pieces.get(key);
            if (piece != null) {
                return piece;
            }
            key = UNKNOWN; // trimmed just now
        }
    }

    /** Whether there is a step that holds the next message, or a later one. */
    private boolean findStep() {
        AccountMessage found = messages.ceilingKey(new AccountMessage(account, next));
        if (found == null || found.account() != account) {
            return false;
        }
        Long sequence = messages.get(found);
        if (sequence == null || sequence > lastSequence.getAsLong()) {
            return false;
        }
        next = found.message();
        key = firstPiece(sequence);
        return true;
    }

    /** The first pieces of a step that is being trimmed are gone before the last. */
    private long firstPiece(long sequence) {
        long first = sequence * RecordedFeed.PIECES;
        Long here = pieces.ceilingKey(first);
        return here != null && here / RecordedFeed.PIECES == sequence ? here : first;
    }

    private void read(byte[] value, List<Step> parts) {
        if (!RecordedFeed.isSealed(value, crc)) {
            throw new IllegalStateException(
                    "Step "
                            + Piece.sequence(new UnsafeBuffer(value), 0)
                            + " of the recorded feed is damaged.");
        }
        DirectBuffer piece = new UnsafeBuffer(value);
        List<Event> events = new ArrayList<>();
        index.each(
                piece,
                0,
                value.length - Integer.BYTES,
                (owner, message, body) -> {
                    if (owner == account && message >= next) {
                        events.add(adapter.event(piece, body));
                        next = message + 1;
                    }
                });
        if (!events.isEmpty()) {
            parts.add(new Step(Piece.sequence(piece, 0), Piece.timeMillis(piece, 0), events));
        }
        key = Piece.isLast(piece, 0) ? UNKNOWN : key + 1;
    }
}
