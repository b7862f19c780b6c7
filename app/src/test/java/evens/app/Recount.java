package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Counts again, from what the exchange has told its clients and from nothing else, what everybody
 * should have. Written from the rules in whole micro-dollars; it shares no code with the exchange.
 */
final class Recount {
    /** Scores far enough from all numbers that are bet on, so that nothing changes behind them. */
    private static final int FAR = 30;

    private final List<Statement> statements;
    private final Map<String, List<Half>> halves = new LinkedHashMap<>();

    /**
     * What one account is told.
     *
     * @param paidIn all its deposits, in dollars
     * @param user of getMe
     * @param unmatched of getUnmatched
     * @param matched of getMatchedBets
     */
    record Statement(
            String name, BigDecimal paidIn, JsonNode user, JsonNode unmatched, JsonNode matched) {}

    /** One account's side of a match: a row of getMatchedBets. */
    private record Half(Statement owner, JsonNode row) {
        boolean maker() {
            return row.required("origin").asString().equals("offer");
        }

        BigInteger stake() {
            return micros(row.required("bet").decimalValue());
        }

        Backed backed() {
            return Backed.of(row);
        }

        BigInteger rate() {
            return maker()
                    ? BigInteger.ZERO
                    : micros(owner.user().required("commissionCharged").decimalValue());
        }

        String text(String field) {
            return row.required(field).asString();
        }
    }

    Recount(List<Statement> statements) {
        this.statements = statements;
        for (Statement statement : statements) {
            for (JsonNode row : statement.matched()) {
                halves.computeIfAbsent(row.required("txID").asString(), id -> new ArrayList<>())
                        .add(new Half(statement, row));
            }
        }
    }

    int matches() {
        return halves.size();
    }

    /** Which questions, of whatever games, were matched, each by its first answer. */
    Set<Backed> questions() {
        Set<Backed> questions = new HashSet<>();
        for (List<Half> pair : halves.values()) {
            for (Half half : pair) {
                Backed backed = half.backed();
                questions.add(backed.first() ? backed : backed.opposite());
            }
        }
        return questions;
    }

    void everythingAgrees() {
        halves.values().forEach(Recount::twoHalvesOfOneMatch);
        statements.forEach(this::balanceAndLiability);
        statements.forEach(Recount::openOrders);
    }

    private static void twoHalvesOfOneMatch(List<Half> pair) {
        assertThat(pair).as("halves of a match").hasSize(2);
        Half maker = pair.get(pair.get(0).maker() ? 0 : 1);
        Half taker = pair.get(pair.get(0).maker() ? 1 : 0);
        assertThat(maker.maker()).isTrue();
        assertThat(taker.maker()).isFalse();
        assertThat(maker.owner().name())
                .as("nobody bets against himself")
                .isNotEqualTo(taker.owner().name());
        assertThat(maker.text("id")).isEqualTo(taker.text("id"));
        assertThat(maker.backed()).isEqualTo(taker.backed().opposite());
        assertThat(gameOf(maker.row())).isEqualTo(gameOf(taker.row()));

        Price shown = Price.of(taker.row().required("odds").decimalValue());
        assertThat(Price.of(maker.row().required("odds").decimalValue()))
                .isEqualTo(shown.opposite());
        BigInteger takerStake = taker.stake();
        BigInteger makerStake = maker.stake();
        boolean takerWasSmaller = makerStake.equals(shown.win(takerStake));
        boolean makerWasSmaller = takerStake.equals(shown.opposite().win(makerStake));
        assertThat(takerWasSmaller || makerWasSmaller)
                .as("%s against %s at %s", takerStake, makerStake, shown)
                .isTrue();

        BigInteger feeIfLost = taker.backed().feeIfLost(takerStake, makerStake, taker.rate());
        BigInteger feeIfWon = taker.backed().feeIfWon(makerStake, taker.rate());
        assertThat(maker.text("risk")).isEqualTo(cents(makerStake));
        assertThat(maker.text("win")).isEqualTo(cents(takerStake));
        assertThat(taker.text("risk")).isEqualTo(cents(takerStake.add(feeIfLost)));
        assertThat(taker.text("win")).isEqualTo(cents(makerStake.subtract(feeIfWon)));
    }

