package evens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Market;
import evens.model.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takers pay, for every fill that the API's documentation or live data show. */
class CommissionTest {
    private static final List<List<String>> SIDES =
            List.of(
                    List.of("AWAY", "HOME"),
                    List.of("AWAY+3.5", "HOME-3.5"),
                    List.of("OVER 9", "UNDER 9"),
                    List.of("YES DRAW", "NO DRAW"));

    private final Exchange exchange = new Exchange(10);
    private final RecordedEvents events = new RecordedEvents();

    /**
     * Documented are the exact products, where money is rounded twice, at the win and at the fee:
     * so the net win may differ by a micro-dollar.
     */
    @ParameterizedTest
    @CsvSource({
        "50, -175, 1, 50.285714, 28.285714, 28.571429",
        "50, -110, 1, 50.454545, 45, 45.454545",
        "50, -104, 1, 50.480769, 47.596154, 48.076923",
        "185, -185, 1, 186, 99, 100",
        "100, -186, 1, 100.537634, 53.225806, 53.763441",
        "25, 185, 1, 25.25, 45.7875, 46.25",
        "5, 140, 1, 5.05, 6.93, 7",
        "5, 141, 1, 5.05, 6.9795, 7.05",
        "20, 185, 0.75, 20.15, 36.7225, 37",
        "29, -145, 0.75, 29.15, 19.85, 20",
        "1, 101, 1, 1.01, 0.9999, 1.01",
        "100, -105, 0, 100, 95.238095, 95.238095",
    })
    void isOfTheWinAndOfTheSmallerSide(
            String stake, String odds, String rate, String risk, String win, String gross) {
        exchange.apply(new Command.CreateLeague("EPL", "soccer", 10), 0, events);
        exchange.apply(new Command.CreateGame(Games.terms(1, "EPL", 1), GameState.OPEN), 0, events);
        long dollars = 10_000 * Money.DOLLAR;
        exchange.apply(new Command.OpenAccount(1, 0, dollars, 0, dollars), 0, events);
        exchange.apply(
                new Command.OpenAccount(2, 0, dollars, Wording.ppm(rate), dollars), 0, events);
        List<Market> markets = new ArrayList<>();
        for (List<String> sides : SIDES) {
            String opposite = odds.startsWith("-") ? odds.substring(1) : "-" + odds;
            place(1, sides.get(0), opposite, "1000");
            List<Event> happened = place(2, sides.get(1), odds, stake);
            Event.OrderMatched match = (Event.OrderMatched) happened.getLast();
            long amount = match.taker().stake();
            long won = match.maker().stake();
            assertThat(amount).isEqualTo(Wording.micros(stake));
            assertThat(won).isEqualTo(Wording.micros(gross));
            assertThat(amount + match.taker().feeIfLost()).isEqualTo(Wording.micros(risk));
            assertThat(won - match.taker().feeIfWon()).isCloseTo(Wording.micros(win), within(1L));
            markets.add(match.market());
        }
        assertThat(markets).doesNotHaveDuplicates().hasSize(4);
    }

    private List<Event> place(long account, String side, String odds, String stake) {
        List<String> words = List.of(("limit " + side + " " + odds + " " + stake).split(" "));
        exchange.apply(new Command.PlaceOrders(account, Commands.batch(words)), 0, events);
        return events.take();
    }
}
