package evens.edge.stream;

import evens.edge.auth.Authenticator.Finding.Known;
import evens.edge.socket.Connection;
import evens.edge.socket.Door;
import evens.edge.socket.FrameWriter;
import evens.edge.socket.Peer;
import evens.edge.view.Change;
import evens.edge.wire.FeedRequest;
import evens.edge.wire.LadderFrame;
import evens.edge.wire.PriceFeedShape;
import evens.model.Ids;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One socket of the price feed. Of each ladder, game and volume that it was not sent yet the newest
 * image waits. A heartbeat sets apart what waits when it is due, and follows it: at that moment the
 * client has everything up to the heartbeat's step, and nothing later.
 */
final class PriceConnection implements Connection, Door.Opening, FrameWriter.Source {
    /** Most bytes of images that wait, also of those that a heartbeat follows. */
    private static final long MOST_WAITING = 16 << 20;

    /** Most answers to its own commands that wait. */
    private static final int MOST_ANSWERS = 1_000;

    private final PriceSockets sockets;
    private final long reader;
    private final Heartbeat beats;
    private final Subscription subscription = new Subscription();
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final Map<Change, Image> waiting = new LinkedHashMap<>();
    private final Deque<Image> beforeHeartbeat = new ArrayDeque<>();
    private byte @Nullable [] heartbeat;
    private long weight;
    private long epoch;
    private @Nullable Peer peer;
    private @Nullable FrameWriter writer;
    private boolean closing;

    /** A connection that is to be opened, by somebody or by nobody that is known. */
    PriceConnection(PriceSockets sockets, @Nullable Known who, Heartbeat beats) {
        this.sockets = sockets;
        this.reader = who == null ? Ids.NONE : who.bearer().person().account();
        this.beats = beats;
    }

    @Override
    public Connection opened(Peer newPeer) {
        peer = newPeer;
        writer = new FrameWriter(newPeer.channel(), sockets.loop(), this);
        sockets.figures().sockets.increment();
        beats.start(sockets.context(), () -> sockets.beat(this));
        send();
        return this;
    }

    @Override
    public void failed() {
        sockets.forget(this);
    }

    // what it hears

    @Override
    public void message(Buffer text) {
        if (closing) {
            return;
        }
        FeedRequest request = FeedRequest.read(text);
        String requestID = request.requestID();
        if (request instanceof FeedRequest.Malformed malformed) {
            answer(PriceFeedShape.error(malformed.error(), requestID));
        } else if (!subscription.accept(request)) {
            String most = "at most " + Subscription.MOST_KEYS + " ids, leagues and sports";
            answer(PriceFeedShape.error(most, requestID));
        } else {
            forgetUnwanted(waiting.values());
            forgetUnwanted(beforeHeartbeat);
            if (requestID != null) {
                answer(PriceFeedShape.subscribed(requestID, sockets.sequence()));
            }
        }
    }

    private void forgetUnwanted(Collection<Image> images) {
        images.removeIf(image -> {
            boolean unwanted = !subscription.matches(image.game());
            weight -= unwanted ? image.weight() : 0;
            return unwanted;
        });
    }

    @Override
    public void binary() {
        if (!closing) {
            answer(PriceFeedShape.error("send text, not binary", null));
        }
    }

    private void answer(byte[] frame) {
        answers.add(frame);
        if (answers.size() > MOST_ANSWERS) {
            tooSlow("more than " + MOST_ANSWERS + " answers were not read");
        } else {
            send();
        }
    }

    // what it is told

    /** Something changed. */
    void offer(Image image) {
        if (closing || !subscription.matches(image.game())) {
            return;
        }
        Image older = waiting.remove(image.change());
        if (older != null) {
            weight -= older.weight();
            sockets.figures().conflated.increment();
        }
        waiting.put(image.change(), image);
        weight += image.weight();
        if (weight > MOST_WAITING) {
            tooSlow("more than 16 MiB of changes were not read");
        }
    }

    /** It has been offered everything up to this step; said once that is sent. */
    void heartbeat(long sequence) {
        if (closing || heartbeat != null) {
            return; // the one before was not sent yet
        }
        beforeHeartbeat.addAll(waiting.values());
        waiting.clear();
        heartbeat = PriceFeedShape.heartbeat(sequence, System.currentTimeMillis());
    }

    void send() {
        if (writer != null && !closing) {
            writer.send();
        }
    }

    @Override
    public boolean hasNext() {
        return !answers.isEmpty() || heartbeat != null || !waiting.isEmpty();
    }

    @Override
    public WebSocketFrame next() {
        sockets.figures().frames.increment();
        byte[] answer = answers.poll();
        if (answer != null) {
            return text(Unpooled.wrappedBuffer(answer));
        }
        Image image = beforeHeartbeat.poll();
        if (image == null && heartbeat != null) {
            ByteBuf beat = Unpooled.wrappedBuffer(heartbeat);
            heartbeat = null;
            return text(beat);
        }
        Image next = image == null ? firstWaiting() : image;
        weight -= next.weight();
        return text(frame(next));
    }

    private Image firstWaiting() {
        Image first = waiting.values().iterator().next();
        waiting.remove(first.change());
        return first;
    }

    private ByteBuf frame(Image image) {
        byte[] bytes = image.bytes(reader);
        if (!image.isLadder()) {
            return Unpooled.wrappedBuffer(bytes);
        }
        epoch++;
        return Unpooled.wrappedBuffer(LadderFrame.head(epoch), bytes);
    }

    private static WebSocketFrame text(ByteBuf bytes) {
        return new TextWebSocketFrame(true, 0, bytes);
    }

    // how it ends

    @Override
    public void look(long nowNanos) {
        if (writer != null && writer.isStuck(nowNanos)) {
            tooSlow(FrameWriter.STUCK);
        }
    }

    private void tooSlow(String reason) {
        if (!closing) {
            sockets.figures().tooSlow.increment();
            close(1013, reason);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!closing && peer != null) {
            end();
            peer.close(code, reason);
        }
    }

    @Override
    public void closed() {
        sockets.figures().sockets.decrement();
        end();
    }

    private void end() {
        closing = true;
        sockets.forget(this);
        beats.stop(sockets.context());
        answers.clear();
        waiting.clear();
        beforeHeartbeat.clear();
        heartbeat = null;
        weight = 0;
    }
}
