package evens.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Market;
import evens.model.Money;
import evens.model.Outcome;
import evens.model.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one wager pays at every score. */
class PayoffTest {
    private static final long STAKE = 7_000_001;
    private static final long WIN = 3_000_003;
    private static final int PPM = 12_345;

    private final Payoff payoff = new Payoff();

    /** Away 3, home 2, and a stake of $1.000001 to win $2.000003, without commission. */
    @ParameterizedTest
    @CsvSource({
        "MONEYLINE, 0, 2000003, -1000001",
        "SPREAD, -2.00, -1000001, 2000003",
        "SPREAD, -1.75, -1000001, 2000003",
        "SPREAD, -1.50, -1000001, 2000003",
        "SPREAD, -1.25, -500000, 1000001",
        "SPREAD, -1.00, 0, 0",
        "SPREAD, -0.75, 1000002, -500001",
        "SPREAD, -0.50, 2000003, -1000001",
        "SPREAD, 0, 2000003, -1000001",
        "TOTAL, 4.50, 2000003, -1000001",
        "TOTAL, 4.75, 1000001, -500000",
        "TOTAL, 5.00, 0, 0",
        "TOTAL, 5.25, -500001, 1000002",
        "TOTAL, 5.50, -1000001, 2000003",
        "TOTAL, 5.75, -1000001, 2000003",
    })
    void isHalfOfEachNeighbourOnAQuarterNumber(
            String type, double number, long first, long second) {
        int quarters = (int) (number * 4);
        boolean total = type.equals("TOTAL");
        Market market =
                switch (type) {
                    case "MONEYLINE" -> Market.MONEYLINE;
                    case "SPREAD" -> Market.spread(quarters);
                    default -> Market.total(quarters);
                };
        for (Outcome outcome : Outcome.values()) {
            long expected = outcome == Outcome.FIRST ? first : second;
            payoff.of(market, outcome, 1_000_001, 2_000_003, 0);
            assertThat(at(total ? 5 : 1)).isEqualTo(expected);
            Bet bet = new Bet(market, outcome, 1_000_001, 2_000_003, 0);
            assertThat(bet.result(3, 2)).isEqualTo(expected);
        }
    }

    @Test
    void agreesWithGradingByScoreForEveryNumber() {
        for (Market market : markets()) {
            for (Outcome outcome : Outcome.values()) {
                Bet bet = new Bet(market, outcome, STAKE, WIN, PPM);
                payoff.of(market, outcome, STAKE, WIN, PPM);
                int turn = market.number() / 4;
                for (int i = -3; i <= 3; i++) {
                    compare(bet, turn + i);
                    compare(bet, -turn + i);
                }
                compare(bet, 10_000);
            }
        }
    }

    private void compare(Bet bet, int value) {
        switch (bet.market().type()) {
            case MONEYLINE, SPREAD, MONEYLINE_1X2 ->
                    assertThat(at(value))
                            .as("%s at %d", bet, value)
                            .isEqualTo(bet.result(Math.max(value, 0), Math.max(-value, 0)));
            case TOTAL -> {
                if (value >= 0) {
                    assertThat(at(value))
                            .as("%s at %d", bet, value)
                            .isEqualTo(bet.result(0, value));
                }
            }
        }
    }

    /** Without commission, what one side gets the other one pays. */
    @Test
    void bothHalvesOfAMatchAddUpToNothing() {
        for (Market market : markets()) {
            payoff.of(market, Outcome.FIRST, STAKE, WIN, 0);
            int turn = payoff.turn;
            long below = payoff.below;
            long at = payoff.at;
            long above = payoff.above;
            payoff.of(market, Outcome.SECOND, WIN, STAKE, 0);
            assertThat(payoff.turn).isEqualTo(turn);
            assertThat(payoff.below + below).isZero();
            assertThat(payoff.at + at).isZero();
            assertThat(payoff.above + above).isZero();
        }
    }

    @Test
    void theFeesAnnouncedAreTheFeesCharged() {
        for (Market market : markets()) {
            payoff.of(market, Outcome.FIRST, STAKE, WIN, PPM);
            long won = Math.max(payoff.at, Math.max(payoff.below, payoff.above));
            long lost = Math.min(payoff.at, Math.min(payoff.below, payoff.above));
            assertThat(WIN - Payoff.feeIfWon(market, WIN, PPM)).isEqualTo(won);
            assertThat(-STAKE - Payoff.feeIfLost(market, STAKE, WIN, PPM)).isEqualTo(lost);
        }
    }

    /** Two halves are charged and rounded by themselves. */
    @Test
    void aQuarterNumberIsChargedAsTwoParts() {
        long half = 150; // of which 1 % is 1.5, rounded to 2
        Market quarter = Market.total(1);
        assertThat(Payoff.feeIfWon(quarter, 2 * half, 10_000)).isEqualTo(4);
        assertThat(Payoff.feeIfWon(Market.total(2), 2 * half, 10_000)).isEqualTo(3);
        assertThat(Payoff.feeIfLost(quarter, 2 * half, Money.DOLLAR, 10_000)).isEqualTo(4);
        assertThat(Payoff.feeIfLost(Market.total(2), 2 * half, Money.DOLLAR, 10_000)).isEqualTo(3);
    }

    private long at(int value) {
        if (value == payoff.turn) {
            return payoff.at;
        }
        return value < payoff.turn ? payoff.below : payoff.above;
    }

    private static List<Market> markets() {
        List<Market> markets = new ArrayList<>();
        markets.add(Market.MONEYLINE);
        markets.add(Market.threeWay(Subject.AWAY));
        markets.add(Market.threeWay(Subject.HOME));
        markets.add(Market.threeWay(Subject.DRAW));
        for (int number = -Market.MAX_NUMBER; number <= Market.MAX_NUMBER; number++) {
            markets.add(Market.spread(number));
        }
        for (int number = 0; number <= Market.MAX_NUMBER; number++) {
            markets.add(Market.total(number));
        }
        return markets;
    }
}
