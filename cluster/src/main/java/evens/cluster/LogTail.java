package evens.cluster;

import static io.aeron.logbuffer.FrameDescriptor.FRAME_ALIGNMENT;
import static io.aeron.logbuffer.FrameDescriptor.frameLength;
import static io.aeron.logbuffer.FrameDescriptor.frameSessionId;
import static io.aeron.logbuffer.FrameDescriptor.isPaddingFrame;
import static io.aeron.protocol.DataHeaderFlyweight.HEADER_LENGTH;

import io.aeron.archive.checksum.Checksum;
import io.aeron.archive.checksum.Checksums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off what a killed process or a power cut has left of its last write, before the archive
 * looks at it.
 *
 * <p>A recording is written in blocks of at most a megabyte, each brought to the disk before
 * anybody is told of it. A kill in the middle of such a write leaves its beginning, a power cut any
 * of its pages; the rest is still zero. Nothing of it was answered, so it may go. The archive by
 * itself refuses such a file, or takes the torn frame for a whole one and fails later.
 *
 * <p>What is not explained like that is damage, is left alone and makes the start fail: a frame
 * whose checksum differs though no part of it is missing, or a gap with more behind it than one
 * write can be.
 */
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final Pattern SEGMENT = Pattern.compile("(\\d+)-(\\d+)\\.rec");

    /** The archive writes so much at once, at most. */
    private static final int LARGEST_WRITE = 1024 * 1024;

    /** The smallest part of a file that a disk writes as a whole. */
    private static final int SECTOR = 512;

    private final Path file;
    private final UnsafeBuffer buffer;
    private final Checksum checksum = Checksums.crc32c();

    private LogTail(Path file, ByteBuffer bytes) {
        this.file = file;

        this.buffer = new UnsafeBuffer(bytes);
    }

    /**
     * Looks at the last segment of every recording. None may be in use.
     *
     * @throws IllegalStateException if there is a gap that no torn write explains
     */
    static void repair(Path archive) {
        try {
            for (Path segment : lastSegments(archive)) {
                read(segment).repair();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log can not be read: " + e.getMessage(), e);
        }
    }

    private static Iterable<Path> lastSegments(Path archive) throws IOException {
        Map<Long, Long> positions = new HashMap<>();
        try (Stream<Path> files = Files.list(archive)) {
            for (Path path : (Iterable<Path>) files::iterator) {
                Matcher name = SEGMENT.matcher(String.valueOf(path.getFileName()));
                if (name.matches()) {
                    positions.merge(
                            Long.valueOf(name.group(1)), Long.valueOf(name.group(2)), Math::max);
                }
            }
        }
        return positions.entrySet().stream()
                .map(last -> archive.resolve(last.getKey() + "-" + last.getValue() + ".rec"))
                .toList();
    }

    private static LogTail read(Path segment) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocateDirect((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            bytes.clear();
            return new LogTail(segment, bytes);
        }
    }

    private void repair() throws IOException {
        int end = endOfWholeFrames();
        int last = lastByte();
        if (last < end) {
            return; // nothing but zeros behind the last frame
        }
        if (!isTorn(end)) {
            return; // damage: the archive's checksums find it where it matters
        }
        if (last - end >= LARGEST_WRITE) {
            throw new IllegalStateException(
                    "The log is damaged: %s has a gap at byte %d and goes on until byte %d."
                            .formatted(file, end, last));
        }
        LOG.info("{} ends at byte {}: what follows was never written to its end", file, end);
        cut(end, last + 1);
    }

    private int endOfWholeFrames() {
        int at = 0;
        while (at + HEADER_LENGTH <= buffer.capacity()) {
            int length = frameLength(buffer, at);
            int aligned = BitUtil.align(length, FRAME_ALIGNMENT);
            if (length < HEADER_LENGTH || aligned > buffer.capacity() - at) {
                return at;
            }
            if (!isPaddingFrame(buffer, at) && !hasItsChecksum(at, aligned)) {
                return at;
            }
            at += aligned;
        }
        return at;
    }

    private boolean hasItsChecksum(int at, int aligned) {
        int computed =
                checksum.compute(
                        buffer.addressOffset(), at + HEADER_LENGTH, aligned - HEADER_LENGTH);
        return computed == frameSessionId(buffer, at);
    }

    private int lastByte() {
        int at = buffer.capacity() - 1;
        while (at >= 0 && buffer.getByte(at) == 0) {
            at--;
        }
        return at;
    }

    /**
     * True if the frame at {@code end} has not been written to its end: one of the sectors that it
     * reaches into, or its own beginning, is still zero as a whole.
     */
    private boolean isTorn(int end) {
        int length = frameLength(buffer, end);
        if (length == 0) {
            return true;
        }
        if (length < HEADER_LENGTH || length > buffer.capacity() - end) {
            return false;
        }
        for (int sector = (end / SECTOR + 1) * SECTOR; sector < end + length; sector += SECTOR) {
            if (isZero(sector, Math.min(sector + SECTOR, buffer.capacity()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isZero(int from, int to) {
        for (int at = from; at < to; at++) {
            if (buffer.getByte(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private void cut(int from, int to) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(to - from);
            int at = from;
            while (zeros.hasRemaining()) {
                at += channel.write(zeros, at);
            }
            channel.force(true);
        }
    }
}
