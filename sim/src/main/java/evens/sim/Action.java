package evens.sim;

import evens.model.Command;

/** One thing that the simulator does to the exchange. */
sealed interface Action {
    /** A command comes out of the log. */
    record Send(Command command, long timeMillis) implements Action {}

    /** The alarm rings, set or not. */
    record Ring(long timeMillis) implements Action {}

    /** The state is told, and the log before it is no longer needed. */
    record Snapshot() implements Action {}

    /** The process dies; another hears the last snapshot and replays what came after. */
    record Crash() implements Action {}

    /** Something is done to the projector, if there is one. */
    record Project(Deed deed) implements Action {}

    /** The last snapshot is offered with its end missing. */
    record CutSnapshot() implements Action {}
}
