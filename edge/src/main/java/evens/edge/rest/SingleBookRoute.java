package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.BookRow;
import evens.edge.view.GameRow;
import evens.edge.view.OrderRow;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.edge.wire.BookShape;
import evens.edge.wire.OrderShape;
import evens.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * {@code /exchange/getSingleOrderbook}: a game with all that is below it, periods and specials
 * apart, and what the reader has in its league.
 */
final class SingleBookRoute {
    private final View view;

    SingleBookRoute(View view) {
        this.view = view;
    }

    List<Route> routes() {
        return List.of(Route.read("/exchange/getSingleOrderbook", Needs.READER, this::book));
    }

    /**
     * What there is at one step.
     *
     * @param games those of the league that the reader has orders on
     */
    private record Found(
            BookRow book,
            List<BookRow> children,
            List<BookRow> props,
            List<OrderRow> own,
            Map<Long, GameRow> games) {}

    private void book(Call call) {
        String id = call.parameter("gameID");
        if (id == null || !Ids.isWellFormed(id)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        long reader = call.reader();
        Sequenced<@Nullable Found> found =
                view.<@Nullable Found>sequenced(() -> find(Ids.GAME.number(id), reader));
        Found all = found.rows();
        call.sequence(found.sequence());
        if (all == null) {
            call.fail(404, "game not found");
        } else {
            call.data(out -> write(all, reader, out));
        }
    }

    private @Nullable Found find(long id, long reader) {
        GameRow game = view.game(id);
        if (game == null) {
            return null;
        }
        List<GameRow> below = view.descendants(id);
        List<OrderRow> own = new ArrayList<>(view.openOrders(reader));
        Map<Long, GameRow> games = view.gamesById(own.stream().map(OrderRow::game).toList());
        own.removeIf(order -> !isOf(game.terms().league(), games.get(order.game())));
        return new Found(
                view.books(List.of(id)).getFirst(),
                books(below, row -> !row.terms().specials()),
                books(below, row -> row.terms().specials()),
                own,
                games);
    }

    private static boolean isOf(String league, @Nullable GameRow game) {
        return game != null && game.terms().league().equals(league);
    }

    private List<BookRow> books(List<GameRow> games, Predicate<GameRow> which) {
        return view.books(games.stream().filter(which).map(GameRow::id).toList());
    }

    private static void write(Found found, long reader, JsonGenerator out) {
        out.writeStartObject();
        out.writeName("game");
        BookShape.writeNested(found.book(), reader, out);
        out.writeArrayPropertyStart("orderSummary");
        found.own()
                .forEach(order ->
                        OrderShape.writeUnmatchedAlone(
                                order, found.games().get(order.game()), out));
        out.writeEndArray();
        writeBooks("childGames", found.children(), reader, out);
        writeBooks("propGames", found.props(), reader, out);
        out.writeEndObject();
    }

    private static void writeBooks(
            String key, List<BookRow> books, long reader, JsonGenerator out) {
        out.writeArrayPropertyStart(key);
        books.forEach(book -> BookShape.writeNested(book, reader, out));
        out.writeEndArray();
    }
}
