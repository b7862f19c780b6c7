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
import tools.jackson.databind.JsonNode;

/** Makes every book again from the lists of open orders and lays it beside what is shown. */
final class RecountOfBooks {
    private final Map<String, List<Open>> byGame = new HashMap<>();

    /** Somebody's open order: a row of getUnmatched. */
    private record Open(String owner, JsonNode row) {
        Price price() {
            return Price.of(row.required("odds").decimalValue());
        }

        BigInteger remaining() {
            return micros(row.required("remaining").decimalValue());
        }

        String text(String field) {
            return row.required(field).asString();
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
            String away = game.required("participants").required(0).required("id").asString();
            String home = game.required("participants").required(1).required("id").asString();
            side(game.required("awayMoneylines"), away, open, home);
            side(game.required("homeMoneylines"), home, open, away);
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

    /** A taker of this participant finds every offer on the other one, best price first. */
    private static void side(JsonNode entries, String taken, List<Open> open, String offered) {
        Map<String, Open> offers = new HashMap<>();
        for (Open order : open) {
            if (order.text("participantID").equals(offered)) {
                offers.put(order.text("id"), order);
            }
        }
        int last = Integer.MAX_VALUE;
        for (JsonNode entry : entries) {
            Open order = offers.remove(entry.required("id").asString());
            assertThat(order).as("an offer for %s", entry).isNotNull();
            Price shown = Price.of(entry.required("odds").decimalValue());
            assertThat(shown).isEqualTo(order.price().opposite());
            assertThat(shown.line()).as("best first").isLessThanOrEqualTo(last);
            last = shown.line();
            assertThat(entry.required("participantID").asString()).isEqualTo(taken);
            assertThat(micros(entry.required("sumUntaken").decimalValue()))
                    .isEqualTo(order.price().win(order.remaining()));
            ratio(entry, order);
        }
        assertThat(offers).as("offers that are not shown").isEmpty();
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
                boolean opposite = !one.text("participantID").equals(other.text("participantID"));
                if (opposite && !one.owner().equals(other.owner())) {
                    assertThat(one.price().line() + other.price().line())
                            .as("%s against %s", one.row(), other.row())
                            .isPositive();
                }
            }
        }
    }
}
