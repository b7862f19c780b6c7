package evens.edge.view;

import evens.model.MarketType;
import java.util.List;
import java.util.stream.Stream;

/**
 * All books of a game at one moment.
 *
 * @param markets by type, subject and number
 * @param volumeWithChildren matched volume of this game and of those below it, micro-dollars
 */
public record BookRow(
        GameRow game, List<MarketRow> markets, MainLines main, long volumeWithChildren) {
    public Stream<MarketRow> ofType(MarketType type) {
        return markets.stream().filter(row -> row.market().type() == type);
    }
}
