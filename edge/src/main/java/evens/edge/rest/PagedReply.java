package evens.edge.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reply of any length whose pages come from the disk. Each is read on a thread that may block,
 * when the client has taken the one before: only one is in memory.
 */
public final class PagedReply {
    private static final Logger LOG = LoggerFactory.getLogger(PagedReply.class);

    /** How many read at once: all others have to be served too. */
    private static final Semaphore READERS = new Semaphore(2);

    private final Call call;
    private final HttpServerResponse response;
    private final Pages pages;

    /** The bytes of a reply, one page after the other. */
    public interface Pages {
        /** The next page, null when there are no more; on a thread that may block. */
        @Nullable Buffer next();
    }

    PagedReply(Call call, HttpServerResponse response, Pages pages) {
        this.call = call;
        this.response = response;
        this.pages = pages;
    }

    void send() {
        Thread.ofVirtual().name("evens-pages").start(this::read);
    }

    private void read() {
        READERS.acquireUninterruptibly();
        try {
            Buffer page = pages.next();
            call.onLoop(() -> write(page));
        } catch (RuntimeException unreadable) {
            LOG.error("a page of a reply can not be read", unreadable);
            call.onLoop(this::giveUp);
        } finally {
            READERS.release();
        }
    }

    private void write(@Nullable Buffer page) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (page == null) {
            response.end();
            return;
        }
        if (!response.headWritten()) {
            response.setStatusCode(200)
                    .putHeader("Content-Type", "application/json")
                    .setChunked(true);
        }
        response.write(page);
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> {
                response.drainHandler(null);
                send();
            });
        } else {
            send();
        }
    }

    /** Half a reply must not look like a whole one. */
    private void giveUp() {
        if (response.headWritten()) {
            call.hangUp();
        } else {
            call.fail(500, "internal error");
        }
    }
}
