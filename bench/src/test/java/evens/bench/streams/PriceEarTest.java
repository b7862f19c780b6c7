package evens.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ladders of three steps come one after the other, the third of another side. */
class PriceEarTest {
    private final PriceEar ear = new PriceEar(true);

    @ParameterizedTest
    @CsvSource({
        "P, 4,  first",
        "P, 5,  first",
        "P, 6,  second",
        "P, 9,  second",
        "P, 10, none",
        "Q, 5,  third",
        "R, 5,  none",
    })
    void theFirstFrameWithAStepCounts(String participant, long step, String frame) {
        long began = System.nanoTime();
        ear.accept(ladder("P", 5));
        long first = System.nanoTime();
        ear.accept(ladder("P", 9));
        long second = System.nanoTime();
        ear.accept(ladder("Q", 9));
        long third = System.nanoTime();
        long nanos = ear.nanos("G" + participant, step);
        switch (frame) {
            case "first" -> assertThat(nanos).isBetween(began, first);
            case "second" -> assertThat(nanos).isBetween(first, second);
            case "third" -> assertThat(nanos).isBetween(second, third);
            default -> assertThat(nanos).isEqualTo(Long.MAX_VALUE);
        }
        assertThat(ear.ladders()).isEqualTo(3);
    }

    @Test
    void aHeartbeatSaysWhere() {
        ear.accept(ladder("P", 5));
        assertThat(ear.sequence()).isZero();
        ear.accept("[\"heartbeat\",{\"sequence\":17,\"time\":\"2026-03-01T18:30:00Z\"}]");
        ear.accept("[\"matchedVolumeUpdate\",{\"sequence\":18,\"gameID\":\"G\"}]");
        assertThat(ear.sequence()).isEqualTo(17);
        assertThat(ear.frames()).isEqualTo(3);
        assertThat(ear.ladders()).isEqualTo(1);
    }

    private static String ladder(String participant, long sequence) {
        return """
        ["orderUpdate",{"epoch":1,"sequence":%d,"gameID":"G","parentGameID":null,\
        "participantID":"%s","sideOrders":[{"gameID":"G","participantID":"X"}]}]\
        """
                .formatted(sequence, participant);
    }
}
