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
    static List<Class<?>> commands() {
        return Samples.commands();
    }

    static List<Class<?>> events() {
        return Samples.events();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsReadAsItWasWritten(Class<?> kind) throws Exception {
        Command expected = (Command) Samples.fixed(kind);
        CommandPublisher publisher = new CommandPublisher(1_048_544);
        int length = publisher.publish(expected, 42);
        byte[] golden = golden(kind.getSimpleName(), publisher.buffer(), 0, length);
        CommandAdapter adapter = new CommandAdapter();
        adapter.wrap(new UnsafeBuffer(golden), 0, golden.length);
        assertThat(adapter.command()).isEqualTo(expected);
        assertThat(adapter.correlation()).isEqualTo(42);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadAsItWasWritten(Class<?> kind) throws Exception {
        Event expected = (Event) Samples.fixed(kind);
        EventPublisher publisher = new EventPublisher();
        Samples.tell(expected, publisher);
        byte[] golden =
                golden(
                        kind.getSimpleName(),
                        publisher.buffer(),
                        EventPublisher.PREFIX,
                        publisher.length() - EventPublisher.PREFIX);
        assertThat(new EventAdapter().event(new UnsafeBuffer(golden), 0)).isEqualTo(expected);
    }

    @Test
    void whetherALimitWasForcedIsToldSinceTheSecondVersion() throws Exception {
        Event.AccountChanged told =
                (Event.AccountChanged) Samples.fixed(Event.AccountChanged.class);
        assertThat(changed("AccountChanged")).isEqualTo(forced(told, false));
        assertThat(changed("AccountChanged.2")).isEqualTo(forced(told, true));
    }

    private static Event changed(String file) throws Exception {
        byte[] golden = golden(file, new UnsafeBuffer(), 0, 0);
        return new EventAdapter().event(new UnsafeBuffer(golden), 0);
    }

    private static Event forced(Event.AccountChanged told, boolean forced) {
        return new Event.AccountChanged(
                told.account(),
                told.creditLimit(),
                told.maxLiability(),
                told.commissionPpm(),
                told.banned(),
                forced);
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
