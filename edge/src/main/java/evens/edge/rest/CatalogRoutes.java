package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.GameRow;
import evens.edge.view.LeagueRow;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.edge.wire.GameShape;
import evens.edge.wire.ParticipantShape;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What there is to bet on, without prices: leagues, participants, events and games. */
final class CatalogRoutes {
    /** Leagues that are in play and do not count for the alias {@code LIVE}. */
    private static final Set<String> OWN_LIVE =
            Set.of("NFL-LIVE", "NBA-LIVE", "NCAAF-LIVE", "NCAAB-LIVE");

    private static final Set<String> WITH_ALL = Set.of("soccer", "golf");

    private final View view;
    private final InstantSource clock;

    CatalogRoutes(View view, InstantSource clock) {
        this.view = view;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/exchange/getLeagues", Needs.READER, this::leagues),
                Route.read("/exchange/getParticipants", Needs.READER, this::participants),
                Route.read("/exchange/getEvents", Needs.READER, this::events),
                Route.read("/exchange/v2/getGames", Needs.READER, this::games),
                Route.read("/exchange/getGames", Needs.READER, this::games));
    }

    private void leagues(Call call) {
        String sport = Listed.lower(call.parameter("sport"));
        Sequenced<List<LeagueRow>> leagues = view.sequenced(view::leagues);
        List<String> names = new ArrayList<>();
        for (LeagueRow league : leagues.rows()) {
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
        call.sequence(leagues.sequence());
        call.rows("availableLeagues", names, (name, out) -> out.writeString(name));
    }

    private void participants(Call call) {
        String active = call.scalar("active");
        boolean isTrue = "true".equalsIgnoreCase(active);
        if (active != null && !isTrue && !"false".equalsIgnoreCase(active)) {
            call.bad("active must be true or false");
            return;
        }
        long now = clock.millis();
        Predicate<GameRow> isActive =
                game -> GameShape.isListed(game) && game.terms().startMillis() > now;
        Sequenced<List<GameRow>> games =
                view.sequenced(() -> view.games(isTrue ? isActive : _ -> true));
        call.sequence(games.sequence());
        call.rows("participants", ParticipantShape.of(games.rows()), ParticipantShape::write);
    }

    private void events(Call call) {
        Sequenced<List<GameRow>> games =
                view.sequenced(() ->
                        view.games(Listed.of(null, call.parameter("sport")).and(GameRow::isRoot)));
        call.sequence(games.sequence());
        call.rows("availableEvents", games.rows(), GameShape::writeEvent);
    }

    private void games(Call call) {
        String league = call.parameter("league");
        if (league == null || league.isBlank()) {
            call.bad("league is required");
            return;
        }
        Sequenced<List<GameRow>> games =
                view.sequenced(() -> view.games(Listed.of(league, call.parameter("sport"))));
        call.sequence(games.sequence());
        call.rows("games", games.rows(), GameShape::write);
    }
}
