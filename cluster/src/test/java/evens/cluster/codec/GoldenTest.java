package evens.cluster.codec;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.cluster.sbe.SnapshotBegunDecoder;
import evens.cluster.sbe.SnapshotBegunEncoder;
import evens.cluster.sbe.SnapshotEndedDecoder;
import evens.cluster.sbe.SnapshotEndedEncoder;
import evens.model.Command;
import evens.model.Event;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that were written once are read for ever: one file for each message, as its first version
 * wrote it. These files are never changed; a new version of a message gets a new one, with the
 * version in its name.
 */
class GoldenTest {
    /** A version of the schema that brought a message, or a part of it. */
    record Written(Class<?> kind, int version) {
        private static List<Written> of(List<Class<?>> kinds) throws Exception {
            List<Written> all = new ArrayList<>();
            for (Class<?> kind : kinds) {
                all.add(new Written(kind, 1));
                for (int version = 2; version <= Younger.VERSION; version++) {
                    Object before = Samples.fixed(kind, version - 1);
                    if (!Samples.fixed(kind, version).equals(before)) {
                        all.add(new Written(kind, version));
                    }
                }
            }
            return all;
        }

        private String file() {
            return kind.getSimpleName() + (version == 1 ? "" : "." + version);
        }

        private Object expected() throws Exception {
            return Samples.fixed(kind, version);
        }
    }

    static List<Written> commands() throws Exception {
        return Written.of(Samples.commands());
    }

    static List<Written> events() throws Exception {
        return Written.of(Samples.events());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsReadAsItWasWritten(Written written) throws Exception {
        CommandPublisher publisher = new CommandPublisher(1_048_544);
        int length = publisher.publish((Command) Samples.fixed(written.kind), 42);
        byte[] golden = golden(written.file(), publisher.buffer(), 0, length);
        CommandAdapter adapter = new CommandAdapter();
        adapter.wrap(new UnsafeBuffer(golden), 0, golden.length);
        assertThat(adapter.command()).isEqualTo(written.expected());
        assertThat(adapter.correlation()).isEqualTo(42);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadAsItWasWritten(Written written) throws Exception {
        EventPublisher publisher = new EventPublisher();
        Samples.tell((Event) Samples.fixed(written.kind), publisher);
        byte[] golden =
                golden(
                        written.file(),
                        publisher.buffer(),
                        EventPublisher.PREFIX,
                        publisher.length() - EventPublisher.PREFIX);
        assertThat(new EventAdapter().event(new UnsafeBuffer(golden), 0))
                .isEqualTo(written.expected());
    }

    @Test
    void theYoungestVersionIsThatOfTheSchema() {
        assertThat(Younger.VERSION).isEqualTo(MessageHeaderDecoder.SCHEMA_VERSION);
    }

    @Test
    void theBeginningOfASnapshotIsReadAsItWasWritten() throws Exception {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        SnapshotBegunEncoder encoder =
                new SnapshotBegunEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                        .sequence(1)
                        .timeMillis(2)
                        .stepHash(3)
                        .rules(4);
        byte[] golden = golden("SnapshotBegun", buffer, 0, encoder.limit());
        SnapshotBegunDecoder decoder =
                new SnapshotBegunDecoder()
                        .wrapAndApplyHeader(
                                new UnsafeBuffer(golden), 0, new MessageHeaderDecoder());
        assertThat(
                        List.of(
                                decoder.sequence(),
                                decoder.timeMillis(),
                                decoder.stepHash(),
                                (long) decoder.rules()))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theEndOfASnapshotIsReadAsItWasWritten() throws Exception {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        SnapshotEndedEncoder encoder =
                new SnapshotEndedEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                        .events(1)
                        .stateHash(2);
        byte[] golden = golden("SnapshotEnded", buffer, 0, encoder.limit());
        SnapshotEndedDecoder decoder =
                new SnapshotEndedDecoder()
                        .wrapAndApplyHeader(
                                new UnsafeBuffer(golden), 0, new MessageHeaderDecoder());
        assertThat(List.of(decoder.events(), decoder.stateHash())).containsExactly(1L, 2L);
    }

    /** The file of this message; where there is none, the failure says what would be in it. */
    private static byte[] golden(String name, DirectBuffer buffer, int offset, int length)
            throws Exception {
        String now = HexFormat.of().formatHex(bytes(buffer, offset, length));
        try (InputStream file = GoldenTest.class.getResourceAsStream("/golden/" + name + ".hex")) {
            assertThat(file).as("no golden file of %s, which is now %s", name, now).isNotNull();
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
            return HexFormat.of().parseHex(hex);
        }
    }

    private static byte[] bytes(DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return bytes;
    }
}
