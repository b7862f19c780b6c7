package evens.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A WebSocket over a bare socket, so that frames can be sent that no client would send. */
final class PlainSocket implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int BUFFER = 64 * 1024;
    private static final int TO_ANSWER_MILLIS = 20_000;
    private static final int LITTLE = 16 * 1024;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /**
     * One frame as it came.
     *
     * @param data a character for each byte
     */
    record Frame(boolean last, int type, String data) {
        String text() {
            return new String(data.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** Of a frame that closes. */
        int code() {
            return data.charAt(0) * 256 + data.charAt(1);
        }

        /** Of a frame that closes. */
        String reason() {
            return data.substring(2);
        }
    }

    private PlainSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        this.out = socket.getOutputStream();
    }

    /** An orders socket by this token. */
    static PlainSocket open(URI base, String token) throws IOException {
        return open(base, "/orders/ws", token);
    }

    /** A socket of any kind. */
    static PlainSocket open(URI base, String target, String token) throws IOException {
        return open(new Socket(base.getHost(), base.getPort()), target, token);
    }

    /** A socket of any kind whose system keeps little of what is not read. */
    static PlainSocket lazy(URI base, String target, String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        return open(socket, target, token);
    }

    private static PlainSocket open(Socket socket, String target, String token) throws IOException {
        socket.setSoTimeout(TO_ANSWER_MILLIS);
        PlainSocket plain = new PlainSocket(socket);
        String request =
                "GET "
                        + target
                        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: "
                        + token
                        + "\r\n\r\n";
        plain.out.write(request.getBytes(StandardCharsets.UTF_8));
        List<String> head = new ArrayList<>();
        for (String line = plain.line(); !line.isEmpty(); line = plain.line()) {
            head.add(line);
        }
        if (!head.getFirst().startsWith("HTTP/1.1 101")) {
            throw new AssertionError(head);
        }
        return plain;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.readByte(); next != '\n'; next = in.readByte()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    void text(String text) throws IOException {
        send(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one masked frame. */
    void send(boolean last, int type, byte[] data) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | type);
        if (data.length < 126) {
            frame.write(0x80 | data.length);
        } else if (data.length < 1 << 16) {
            frame.write(0x80 | 126);
            frame.write(data.length >> 8);
            frame.write(data.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) data.length >> shift));
            }
        }
        frame.writeBytes(MASK);
        for (int i = 0; i < data.length; i++) {
            frame.write(data[i] ^ MASK[i % 4]);
        }
        bytes(frame.toByteArray());
    }

    /** Sends exactly these bytes. */
    void bytes(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (SocketException closedEarly) {
            // it has answered already
        }
    }

    /** The next frame that comes; a ping is answered and is none. */
    Frame next() throws IOException {
        Frame next = any();
        while (next.type() == PING) {
            send(true, PONG, next.data().getBytes(StandardCharsets.ISO_8859_1));
            next = any();
        }
        return next;
    }

    private Frame any() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        long size =
                switch (length) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> in.readLong();
                    default -> length;
                };
        byte[] data = new byte[Math.toIntExact(size)];
        in.readFully(data);
        return new Frame(
                (first & 0x80) != 0, first & 0xF, new String(data, StandardCharsets.ISO_8859_1));
    }

    /** Whether the other side has closed the connection. */
    boolean hasEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (EOFException | SocketException ended) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
