package evens.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.logbuffer.FrameDescriptor;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last write of a killed process, cut where the page ended that was being written. */
class TornLogTest {
    private static final int PAGE = 4096;

    @TempDir Path folder;

    /** Places of the frames of the log. */
    private final List<Integer> frames = new ArrayList<>();

    private byte[] segment = {};

    @BeforeEach
    void kill() throws Exception {
        try (ChildProcess child = new ChildProcess("burst", folder)) {
            child.line("burst");
            child.kill();
        }
        Files.delete(folder.resolve("feed.mv")); // it knows more than the log will after the tear
        segment = Files.readAllBytes(log());
        UnsafeBuffer buffer = new UnsafeBuffer(segment);
        for (int at = 0; FrameDescriptor.frameLength(buffer, at) > 0; ) {
            frames.add(at);
            at +=
                    BitUtil.align(
                            FrameDescriptor.frameLength(buffer, at),
                            FrameDescriptor.FRAME_ALIGNMENT);
        }
        assertThat(frames.getLast()).isGreaterThan(3 * 1024 * 1024);
    }

    private Path log() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("log").resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith("0-0.rec")).findFirst().get();
        }
    }

    private void write(int from, int to, int value) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
            file.seek(from);
            byte[] bytes = new byte[to - from];
            Arrays.fill(bytes, (byte) value);
            file.write(bytes);
        }
    }

    /** A frame in the last part of the log that does not end in the page where it begins. */
    private int straddling(int back) {
        return frames.subList(0, frames.size() - back).reversed().stream()
                .filter(at -> at / PAGE != (at + 1000) / PAGE)
                .findFirst()
                .get();
    }

    private static int nextPage(int at) {
        return (at / PAGE + 1) * PAGE;
    }

    private long stepsAfterLaunch() {
        ClusterSettings settings =
                Child.settings(folder).withLastWords((sentence, _) -> System.out.println(sentence));
        try (ClusterNode node =
                ClusterNode.launch(settings.withSnapshotAtClose(false), new Heard())) {
            return node.status().heardSequence();
        }
    }

    @Test
    void aTornWriteIsCutOff() throws Exception {
        write(nextPage(straddling(1)), segment.length, 0);
        long steps = stepsAfterLaunch();
        assertThat(steps).isPositive();
        assertThat(stepsAfterLaunch()).isEqualTo(steps);
    }

    @Test
    void aWriteOfWhichPagesInTheMiddleAreMissingIsCutOff() throws Exception {
        int missing = nextPage(straddling(100));
        write(missing, missing + PAGE, 0);
        long steps = stepsAfterLaunch();
        assertThat(steps).isPositive();
        byte[] after = Files.readAllBytes(log());
        assertThat(after).hasSameSizeAs(segment);
        assertThat(stepsAfterLaunch()).isEqualTo(steps);
    }

    @Test
    void aFlippedBitInTheLastFrameIsDamageAndRefused() throws Exception {
        int last = straddling(1);
        write(last + 200, last + 201, segment[last + 200] ^ 1);
        assertThatThrownBy(this::stepsAfterLaunch)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aGapWithMoreBehindItThanOneWriteIsDamageAndRefused() throws Exception {
        int missing = nextPage(frames.get(frames.size() / 2));
        write(missing, missing + PAGE, 0);
        assertThatThrownBy(this::stepsAfterLaunch)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has a gap");
    }
}
