package evens.edge.wire;

import evens.edge.view.AccountRow;
import evens.edge.view.GameRow;
import evens.edge.wire.PlaceShape.Done;
import evens.edge.wire.PlaceShape.Failed;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What became of one order of a batch, as the orders socket says it: longer where it failed. */
public final class SocketPlaceShape {
    private static final String BAD_GAME = "game not found: invalid gameID";

    private SocketPlaceShape() {}

    public static void write(
            PlaceShape shape, Map<Long, GameRow> games, AccountRow account, JsonGenerator out) {
        switch (shape) {
            case Done done -> PlaceShape.write(done, games, out);
            case Failed failed -> {
                out.writeStartObject();
                out.writeStringProperty("error", error(failed.problem(), account));
                out.writeStringProperty("error_type", failed.problem().errorType());
                out.writeEndObject();
            }
        }
    }

    private static String error(Problem.OfOrder problem, AccountRow account) {
        if (problem.errorType().equals("rejected_liability")) {
            return Problem.insufficientFunds(account);
        }
        return problem.error().equals(BAD_GAME)
                ? BAD_GAME + ": the provided hex string is not a valid ObjectID"
                : problem.error();
    }
}
