package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.AccountRow;
import evens.edge.view.BookRow;
import evens.edge.view.GameRow;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.edge.wire.AveragePriceShape;
import evens.edge.wire.BookShape;
import evens.model.Ids;
import evens.model.Money;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The books of many games at one step, in each of the forms that clients know. */
final class BookRoutes {
    /** The rate of who does not say who asks: that of a new account. */
    private static final int COMMISSION_PPM = Money.PPM / 100;

    private final View view;

    BookRoutes(View view) {
        this.view = view;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/exchange/v2/getOrderbook", Needs.READER, this::flat),
                Route.read("/exchange/getOrderbook", Needs.READER, this::nested),
                Route.read("/exchange/getOrderbookPaginated", Needs.READER, this::page),
                Route.read("/exchange/getOddsForAveragePrice", Needs.READER, this::averagePrice));
    }

    private void flat(Call call) {
        String id = call.parameter("gameID");
        String league = call.parameter("league");
        Sequenced<List<BookRow>> books;
        if (id != null) {
            if (!Ids.isWellFormed(id)) {
                call.bad("gameID must be 24 hex digits");
                return;
            }
            books = view.sequenced(() -> view.books(List.of(Ids.GAME.number(id))));
        } else if (league != null && !league.isBlank()) {
            books = books(Listed.of(league, call.parameter("sport")));
        } else {
            call.bad("league or gameID is required");
            return;
        }
        long reader = call.reader();
        call.sequence(books.sequence());
        call.rows("games", books.rows(), (book, out) -> BookShape.writeFlat(book, reader, out));
    }

    private void nested(Call call) {
        String league = requiredLeague(call);
        if (league == null) {
            return;
        }
        Sequenced<List<BookRow>> books = books(Listed.of(league, null));
        long reader = call.reader();
        call.sequence(books.sequence());
        call.rows(
                "{\"data\":{\"market\":null,\"games\":[",
                books.rows(),
                (book, out) -> BookShape.writeNested(book, reader, out),
                "]}}");
    }

    private record Found(List<BookRow> books, int total) {}

    private void page(Call call) {
        Paging paging = Paging.of(call);
        if (paging == null) {
            return;
        }
        Predicate<GameRow> which =
                Listed.of(call.parameter("leagueRequested"), call.parameter("sportRequested"));
        Sequenced<Found> found =
                view.sequenced(() -> {
                    List<GameRow> games = view.games(which);
                    return new Found(books(paging.of(games)), games.size());
                });
        long reader = call.reader();
        call.sequence(found.sequence());
        call.rows(
                "{\"data\":{\"games\":[",
                found.rows().books(),
                (book, out) -> BookShape.writeNested(book, reader, out),
                "],\"page\":%d,\"pageSize\":%d,\"total\":%d}}"
                        .formatted(paging.page(), paging.size(), found.rows().total()));
    }

    private void averagePrice(Call call) {
        String league = requiredLeague(call);
        if (league == null) {
            return;
        }
        Predicate<GameRow> which = Listed.of(league, null);
        Sequenced<Priced> priced =
                view.sequenced(
                        () -> new Priced(books(view.games(which)), commissionPpm(call.reader())));
        int ppm = priced.rows().commissionPpm();
        call.sequence(priced.sequence());
        call.rows(
                "{\"games\":[",
                priced.rows().books(),
                (book, out) -> AveragePriceShape.write(book, ppm, out),
                "]}");
    }

    private record Priced(List<BookRow> books, int commissionPpm) {}

    private int commissionPpm(long reader) {
        AccountRow account = view.account(reader);
        return account == null ? COMMISSION_PPM : account.commissionPpm();
    }

    /** The league that is asked for; null when it was answered that there has to be one. */
    private static @Nullable String requiredLeague(Call call) {
        String league = call.parameter("leagueRequested");
        if (league == null || league.isBlank()) {
            call.bad("leagueRequested is required");
            return null;
        }
        return league;
    }

    private Sequenced<List<BookRow>> books(Predicate<GameRow> which) {
        return view.sequenced(() -> books(view.games(which)));
    }

    private List<BookRow> books(List<GameRow> games) {
        return view.books(games.stream().map(GameRow::id).toList());
    }
}
