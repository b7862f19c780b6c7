package evens.edge.rest;

import evens.edge.view.View;
import evens.model.History;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** {@code /exchange}: all that is read about markets. */
public final class MarketRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final View view;
    private final History history;
    private final InstantSource clock = InstantSource.system();

    public MarketRoutes(View view, History history) {
        this.view = view;
        this.history = history;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new CatalogRoutes(view, clock).routes());
        routes.addAll(new BookRoutes(view).routes());
        routes.addAll(new SingleBookRoute(view).routes());
        routes.addAll(new VolumeRoute(new MatchedVolume(view, history, clock, PATIENCE)).routes());
        return routes;
    }
}
