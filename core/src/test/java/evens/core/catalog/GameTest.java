package evens.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.Games;
import evens.core.RecordedEvents;
import evens.core.base.Deadlines;
import evens.core.base.Texts;
import evens.core.book.Book;
import evens.core.book.Order;
import evens.core.ledger.Ledger;
import evens.core.ledger.Wagers;
import evens.model.Command;
import evens.model.GameState;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Subject;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A game keeps the books in which orders rest, and a few of those that are empty. */
class GameTest {
    private static final Market SPREAD = new Market(MarketType.SPREAD, Subject.NONE, 14);
    private static final Market TOTAL = new Market(MarketType.TOTAL, Subject.NONE, 14);
    private static final Market DRAW = new Market(MarketType.MONEYLINE_1X2, Subject.DRAW, 0);

    private final Game game = game();
    private final Book moneyline = game.book(Market.MONEYLINE);

    @Test
    void booksStandInTheOrderOfTheirQuestionsWhoeverComesFirst() {
        Book total = game.book(TOTAL);
        Book draw = game.book(DRAW);
        Book spread = game.book(SPREAD);
        assertThat(game.books()).containsExactly(moneyline, spread, total, draw);
        assertThat(game.book(TOTAL)).isSameAs(total);
    }

    @Test
    void ofTheEmptyBooksTheNewestStay() {
        Book used = game.book(TOTAL);
        Order order = order(used);
        used.add(order);
        Book oldest = game.book(SPREAD);
        askForManyOthers(15);
        assertThat(game.book(SPREAD)).isSameAs(oldest);
        askForManyOthers(1_000);
        assertThat(game.book(SPREAD)).isNotSameAs(oldest);
        assertThat(game.books()).hasSize(18).startsWith(moneyline).contains(used);

        used.remove(order);
        game.emptied(used);
        game.emptied(used);
        game.emptied(moneyline);
        assertThat(game.book(TOTAL)).isSameAs(used);
        askForManyOthers(1_000);
        assertThat(game.book(TOTAL)).isNotSameAs(used);
        assertThat(game.books()).hasSize(17).startsWith(moneyline);
        assertThat(game.book(Market.MONEYLINE)).isSameAs(moneyline);
    }

    private void askForManyOthers(int count) {
        for (int i = 1; i <= count; i++) {
            game.book(new Market(MarketType.TOTAL, Subject.NONE, 100 + i));
        }
    }

    private static Game game() {
        Catalog catalog = new Catalog(new Deadlines());
        RecordedEvents events = new RecordedEvents();
        catalog.create(new Command.CreateLeague("epl", "soccer", 0), events);
        catalog.create(
                new Command.CreateGame(Games.terms(1, "epl", 1_000), GameState.OPEN), 1, events);
        return Objects.requireNonNull(catalog.game(1));
    }

    private static Order order(Book book) {
        Ledger ledger = new Ledger(new Deadlines());
        ledger.open(new Command.OpenAccount(1, 0, 0, 0, 0), new RecordedEvents());
        Wagers wagers = new Wagers(new Texts(16));
        Order order = new Order();
        order.begin(1);
        order.describe(
                wagers.position(Objects.requireNonNull(ledger.account(1)), 0, 1),
                book,
                Outcome.FIRST,
                OrderType.LIMIT,
                0,
                1,
                1,
                1,
                1,
                0,
                null,
                0);
        return order;
    }
}
