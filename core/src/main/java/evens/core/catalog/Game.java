package evens.core.catalog;

import evens.core.base.Due;
import evens.core.base.LongMap;
import evens.core.book.Book;
import evens.model.Events;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Outcome;
import evens.model.Side;
import evens.model.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fixture. It is due at its start, when it closes. */
public final class Game extends Due {
    /** Moves numbers above 0 and above the keys of the three-way questions. */
    private static final long FIRST_NUMBER = Market.MAX_NUMBER + 4L;

    /** Books without orders that are kept. */
    private static final int MAX_UNUSED = 16;

    /** In no map: there is one moneyline. */
    private static final long MONEYLINE = 0;

    private static final Comparator<Market> BY_QUESTION =
            Comparator.comparing(Market::type)
                    .thenComparing(Market::subject)
                    .thenComparingInt(Market::number);

    private final int index;
    private final League league;
    private final Book moneyline;
    private final LongMap<Book> spreadsAndThreeWays = new LongMap<>();
    private final LongMap<Book> totals = new LongMap<>();
    private final List<Book> books = new ArrayList<>();
    private final ArrayDeque<Book> unused = new ArrayDeque<>();
    private GameTerms terms;
    private GameState state;

    Game(GameTerms terms, GameState state, League league, int index) {
        super(terms.game());
        this.terms = terms;
        this.state = state;
        this.league = league;
        this.index = index;
        this.moneyline = new Book(MONEYLINE, terms.game(), Market.MONEYLINE);
        books.add(moneyline);
    }

    public long id() {
        return key();
    }

    /** Its place among the games, from 0, in the order in which they were created. */
    public int index() {
        return index;
    }

    public long startMillis() {
        return terms.startMillis();
    }

    /** Whether these terms are about this very game: only start and names may differ. */
    public boolean isDescribedBy(GameTerms other) {
        return other.game() == terms.game()
                && other.league().equals(terms.league())
                && other.parent() == terms.parent()
                && other.away().id() == terms.away().id()
                && other.home().id() == terms.home().id()
                && other.specials() == terms.specials()
                && other.yesNo() == terms.yesNo()
                && other.live() == terms.live();
    }

    /** Whether it is traded while it is played, so that its start closes nothing. */
    public boolean isLive() {
        return terms.live();
    }

    /** How long an order waits that would match; 0 on a game that is not live. */
    public long delayMillis() {
        return terms.live() ? league.liveDelaySeconds() * 1_000L : 0;
    }

    public String league() {
        return terms.league();
    }

    public GameState state() {
        return state;
    }

    public boolean isOpen() {
        return state == GameState.OPEN;
    }

    public void become(GameState newState, Events events) {
        state = newState;
        events.gameStateChanged(id(), newState);
    }

    void change(GameTerms newTerms, GameState newState, Events events) {
        terms = newTerms;
        state = newState;
        events.gameChanged(newTerms, newState);
    }

    /** Whether this kind of question is asked of this game. */
    public boolean offers(MarketType type) {
        return switch (type) {
            case MONEYLINE -> true;
            case SPREAD, TOTAL -> !terms.yesNo();
            case MONEYLINE_1X2 -> league.hasThreeWays() && !terms.yesNo();
        };
    }

    /**
     * The outcome that an order backs; null if there is no such side.
     *
     * @param participant see {@code Command.NewOrder}
     */
    public @Nullable Outcome outcome(MarketType type, Side side, long participant) {
        return switch (type) {
            case MONEYLINE, SPREAD -> side == Side.PARTICIPANT ? winner(participant) : null;
            case TOTAL ->
                    switch (side) {
                        case OVER -> Outcome.FIRST;
                        case UNDER -> Outcome.SECOND;
                        case PARTICIPANT, YES, NO -> null;
                    };
            case MONEYLINE_1X2 ->
                    switch (side) {
                        case YES -> subject(participant) == null ? null : Outcome.FIRST;
                        case NO -> subject(participant) == null ? null : Outcome.SECOND;
                        case PARTICIPANT, OVER, UNDER -> null;
                    };
        };
    }

    private @Nullable Outcome winner(long participant) {
        if (participant == terms.away().id()) {
            return Outcome.FIRST;
        }
        return participant == terms.home().id() ? Outcome.SECOND : null;
    }

    /** Whom a three-way question is about; null if it is nobody of this game. */
    public @Nullable Subject subject(long participant) {
        Outcome winner = winner(participant);
        if (winner == null) {
            return participant == 0 ? Subject.DRAW : null;
        }
        return winner == Outcome.FIRST ? Subject.AWAY : Subject.HOME;
    }

    /**
     * The book of a question, made when there is none. Side and number were found to be right
     * before.
     *
     * @param number as the backer of the outcome writes it, in quarters
     */
    public Book book(MarketType type, Outcome outcome, long participant, int number) {
        return switch (type) {
            case MONEYLINE -> moneyline;
            case SPREAD -> book(type, Subject.NONE, outcome == Outcome.FIRST ? number : -number);
            case TOTAL -> book(type, Subject.NONE, number);
            case MONEYLINE_1X2 -> {
                Subject subject = subject(participant);
                yield book(type, subject == null ? Subject.NONE : subject, 0);
            }
        };
    }

    /** The book of this market, made when there is none. */
    public Book book(Market market) {
        return market.type() == MarketType.MONEYLINE
                ? moneyline
                : book(market.type(), market.subject(), market.number());
    }

    private Book book(MarketType type, Subject subject, int number) {
        long key =
                switch (subject) {
                    case NONE -> number + FIRST_NUMBER;
                    case AWAY -> 1;
                    case HOME -> 2;
                    case DRAW -> 3;
                };
        Book book = ofType(type).get(key);
        if (book == null) {
            book = new Book(key, id(), new Market(type, subject, number));
            ofType(type).put(book);
            books.add(place(book.market()), book);
            emptied(book);
        }
        return book;
    }

    /**
     * Nothing rests in this book. Of those that are not used again the newest few are kept, so that
     * what is merely asked for takes no memory, and what comes and goes makes no garbage.
     */
    void emptied(Book book) {
        if (book == moneyline || book.isUnused()) {
            return;
        }
        book.setUnused(true);
        unused.addLast(book);
        if (unused.size() > MAX_UNUSED) {
            Book oldest = unused.removeFirst();
            oldest.setUnused(false);
            if (oldest.isEmpty()) {
                ofType(oldest.market().type()).remove(oldest.key());
                books.remove(oldest);
            }
        }
    }

    private LongMap<Book> ofType(MarketType type) {
        return type == MarketType.TOTAL ? totals : spreadsAndThreeWays;
    }

    /** Where the market's book belongs, so that the order of books does not depend on history. */
    private int place(Market market) {
        int place = books.size();
        while (BY_QUESTION.compare(market, books.get(place - 1).market()) < 0) {
            place--;
        }
        return place;
    }

    /** Its books, by type, subject and number. The moneyline is the first. */
    public List<Book> books() {
        return books;
    }

    void tell(Events events) {
        events.gameCreated(terms, state);
    }

    @Override
    protected int dueKind() {
        return 0;
    }
}
