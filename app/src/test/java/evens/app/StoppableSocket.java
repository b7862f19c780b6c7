package evens.app;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A price socket that notes when which step came, and may stop reading for a while. It reads as
 * little of a frame as it can, on a thread of its own, because there are hundreds.
 */
final class StoppableSocket implements AutoCloseable {
    private static final int RECEIVE_BYTES = 16 * 1024;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final byte[] SEQUENCE = "\"sequence\":".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final DataInputStream in;
    private final Thread thread;
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private volatile boolean stopped;
    private byte[] frame = new byte[1_024];
    private long[] marks = new long[1_024];
    private int count;

    private StoppableSocket(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), RECEIVE_BYTES));
        thread = Thread.ofVirtual().unstarted(this::run);
    }

    static StoppableSocket open(URI base, String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        StoppableSocket opened = new StoppableSocket(socket);
        String request =
                "GET /price-stream HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: "
                        + token
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String head = opened.head();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new AssertionError(head);
        }
        opened.thread.start();
        return opened;
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private void run() {
        try {
            while (true) {
                while (stopped) {
                    LockSupport.park(this);
                }
                int type = in.readUnsignedByte() & 0xF;
                int length = read();
                if (type == CLOSE) {
                    int code = ((frame[0] & 0xFF) << 8) | (frame[1] & 0xFF);
                    closed.complete(
                            code
                                    + " "
                                    + new String(frame, 2, length - 2, StandardCharsets.US_ASCII));
                    return;
                } else if (type == PING) {
                    socket.getOutputStream()
                            .write(new byte[] {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0});
                } else {
                    mark(sequence(length), System.nanoTime());
                }
            }
        } catch (IOException e) {
            closed.complete("1006 " + e);
        }
    }

    private int read() throws IOException {
        int size = in.readUnsignedByte();
        int length =
                switch (size) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> Math.toIntExact(in.readLong());
                    default -> size;
                };
        if (length > frame.length) {
            frame = new byte[2 * length];
        }
        in.readFully(frame, 0, length);
        return length;
    }

    private long sequence(int length) {
        int at = 0;
        while (!Arrays.equals(frame, at, at + SEQUENCE.length, SEQUENCE, 0, SEQUENCE.length)) {
            at++;
            if (at + SEQUENCE.length > length) {
                throw new AssertionError("no sequence");
            }
        }
        long number = 0;
        for (int i = at + SEQUENCE.length; Character.isDigit(frame[i]); i++) {
            number = 10 * number + frame[i] - '0';
        }
        return number;
    }

    private synchronized void mark(long sequence, long nanos) {
        if (2 * count == marks.length) {
            marks = Arrays.copyOf(marks, 2 * marks.length);
        }
        marks[2 * count] = sequence;
        marks[2 * count + 1] = nanos;
        count++;
    }

    /** Forgets what came until now. */
    synchronized void forget() {
        count = 0;
    }

    /** How many frames came. */
    synchronized int count() {
        return count;
    }

    /** When the first frame came that contains a step; the largest number if none did. */
    synchronized long nanos(long step) {
        for (int i = 0; i < count; i++) {
            if (marks[2 * i] >= step) {
                return marks[2 * i + 1];
            }
        }
        return Long.MAX_VALUE;
    }

    /** The last step that came. */
    synchronized long sequence() {
        return count == 0 ? 0 : marks[2 * count - 2];
    }

    /** Reads no more, after the frame that is being read. */
    void stop() {
        stopped = true;
    }

    void goOn() {
        stopped = false;
        LockSupport.unpark(thread);
    }

    /** Completes with code and reason when the other side has closed it. */
    CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
