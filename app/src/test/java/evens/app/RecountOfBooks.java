package evens.app;

import static evens.app.Recount.gameOf;
import static evens.app.Recount.micros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evens.app.Recount.Statement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Makes every book again from the lists of open orders and lays it beside what is shown. */
final class RecountOfBooks {
    /** The lists of a book, and what takers back who take from them. */
    static final Map<String, Predicate<Backed>> LISTS =
            Map.of(
                    "awayMoneylines", backed -> is(backed, "moneyline") && backed.first(),
                    "homeMoneylines", backed -> is(backed, "moneyline") && !backed.first(),
                    "awaySpreads", backed -> is(backed, "spread") && backed.first(),
                    "homeSpreads", backed -> is(backed, "spread") && !backed.first(),
                    "over", backed -> is(backed, "total") && backed.first(),
                    "under", backed -> is(backed, "total") && !backed.first(),
                    "awayMoneylines1x2", backed -> is(backed, "moneyline1x2") && backed.about() > 0,
                    "homeMoneylines1x2", backed -> is(backed, "moneyline1x2") && backed.about() < 0,
                    "draw1x2", backed -> is(backed, "moneyline1x2") && backed.about() == 0);

    private final Map<String, List<Open>> byGame = new HashMap<>();

    private static boolean is(Backed backed, String type) {
        return backed.type().equals(type);
    }

    /** Somebody's open order: a row of getUnmatched. */
    private record Open(String owner, JsonNode row) {
        Price price() {
            return Price.of(row.required("odds").decimalValue());
        }

        BigInteger remaining() {
            return micros(row.required("remaining").decimalValue());
        }

        Backed backed() {
            return Backed.of(row);
        }
    }

    RecountOfBooks(List<Statement> statements) {
        for (Statement statement : statements) {
            for (JsonNode row : statement.unmatched()) {
                byGame.computeIfAbsent(gameOf(row), id -> new ArrayList<>())
                        .add(new Open(statement.name(), row));
            }
        }
    }

    /**
     * @param games of getOrderbook, all that there are
     * @param volumes both stakes of all matches of each game
     */
    void agreesWith(JsonNode games, Map<String, BigInteger> volumes) {
        int seen = 0;
        for (JsonNode game : games) {
            String id = game.required("id").asString();
            List<Open> open = byGame.getOrDefault(id, List.of());
            seen += open.size();
            Map<String, Open> offers = new HashMap<>();
            open.forEach(order -> offers.put(order.row().required("id").asString(), order));
            LISTS.forEach((list, takers) -> list(game, list, takers, offers));
            assertThat(offers).as("offers that are not shown").isEmpty();
            notCrossed(open);
            BigInteger stakes =
                    open.stream()
                            .map(order -> micros(order.row().required("bet").decimalValue()))
                            .reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(micros(game.required("openInterest").decimalValue())).isEqualTo(stakes);
            assertThat(micros(game.required("matchedVolume").decimalValue()))
                    .as("matched volume of %s", id)
                    .isEqualTo(volumes.getOrDefault(id, BigInteger.ZERO));
        }
        assertThat(seen)
                .as("open orders in books")
                .isEqualTo(byGame.values().stream().mapToInt(List::size).sum());
    }

    /** Takers find every offer on the other answer to a question, best price first. */
    private static void list(
            JsonNode game, String list, Predicate<Backed> takers, Map<String, Open> offers) {
        Map<Backed, Integer> last = new HashMap<>();
        for (JsonNode entry : game.required(list)) {
            Open order = offers.remove(entry.required("id").asString());
            assertThat(order).as("an offer for %s", entry).isNotNull();
            Backed taken = Backed.of(entry, game.required("participants"));
            assertThat(takers.test(taken)).as("%s in %s", entry, list).isTrue();
            assertThat(taken).isEqualTo(order.backed().opposite());
            Price shown = Price.of(entry.required("odds").decimalValue());
            assertThat(shown).isEqualTo(order.price().opposite());
            assertThat(shown.line())
                    .as("best first")
                    .isLessThanOrEqualTo(last.getOrDefault(taken, Integer.MAX_VALUE));
            last.put(taken, shown.line());
            assertThat(micros(entry.required("sumUntaken").decimalValue()))
                    .isEqualTo(order.price().win(order.remaining()));
            ratio(entry, order);
        }
    }

    private static void ratio(JsonNode entry, Open order) {
        BigDecimal bet = entry.required("bet").decimalValue();
        assertThat(bet).isEqualByComparingTo(order.row().required("bet").decimalValue());
        BigDecimal filled = order.row().required("filled").decimalValue();
        assertThat(entry.required("takenRatio").decimalValue())
                .isCloseTo(
                        filled.divide(bet, MathContext.DECIMAL64),
                        within(new BigDecimal("0.000001")));
    }

    /** No two offers of different owners could still be matched with each other. */
    private static void notCrossed(List<Open> open) {
        for (Open one : open) {
            for (Open other : open) {
                boolean opposite = one.backed().equals(other.backed().opposite());
                if (opposite && !one.owner().equals(other.owner())) {
                    assertThat(one.price().line() + other.price().line())
                            .as("%s against %s", one.row(), other.row())
                            .isPositive();
                }
            }
        }
    }
}
