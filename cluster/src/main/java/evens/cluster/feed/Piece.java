package evens.cluster.feed;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Layout of a piece of a step: a step of many events travels and is kept in several, numbered from
 * 0; each holds whole events. The same layout carries the state told, one piece at a time.
 */
final class Piece {
    /** Bytes before the events. */
    static final int HEADER = 40;

    /** A piece is not longer than this, unless one event is. */
    static final int MOST = 64 * 1024;

    private static final int TIME = 8;
    private static final int SESSION = 16;
    private static final int CORRELATION = 24;
    private static final int NUMBER = 32;
    private static final int LAST = 36;

    private Piece() {}

    static void write(
            MutableDirectBuffer to,
            int at,
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            int number,
            boolean isLast) {
        to.putLong(at, sequence, ByteOrder.LITTLE_ENDIAN);
        to.putLong(at + TIME, timeMillis, ByteOrder.LITTLE_ENDIAN);
        to.putLong(at + SESSION, session, ByteOrder.LITTLE_ENDIAN);
        to.putLong(at + CORRELATION, correlation, ByteOrder.LITTLE_ENDIAN);
        to.putInt(at + NUMBER, number, ByteOrder.LITTLE_ENDIAN);
        to.putInt(at + LAST, isLast ? 1 : 0, ByteOrder.LITTLE_ENDIAN);
    }

    static long sequence(DirectBuffer piece, int at) {
        return piece.getLong(at, ByteOrder.LITTLE_ENDIAN);
    }

    static long timeMillis(DirectBuffer piece, int at) {
        return piece.getLong(at + TIME, ByteOrder.LITTLE_ENDIAN);
    }

    static long session(DirectBuffer piece, int at) {
        return piece.getLong(at + SESSION, ByteOrder.LITTLE_ENDIAN);
    }

    static long correlation(DirectBuffer piece, int at) {
        return piece.getLong(at + CORRELATION, ByteOrder.LITTLE_ENDIAN);
    }

    static int number(DirectBuffer piece, int at) {
        return piece.getInt(at + NUMBER, ByteOrder.LITTLE_ENDIAN);
    }

    static boolean isLast(DirectBuffer piece, int at) {
        return piece.getInt(at + LAST, ByteOrder.LITTLE_ENDIAN) != 0;
    }
}
