package evens.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceReaderTest {
    private static final String OFFER =
            """
            {"id":"A","type":"spread","sumUntaken":12.50,"odds":-110,"bet":10,"gameID":"G",
             "takenRatio":0,"expiry":null,"createdAt":"2026-03-01T18:30:00Z",
             "gameStartExpiry":true,"participantID":"P","spread":-3.50}
            """;

    private final List<PriceFrame> frames = new ArrayList<>();
    private final PriceReader reader = new PriceReader(frames::add);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    moneyline    | "participantID":"P","market":"main","side":null,"OU":null,"total":null,"spread":null | moneyline P
                    spread       | "participantID":"P","market":"main","side":null,"OU":null,"total":null,"spread":-3.50 | spread P -3.5
                    total        | "participantID":null,"market":"main","side":"under","OU":"under","total":220,"spread":null | total under 220
                    total        | "participantID":null,"market":"main","side":"over","OU":null,"total":2.25,"spread":null | total over 2.25
                    moneyline1x2 | "participantID":"","market":"draw","side":"no" | moneyline1x2 no draw
                    moneyline1x2 | "participantID":"","market":"P","side":"yes" | moneyline1x2 yes P
                    """)
    void aLadderIsWhatATakerWouldBack(String type, String address, String pick) {
        hear("orderUpdate", ladder(1, 7, type, address, ""));
        assertThat(frames)
                .singleElement()
                .isInstanceOfSatisfying(
                        PriceFrame.Ladder.class,
                        ladder -> {
                            assertThat(ladder.pick()).hasToString(pick);
                            assertThat(ladder.gameID()).isEqualTo("G");
                            assertThat(ladder.epoch()).isEqualTo(1);
                            assertThat(ladder.sequence()).isEqualTo(7);
                            assertThat(ladder.offers()).isEmpty();
                        });
    }

    @Test
    void anOfferOfALadderIsThatOfABook() {
        hear(
                "orderUpdate",
                ladder(1, 7, "spread", "\"participantID\":\"P\",\"spread\":-3.5", OFFER));
        PriceFrame.Ladder ladder = (PriceFrame.Ladder) frames.getFirst();
        assertThat(Ladders.of(Json.read("{\"homeSpreads\":{\"-3.5\":[" + OFFER + "]}}")))
                .containsExactly(Map.entry(ladder.pick(), ladder.offers()));
        assertThat(Ladders.of(Json.read("{\"homeSpreads\":[" + OFFER + "]}")))
                .containsExactly(Map.entry(ladder.pick(), ladder.offers()));
        assertThat(ladder.offers().getFirst().sumUntaken()).hasToString("12.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1 2 3     | 1 2 3
                    1 2 4 5   | 1 2 gap(3-4) 4 5
                    2 3       | gap(1-2) 2 3
                    1 1       | 1 gap(2-1) 1
                    1 3 4 2   | 1 gap(2-3) 3 4 gap(5-2) 2
                    """)
    void ladderThatIsMissingIsNoticed(String epochs, String heard) {
        for (String epoch : epochs.split(" ", -1)) {
            long number = Long.parseLong(epoch);
            hear(
                    "orderUpdate",
                    ladder(number, 100 + number, "moneyline", "\"participantID\":\"P\"", ""));
        }
        assertThat(String.join(" ", frames.stream().map(PriceReaderTest::inShort).toList()))
                .isEqualTo(heard);
    }

    private static String inShort(PriceFrame frame) {
        return switch (frame) {
            case PriceFrame.Ladder ladder -> Long.toString(ladder.epoch());
            case PriceFrame.Gap gap -> {
                assertThat(gap.sequence()).isEqualTo(100 + gap.epoch());
                yield "gap(" + gap.expected() + "-" + gap.epoch() + ")";
            }
            default -> frame.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ["heartbeat",{"sequence":5,"time":"2026-03-01T18:30:00Z"}]        | Heartbeat[sequence=5, time=2026-03-01T18:30:00Z]
                    ["matchedVolumeUpdate",{"sequence":5,"gameID":"G","matchedVolume":250.00}] | Volume[sequence=5, gameID=G, matchedVolume=250]
                    ["gameUpdate",{"sequence":5,"id":"G","messageType":"marketOpen"}] | GameChanged[sequence=5, gameID=G, change=marketOpen, payload={"sequence":5,"id":"G","messageType":"marketOpen"}]
                    ["error",{"message":"unknown command"}]                           | Refused[message=unknown command]
                    ["subscribed",{"requestID":"s1","sequence":5}]                    | Subscribed[requestID=s1, sequence=5]
                    """)
    void anotherFrameIsRead(String text, String frame) {
        reader.accept(text);
        assertThat(frames).singleElement().hasToString(frame);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"type":"subscribed"}
                    ["somethingNew",{"sequence":5}]
                    ["alone"]
                    7
                    """)
    void whatIsNotKnownIsPassedOver(String text) {
        reader.accept(text);
        assertThat(frames).isEmpty();
    }

    @Test
    void commandsAreWrittenAsDocumented() {
        assertThat(Topics.games("G", "H").command("subscribe").toString())
                .isEqualTo(
                        """
                        {"type":"subscribe","gameIDs":["G","H"],"leagueIDs":[],"sportIDs":[]}\
                        """);
    }

    private void hear(String type, String payload) {
        reader.accept("[\"" + type + "\"," + payload + "]");
    }

    private static String ladder(
            long epoch, long sequence, String type, String address, String offers) {
        return """
        {"epoch":%d,"sequence":%d,"gameID":"G","parentGameID":null,"sport":"soccer",
         "league":"L","live":false,"type":"%s",%s,"sideOrders":[%s]}
        """
                .formatted(epoch, sequence, type, address, offers);
    }
}
