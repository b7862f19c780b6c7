package evens.client;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The moneyline of a game: what a taker can get on either side, best price first. */
public record Book(
        Game game,
        List<BookEntry> away,
        List<BookEntry> home,
        BigDecimal openInterest,
        BigDecimal matchedVolume) {

    static Book of(JsonNode json) {
        return new Book(
                Game.of(json),
                Json.list(json.required("awayMoneylines"), BookEntry::of),
                Json.list(json.required("homeMoneylines"), BookEntry::of),
                Json.decimalOrZero(json, "openInterest"),
                Json.decimalOrZero(json, "matchedVolume"));
    }
}
