package evens.sim;

import evens.cluster.feed.FeedRings;
import evens.cluster.feed.Recorder;
import evens.cluster.feed.Replies;
import evens.cluster.feed.Telling;
import evens.cluster.log.StepSink;
import evens.model.Event;
import evens.model.FeedListener;
import evens.model.RecordedFeed;
import evens.model.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import org.h2.store.fs.FileUtils;

/**
 * The recorded feed of the simulated node: the production recorder, whose file is in memory. Every
 * step is recorded at once; what a crash leaves is what was synced.
 */
final class Recording implements StepSink, RecordedFeed, AutoCloseable {
    private final FeedRings rings;
    private final Telling telling;
    private final String file;
    private evens.cluster.feed.RecordedFeed feed;
    private Recorder recorder;
    private byte[] synced;
    private long unread = 1;
    private long needed = Long.MAX_VALUE;

    /**
     * Begins an empty one.
     *
     * @param rings empty; nobody else uses them meanwhile
     * @param name a file of this name in memory is written over
     */
    Recording(FeedRings rings, String name) {
        this.rings = rings;
        telling = new Telling(rings, new Nobody(), new Nobody());
        file = "memFS:" + name;
        FileUtils.delete(file);
        feed = new evens.cluster.feed.RecordedFeed(Path.of(file));
        recorder = recorder();
        synced = bytes();
    }

    private Recorder recorder() {
        return new Recorder(rings, feed, () -> Math.min(unread, needed));
    }

    @Override
    public void step(
            long sequence,
            long timeMillis,
            long session,
            long correlation,
            DirectBuffer events,
            int length) {
        rings.step(sequence, timeMillis, session, correlation, events, length);
        work();
    }

    private void work() {
        while (recorder.doWork() + telling.doWork() > 0) {}
    }

    @Override
    public void stated(long sequence, DirectBuffer events, int offset, int length) {}

    @Override
    public List<Step> steps(long from, int most) {
        return feed.steps(from, most);
    }

    @Override
    public void keepFrom(long sequence) {
        unread = sequence;
    }

    @Override
    public long last() {
        return feed.lastSequence();
    }

    @Override
    public Messages messages(long account, long from) {
        return feed.messages(account, from)::next;
    }

    /** From which step on the projector has asked to keep them. */
    long unread() {
        return unread;
    }

    /** Steps from here on are kept for a database that may be set back. */
    void need(long sequence) {
        needed = sequence;
    }

    /** Has all that was recorded on disk. */
    void sync() {
        recorder.requestSync(last());
        work();
        Violation.unless(recorder.isSynced(last()), "the recorded feed is not synced");
        synced = bytes();
    }

    private byte[] bytes() {
        try (InputStream in = FileUtils.newInputStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what nobody needs any more. */
    void trim() {
        recorder.trimBefore(Long.MAX_VALUE);
        work();
        recorder.trimBefore(0);
    }

    /** The process dies, and another opens what the disk has. */
    void crash() {
        recorder.onClose();
        try (OutputStream out = FileUtils.newOutputStream(file, false)) {
            out.write(synced);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        feed = new evens.cluster.feed.RecordedFeed(Path.of(file));
        recorder = recorder();
    }

    @Override
    public void close() {
        recorder.onClose();
        FileUtils.delete(file);
    }

    /** The rings have another reader, who is not interested here. */
    private static final class Nobody implements FeedListener, Replies {
        @Override
        public void stepped(Step step) {}

        @Override
        public void stated(long sequence, Event event) {}

        @Override
        public void answered(long session, long correlation, Step step) {}

        @Override
        public void opened(long session) {}

        @Override
        public void closed(long session) {}
    }
}
