package evens.client;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The book of a game as {@link Books} knows it.
 *
 * @param game null if only ladders of it were seen
 * @param open whether it takes orders
 * @param ladders by what a taker would back, best price first; no empty ones
 * @param matchedVolume stakes of both sides
 */
public record GameBook(
        @Nullable Game game,
        boolean open,
        Map<Pick, List<LadderOffer>> ladders,
        BigDecimal matchedVolume) {
    static final GameBook UNKNOWN = new GameBook(null, true, Map.of(), BigDecimal.ZERO);

    public GameBook {
        ladders = Map.copyOf(ladders);
    }

    /** What a taker can get who backs this, best price first. */
    public List<LadderOffer> offers(Pick pick) {
        return ladders.getOrDefault(pick, List.of());
    }
}
