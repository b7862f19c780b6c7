package evens.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is heard, separated by semicolons, and the book of the game G then. A ladder is {@code
 * epoch@sequence side=offers}; a sequence that is known exactly stands before the book.
 */
class BooksTest {
    private final Books books = new Books();
    private final PriceReader stream = new PriceReader(books::hear);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                            frames wait for the image        | opening; 1@5 home=A                                       | stale
                            an image is a book               | opening; image 10 home=A,B away=C                         | 10 away=C home=A,B
                            an older frame is in the image   | opening; 1@9 home=X; image 10 home=A                      | 10 home=A
                            one of its step is too           | opening; 1@10 home=X; image 10 home=A                     | 10 home=A
                            a later one is news              | opening; 1@11 home=X; image 10 home=A                     | ? home=X
                            an older one comes late          | image 10 home=A; 1@10 home=X                              | 10 home=A
                            a ladder is replaced             | image 10 home=A,B away=C; 1@11 home=B,D                   | ? away=C home=B,D
                            an empty ladder is none          | image 10 home=A away=C; 1@11 home=                        | ? away=C
                            another ladder stays             | image 10 home=A; 1@11 away=C; 2@12 away=D                 | ? away=D home=A
                            a heartbeat says where           | image 10 home=A; 1@11 home=B; beat 15                     | 15 home=B
                            something later says no more     | image 10 home=A; beat 15; 1@16 home=B                     | ? home=B
                            what is no news changes nothing  | image 10 home=A; beat 15; 1@9 home=B                      | 15 home=A
                            an older heartbeat says nothing  | image 10 home=A; beat 9                                   | 10 home=A
                            one that waited counts           | opening; beat 12; image 10 home=A                         | 12 home=A
                            a game closes                    | image 10 home=A; closed 11                                | ? closed
                            and opens                        | image 10; open 12 home=B; beat 12                         | 12 home=B
                            what is older than that          | image 10 home=A; closed 12; 1@11 home=X; beat 12          | 12 closed
                            what is later than that          | image 10; open 12 home=B; 1@13 home=C                     | ? home=C
                            a game of which only ladders came| image 10 none; 1@11 home=A                                | ? home=A
                            that it did not have then        | image 10 none; 1@10 home=A                                | 10
                    volume                           | image 10 home=A; volume 11 7.50                           | ? home=A volume 7.5
                            older volume                     | image 10 home=A; volume 10 7.50                           | 10 home=A
                            a gap makes it stale             | image 10 home=A; 2@12 home=B                              | stale
                            what comes then waits            | image 10 home=A; 2@12 home=B; 3@13 away=C                 | stale
                            an image mends it                | image 10 home=A; 2@12 home=B; image 12 home=B             | 12 home=B
                            and what waited is told          | image 10 home=A; 2@12 home=B; 3@14 home=D; image 13 home=B| ? home=D
                            an old image does not            | image 10 home=A; 2@12 home=B; image 11 home=A             | stale
                            two gaps need the later          | image 10; 2@12 home=B; 4@15 home=B; image 14 home=B       | stale
                            another stream, another image    | image 10 home=A; opening                                  | stale
                            its gaps are not of this one     | image 10; 2@12 home=B; opening; image 11 home=A           | 11 home=A
                            what waited is not of this one   | opening; 1@12 home=X; opening; image 11 home=A            | 11 home=A
                    """)
    void booksFollowTheStream(String why, String heard, String book) {
        for (String each : heard.split(";", -1)) {
            hear(each.strip());
        }
        assertThat(drawn()).as(why).isEqualTo(book);
    }

    private void hear(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        List<String> ladders = words.stream().filter(word -> word.contains("=")).toList();
        switch (words.getFirst()) {
            case "opening" -> books.hear(new PriceFrame.Opening());
            case "image" -> image(Long.parseLong(words.get(1)), words.contains("none"), ladders);
            case "beat" ->
                    stream.accept(
                            "[\"heartbeat\",{\"sequence\":%s,\"time\":\"2026-03-01T18:30:00Z\"}]"
                                    .formatted(words.get(1)));
            case "open", "closed" ->
                    stream.accept(
                            "[\"gameUpdate\",{\"sequence\":%s,\"messageType\":\"market%s\",%s}]"
                                    .formatted(
                                            words.get(1),
                                            line.startsWith("open") ? "Open" : "Closed",
                                            game(line.startsWith("open"), ladders)));
            case "volume" ->
                    stream.accept(
                            ("[\"matchedVolumeUpdate\","
                                            + "{\"sequence\":%s,\"gameID\":\"G\",\"matchedVolume\":%s}]")
                                    .formatted(words.get(1), words.get(2)));
            default -> ladder(words.getFirst().split("@"), ladders.getFirst().split("=", -1));
        }
    }

    private void image(long sequence, boolean none, List<String> ladders) {
        String game = none ? "" : "{" + game(true, ladders) + "}";
        books.begin(new Reply<>(Json.read("{\"games\":[" + game + "]}"), sequence, -1));
    }

    private static String game(boolean open, List<String> ladders) {
        String lists =
                ladders.stream()
                        .map(ladder -> ladder.split("=", -1))
                        .map(parts -> ",\"%sMoneylines\":%s".formatted(parts[0], offers(parts)))
                        .collect(Collectors.joining());
        return """
        "id":"G","league":"L","sport":"soccer","start":"2026-03-01T18:30:00Z",
        "eventName":null,"ended":false,"isMarketOpen":%s,"matchedVolume":0,
        "participants":[{"id":"away","longName":"A"},{"id":"home","longName":"H"}]%s
        """
                .formatted(open, lists);
    }

    private void ladder(String[] numbers, String[] parts) {
        stream.accept(
                """
                ["orderUpdate",{"epoch":%s,"sequence":%s,"gameID":"G","type":"moneyline",
                 "participantID":"%s","sideOrders":%s}]
                """
                        .formatted(numbers[0], numbers[1], parts[0], offers(parts)));
    }

    private static String offers(String[] ladder) {
        return Arrays.stream(ladder[1].split(","))
                .filter(id -> !id.isEmpty())
                .map(id ->
                        """
                        {"id":"%s","type":"moneyline","participantID":"%s","odds":100,"bet":5,
                         "sumUntaken":5,"takenRatio":0,"expiry":null,"gameStartExpiry":true,
                         "createdAt":"2026-03-01T18:30:00Z"}
                        """
                                .formatted(id, ladder[0]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String drawn() {
        if (!books.isCurrent()) {
            assertThat(books.sequence()).isEmpty();
            return "stale";
        }
        GameBook book = books.book("G");
        OptionalLong at = books.sequence();
        String ladders =
                book.ladders().entrySet().stream()
                        .map(entry -> " " + entry.getKey().side() + "=" + ids(entry))
                        .sorted()
                        .collect(Collectors.joining());
        return (at.isPresent() ? Long.toString(at.getAsLong()) : "?")
                + (book.open() ? "" : " closed")
                + ladders
                + (book.matchedVolume().signum() == 0 ? "" : " volume " + book.matchedVolume());
    }

    private static String ids(Map.Entry<Pick, List<LadderOffer>> ladder) {
        return String.join(",", ladder.getValue().stream().map(LadderOffer::id).toList());
    }
}
