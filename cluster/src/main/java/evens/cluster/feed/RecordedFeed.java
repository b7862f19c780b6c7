package evens.cluster.feed;

import evens.model.Step;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * The recorded feed: every step's events in one file, and where each message of each account is.
 * The newest messages of an account outlive their steps ({@link KeptMessages}).
 *
 * <p>One thread writes, any may read. Nothing is synced but by {@link #sync}: what a kill loses,
 * the replay of the log brings again. A step that is here already is compared instead of written,
 * because a log that leads to something else than before must not go on unseen.
 */
public final class RecordedFeed implements AutoCloseable {
    /** Pieces of one step that the key has room for. */
    static final int PIECES = 1 << 16;

    /** The newest messages of an account that are here, however old their steps are. */
    private static final int KEPT_MESSAGES = 1_000;

    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    private final Path file;
    private final MVStore store;
    private final MVMap<Long, byte[]> pieces;
    private final MVMap<AccountMessage, Long> messages;
    private final KeptMessages kept;
    private final MessageIndex index = new MessageIndex();
    private final CRC32C crc = new CRC32C();
    private volatile long firstSequence;
    private volatile long lastSequence;
    private long partOf;
    private long uncommittedBytes;

    /**
     * Opens the file, or makes it.
     *
     * @throws IllegalStateException if it is damaged or in use
     */
    public RecordedFeed(Path file) {
        this(file, KEPT_MESSAGES);
    }

    /**
     * As {@link #RecordedFeed(Path)}, with so many messages of each account that are not trimmed.
     */
    RecordedFeed(Path file, int keptMessages) {
        this.file = file;
        try {
            store =
                    new MVStore.Builder()
                            .fileName(file.toString())
                            .autoCommitDisabled()
                            .autoCompactFillRate(0)
                            .cacheSize(8)
                            .open();
            pieces =
                    store.openMap(
                            "pieces",
                            new MVMap.Builder<Long, byte[]>()
                                    .keyType(LongDataType.INSTANCE)
                                    .valueType(ByteArrayDataType.INSTANCE));
            messages =
                    store.openMap(
                            "messages",
                            new MVMap.Builder<AccountMessage, Long>()
                                    .keyType(new AccountMessage.Type())
                                    .valueType(LongDataType.INSTANCE));
            kept =
                    new KeptMessages(
                            store.openMap(
                                    "kept messages",
                                    new MVMap.Builder<AccountMessage, byte[]>()
                                            .keyType(new AccountMessage.Type())
                                            .valueType(ByteArrayDataType.INSTANCE)),
                            keptMessages);
            dropUnfinishedStep();
            Long last = pieces.lastKey();
            Long first = pieces.firstKey();
            lastSequence = last == null ? 0 : last / PIECES;
            firstSequence = first == null ? 0 : first / PIECES;
        } catch (MVStoreException e) {
            throw damaged(e);
        }
    }

    private void dropUnfinishedStep() {
        Long last = pieces.lastKey();
        while (last != null && !isLast(pieces.get(last))) {
            pieces.remove(last);
            last = pieces.lastKey();
        }
    }

    private static boolean isLast(byte @Nullable [] piece) {
        return piece != null && Piece.isLast(new UnsafeBuffer(piece), 0);
    }

    /** The first step that is still here, 0 if there is none. */
    public long firstSequence() {
        return firstSequence;
    }

    /** The last step that is here to its end, 0 if there is none. */
    public long lastSequence() {
        return lastSequence;
    }

    /** Bytes on disk. */
    public long sizeInBytes() {
        return file.toFile().length();
    }

    /** Writes a piece, or compares it with what is here. */
    void record(DirectBuffer piece, int at, int length) {
        long sequence = Piece.sequence(piece, at);
        if (sequence < firstSequence) {
            return; // trimmed long ago
        }
        long key = sequence * PIECES + Piece.number(piece, at);
        if (sequence <= lastSequence) {
            compare(key, piece, at, length);
            return;
        }
        boolean follows =
                Piece.number(piece, at) == 0 ? sequence == lastSequence + 1 : sequence == partOf;
        if (!follows) {
            throw new IllegalStateException(
                    "The recorded feed ends at step "
                            + lastSequence
                            + ", but next came a piece of "
                            + sequence
                            + ".");
        }
        partOf = sequence;
        put(key, piece, at, length, sealed(piece, at, length));
        if (Piece.isLast(piece, at)) {
            lastSequence = sequence;
            if (firstSequence == 0) {
                firstSequence = sequence;
            }
        }
    }

    private void put(long key, DirectBuffer piece, int at, int length, byte[] value) {
        pieces.put(key, value);
        uncommittedBytes += value.length;
        long sequence = key / PIECES;
        index.each(
                piece,
                at,
                length,
                (account, message, _) -> {
                    messages.put(new AccountMessage(account, message), sequence);
                    kept.recorded(account, message);
                });
    }

    /** Behind each piece its checksum, because the file has none of its contents. */
    private byte[] sealed(DirectBuffer piece, int at, int length) {
        byte[] value = new byte[length + Integer.BYTES];
        piece.getBytes(at, value, 0, length);
        new UnsafeBuffer(value).putInt(length, checksum(value, length), ByteOrder.LITTLE_ENDIAN);
        return value;
    }

    private int checksum(byte[] value, int length) {
        crc.reset();
        crc.update(value, 0, length);
        return (int) crc.getValue();
    }

    private void compare(long key, DirectBuffer piece, int at, int length) {
        byte[] value = pieces.get(key);
        byte[] expected = sealed(piece, at, length);
        if (Arrays.equals(value, expected)) {
            return;
        }
        if (value == null || !isSealed(value, crc)) { // lost with the power: the log brings it back
            put(key, piece, at, length, expected);
            return;
        }
        throw new IllegalStateException(
                "Step "
                        + key / PIECES
                        + " of the log led to something else than when it was recorded.");
    }

    static boolean isSealed(byte[] value, CRC32C crc) {
        int length = value.length - Integer.BYTES;
        if (length < Piece.HEADER) {
            return false;
        }
        crc.reset();
        crc.update(value, 0, length);
        return new UnsafeBuffer(value).getInt(length, ByteOrder.LITTLE_ENDIAN)
                == (int) crc.getValue();
    }

    /** Bytes that a kill would lose. */
    long uncommittedBytes() {
        return uncommittedBytes;
    }

    /** Hands what was written to the operating system. */
    void commit() {
        store.commit();
        uncommittedBytes = 0;
    }

    /** Brings all that was written to the disk. */
    void sync() {
        commit();
        store.sync();
    }

    /**
     * Removes old steps before {@code keepFrom}, a few at a time. The last is never removed.
     *
     * @return true if there may be more to remove
     */
    boolean trim(long beforeMillis, long keepFrom, int most) {
        for (int i = 0; i < most; i++) {
            long sequence = firstSequence;
            if (sequence >= Math.min(lastSequence, keepFrom)) {
                return false;
            }
            byte[] value = pieces.get(sequence * PIECES);
            if (value != null && Piece.timeMillis(new UnsafeBuffer(value), 0) >= beforeMillis) {
                return false;
            }
            firstSequence = sequence + 1;
            Long key = pieces.firstKey();
            while (key != null && key / PIECES <= sequence) {
                trim(key);
                key = pieces.firstKey();
            }
            uncommittedBytes++;
        }
        return true;
    }

    /** Who looks for a message finds it before and after: the piece is the last thing to go. */
    private void trim(long key) {
        byte[] value = pieces.get(key);
        if (value == null) {
            return;
        }
        DirectBuffer piece = new UnsafeBuffer(value);
        index.each(
                piece,
                0,
                value.length - Integer.BYTES,
                (account, message, body) -> {
                    AccountMessage id = new AccountMessage(account, message);
                    if (kept.isNeeded(message, newest(account))) {
                        DirectBuffer alone = KeptMessages.alone(piece, body);
                        kept.keep(id, sealed(alone, 0, alone.capacity()));
                    }
                    messages.remove(id);
                });
        pieces.remove(key);
    }

    /** The number of the account's last message, as far as its step is here. */
    private long newest(long account) {
        AccountMessage last = messages.floorKey(new AccountMessage(account, Long.MAX_VALUE));
        return last == null || last.account() != account ? 0 : last.message();
    }

    /** Gives space of removed steps back. */
    void compact() {
        store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
    }

    /** The step that holds this message of the account, 0 if it is not here. */
    public long sequenceOf(long account, long message) {
        Long sequence = messages.get(new AccountMessage(account, message));
        return sequence == null ? 0 : sequence;
    }

    /**
     * Steps from {@code from} on, in order; those that were trimmed are left out.
     *
     * @throws IllegalStateException if one is damaged
     */
    public List<Step> steps(long from, int most) {
        List<Step> steps = new ArrayList<>();
        StepReader reader = new StepReader();
        CRC32C check = new CRC32C();
        long end = lastSequence;
        boolean begins = false;
        Cursor<Long, byte[]> cursor = pieces.cursor(Math.max(from, firstSequence) * PIECES);
        while (steps.size() < most && cursor.hasNext()) {
            if (cursor.next() / PIECES > end) {
                break;
            }
            byte[] value = cursor.getValue();
            if (!begins && Piece.number(new UnsafeBuffer(value), 0) != 0) {
                continue; // its beginning was trimmed just now
            }
            begins = true;
            if (!isSealed(value, check)) {
                throw new IllegalStateException(
                        "Step " + cursor.getKey() / PIECES + " of the recorded feed is damaged.");
            }
            Step step = reader.piece(new UnsafeBuffer(value), 0, value.length - Integer.BYTES);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The account's messages that are here, in order, beginning with this number. */
    public MessageReader messages(long account, long from) {
        return new MessageReader(this::lastSequence, pieces, messages, kept, account, from);
    }

    @Override
    public void close() {
        if (store.isClosed()) {
            return;
        }
        sync();
        store.close();
    }

    private IllegalStateException damaged(MVStoreException e) {
        return new IllegalStateException(
                "The recorded feed " + file + " is damaged or in use: " + e.getMessage(), e);
    }
}
