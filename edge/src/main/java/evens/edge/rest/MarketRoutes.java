package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.BookRow;
import evens.edge.view.GameRow;
import evens.edge.view.LeagueRow;
import evens.edge.view.OrderRow;
import evens.edge.view.View;
import evens.edge.wire.BookShape;
import evens.edge.wire.GameShape;
import evens.edge.wire.OrderShape;
import evens.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code /exchange}: leagues, games and books. */
public final class MarketRoutes {
    /** Leagues that are in play and do not count for the alias {@code LIVE}. */
    private static final Set<String> OWN_LIVE =
            Set.of("NFL-LIVE", "NBA-LIVE", "NCAAF-LIVE", "NCAAB-LIVE");

    private static final Set<String> WITH_ALL = Set.of("soccer", "golf");
    private static final String EVERY_LEAGUE = "upcoming";

    private final View view;

    public MarketRoutes(View view) {
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.read("/exchange/getLeagues", Needs.READER, this::leagues),
                Route.read("/exchange/v2/getGames", Needs.READER, this::games),
                Route.read("/exchange/getGames", Needs.READER, this::games),
                Route.read("/exchange/v2/getOrderbook", Needs.READER, this::orderbook),
                Route.read("/exchange/getSingleOrderbook", Needs.READER, this::singleOrderbook));
    }

    private void leagues(Call call) {
        String sport = lower(call.parameter("sport"));
        long sequence = view.sequence();
        List<String> names = new ArrayList<>();
        for (LeagueRow league : view.leagues()) {
            if (sport == null || league.sport().equals(sport)) {
                names.add(league.name());
            }
        }
        boolean live =
                names.stream().anyMatch(name -> name.contains("LIVE") && !OWN_LIVE.contains(name));
        if (live) {
            names.add("LIVE");
        }
        if (sport != null && WITH_ALL.contains(sport)) {
            names.add("all");
        }
        call.sequence(sequence);
        call.rows("availableLeagues", names, (name, out) -> out.writeString(name));
    }

    private void games(Call call) {
        String league = call.parameter("league");
        if (league == null || league.isBlank()) {
            call.bad("league is required");
            return;
        }
        long sequence = view.sequence();
        List<GameRow> games = listed(league, lower(call.parameter("sport")));
        call.sequence(sequence);
        call.rows("games", games, GameShape::write);
    }

    private void orderbook(Call call) {
        String id = call.parameter("gameID");
        String league = call.parameter("league");
        long sequence = view.sequence();
        List<Long> wanted;
        if (id != null) {
            if (!Ids.isWellFormed(id)) {
                call.bad("gameID must be 24 hex digits");
                return;
            }
            wanted = List.of(Ids.GAME.number(id));
        } else if (league != null && !league.isBlank()) {
            wanted =
                    listed(league, lower(call.parameter("sport"))).stream()
                            .map(GameRow::id)
                            .toList();
        } else {
            call.bad("league or gameID is required");
            return;
        }
        long reader = call.person().account();
        List<BookRow> books = view.books(wanted);
        call.sequence(sequence);
        call.rows("games", books, (book, out) -> BookShape.writeFlat(book, reader, out));
    }

    private void singleOrderbook(Call call) {
        String id = call.parameter("gameID");
        if (id == null || !Ids.isWellFormed(id)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        long sequence = view.sequence();
        GameRow game = view.game(Ids.GAME.number(id));
        if (game == null) {
            call.fail(404, "game not found");
            return;
        }
        long reader = call.person().account();
        Map<Boolean, List<Long>> children =
                view.children(game.id()).stream()
                        .collect(Collectors.partitioningBy(this::isSpecial));
        Map<Long, GameRow> league = leagueOf(game);
        List<OrderRow> own =
                view.openOrders(reader).stream()
                        .filter(order -> league.containsKey(order.game()))
                        .toList();
        call.sequence(sequence);
        call.data(out -> {
            out.writeStartObject();
            out.writeName("game");
            BookShape.writeNested(view.books(List.of(game.id())).getFirst(), reader, out);
            out.writeArrayPropertyStart("orderSummary");
            own.forEach(
                    order -> OrderShape.writeUnmatchedAlone(order, league.get(order.game()), out));
            out.writeEndArray();
            writeBooks("childGames", children.get(false), reader, out);
            writeBooks("propGames", children.get(true), reader, out);
            out.writeEndObject();
        });
    }

    private boolean isSpecial(long game) {
        GameRow row = view.game(game);
        return row != null && row.terms().specials();
    }

    private Map<Long, GameRow> leagueOf(GameRow game) {
        String league = game.terms().league();
        return view.games().stream()
                .filter(row -> row.terms().league().equals(league))
                .collect(Collectors.toMap(GameRow::id, row -> row));
    }

    private void writeBooks(
            String key, @Nullable List<Long> games, long reader, JsonGenerator out) {
        out.writeArrayPropertyStart(key);
        if (games != null) {
            view.books(games).forEach(book -> BookShape.writeNested(book, reader, out));
        }
        out.writeEndArray();
    }

    private List<GameRow> listed(String league, @Nullable String sport) {
        String wanted = league.toUpperCase(Locale.ROOT);
        boolean every = league.equalsIgnoreCase(EVERY_LEAGUE);
        return view.games().stream()
                .filter(GameShape::isListed)
                .filter(game -> every || game.isOf(wanted))
                .filter(game -> sport == null || game.sport().equals(sport))
                .toList();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.toLowerCase(Locale.ROOT);
    }
}
