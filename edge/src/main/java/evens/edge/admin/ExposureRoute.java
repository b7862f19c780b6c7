package evens.edge.admin;

import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.view.Exposure;
import evens.edge.view.GameRow;
import evens.edge.view.Sequenced;
import evens.edge.view.View;
import evens.edge.wire.ExposureShape;
import evens.model.Ids;
import java.util.List;

/** {@code /admin/exposure}: who may lose how much on a game, and what was bet on which outcome. */
public final class ExposureRoute {
    private final View view;

    public ExposureRoute(View view) {
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(Route.get("/admin/exposure", Needs.OPERATOR, this::exposure));
    }

    private void exposure(Call call) {
        String id = call.parameter("gameID");
        if (id == null || !Ids.isWellFormed(id)) {
            call.bad("gameID must be 24 hex digits");
            return;
        }
        long number = Ids.GAME.number(id);
        GameRow game = view.game(number);
        if (game == null) {
            call.fail(404, "game not found");
            return;
        }
        Sequenced<Exposure> exposure = view.sequenced(() -> view.exposure(number));
        call.sequence(exposure.sequence());
        call.data(out -> ExposureShape.write(game, exposure.rows(), out));
    }
}