    /** Nothing is graded, so cash is what was paid in; liability is the worst case of each game. */
    private void balanceAndLiability(Statement statement) {
        assertThat(statement.user().required("displayBalance").decimalValue())
                .as("balance of %s", statement.name())
                .isEqualByComparingTo(statement.paidIn());
        Map<String, List<Half>> byGame = new HashMap<>();
        for (JsonNode row : statement.matched()) {
            byGame.computeIfAbsent(gameOf(row), id -> new ArrayList<>())
                    .add(new Half(statement, row));
        }
        BigInteger liability = BigInteger.ZERO;
        for (List<Half> bets : byGame.values()) {
            liability = liability.add(worst(bets));
        }
        assertThat(micros(statement.user().required("liability").decimalValue()))
                .as("liability of %s", statement.name())
                .isEqualTo(liability);
    }

    private Half otherHalf(Half half) {
        return halves.getOrDefault(half.text("txID"), List.of()).stream()
                .filter(each -> !each.owner().name().equals(half.owner().name()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The worst margin, where of moneylines, spreads and three-way questions only those count that
     * lose, and the worst total.
     */
    private BigInteger worst(List<Half> bets) {
        BigInteger worstMargin = BigInteger.ZERO;
        BigInteger worstTotal = BigInteger.ZERO;
        for (int score = -FAR; score <= FAR; score++) {
            Map<String, BigInteger> byType = new HashMap<>();
            for (Half bet : bets) {
                BigInteger pays =
                        bet.backed().pays(score, bet.stake(), otherHalf(bet).stake(), bet.rate());
                byType.merge(bet.text("type"), pays, BigInteger::add);
            }
            BigInteger total = byType.getOrDefault("total", BigInteger.ZERO);
            byType.remove("total");
            BigInteger margin =
                    byType.values().stream()
                            .map(sum -> sum.min(BigInteger.ZERO))
                            .reduce(BigInteger.ZERO, BigInteger::add);
            worstMargin = worstMargin.min(margin);
            if (score >= 0) {
                worstTotal = worstTotal.min(total);
            }
        }
        return worstMargin.add(worstTotal);
    }

    private static void openOrders(Statement statement) {
        for (JsonNode row : statement.unmatched()) {
            BigDecimal filled = row.required("filled").decimalValue();
            BigDecimal remaining = row.required("remaining").decimalValue();
            assertThat(filled.add(remaining))
                    .as("%s", row)
                    .isEqualByComparingTo(row.required("offered").decimalValue());
            assertThat(remaining).as("%s", row).isPositive();
        }
    }

    /** What makers have had matched of each of their orders, by the order's id. */
    Map<String, BigInteger> matchedOfOffers() {
        Map<String, BigInteger> sums = new HashMap<>();
        for (List<Half> pair : halves.values()) {
            for (Half half : pair) {
                if (half.maker()) {
                    sums.merge(half.text("id"), half.stake(), BigInteger::add);
                }
            }
        }
        return sums;
    }

    /** Both stakes of all matches of each game. */
    Map<String, BigInteger> volumes() {
        Map<String, BigInteger> sums = new HashMap<>();
        for (List<Half> pair : halves.values()) {
            for (Half half : pair) {
                sums.merge(gameOf(half.row()), half.stake(), BigInteger::add);
            }
        }
        return sums;
    }

    static String gameOf(JsonNode row) {
        return row.required("game").required("id").asString();
    }

    static BigInteger micros(BigDecimal dollars) {
        return dollars.movePointRight(6).toBigIntegerExact();
    }

    private static String cents(BigInteger micros) {
        return new BigDecimal(micros, 6).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
