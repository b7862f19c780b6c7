package evens.edge.view;

import evens.model.MarketType;
import java.util.List;
import java.util.stream.Stream;

/**
 * All books of a game at one moment.
 *
 * @param markets by type, subject and number
 * @param volumeOfRoot matched volume of its root game and of all below that one, micro-dollars
 */
public record BookRow(GameRow game, List<MarketRow> markets, MainLines main, long volumeOfRoot) {
    public Stream<MarketRow> ofType(MarketType type) {
        return markets.stream().filter(row -> row.market().type() == type);
    }
}
