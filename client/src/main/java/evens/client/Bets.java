package evens.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a look-up found that is not graded. */
public record Bets(List<OpenOrder> unmatched, List<MatchedBet> matched) {

    static Bets of(JsonNode json) {
        return new Bets(
                Json.list(json.required("unmatched"), OpenOrder::of),
                Json.list(json.required("matched"), MatchedBet::of));
    }
}
