package evens.edge.rest;

import evens.edge.view.GameRow;
import evens.edge.wire.CancelShape;
import evens.edge.wire.Problem;
import evens.model.Command;
import evens.model.Event;
import evens.model.Reject;
import java.util.List;
import java.util.Map;

/** The answer to whatever ends several orders: one result for each. */
final class CancelAnswer {
    private CancelAnswer() {}

    static void submit(OrderCalls orders, Call call, Command command) {
        orders.submit(
                call,
                command,
                events -> {
                    if (isRefused(call, events)) {
                        return;
                    }
                    Map<Long, GameRow> games = orders.games(events);
                    call.rows(
                            CancelShape.results(events),
                            (event, out) -> CancelShape.write(event, games, out));
                });
    }

    /**
     * Whether the whole command was refused, and has been answered. A game or a league that does
     * not exist is a bad request here.
     */
    static boolean isRefused(Call call, List<Event> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof Event.Refused refused)) {
            return false;
        }
        Reject reject = refused.reject();
        if (reject == Reject.GAME_NOT_FOUND || reject == Reject.LEAGUE_NOT_FOUND) {
            call.bad(Problem.text(reject));
        } else {
            call.fail(reject);
        }
        return true;
    }
}
