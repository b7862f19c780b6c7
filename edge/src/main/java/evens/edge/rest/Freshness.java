package evens.edge.rest;

import evens.edge.view.View;
import io.vertx.core.Vertx;

/**
 * Holds a request back until the view has the step that its client knows of, as {@code
 * X-Exchange-Sequence} says. It waits for a moment only.
 */
final class Freshness {
    static final String HEADER = "X-Exchange-Sequence";

    private static final long PATIENCE_MILLIS = 1_000;
    private static final int MAX_DIGITS = 18;

    private final Vertx vertx;
    private final View view;

    Freshness(Vertx vertx, View view) {
        this.vertx = vertx;
        this.view = view;
    }

    /** Goes on when the view is there, on the event loop of the call. */
    void await(Call call, String wanted, Runnable then) {
        if (!isSequence(wanted)) {
            call.bad(HEADER + " must be the number of a step");
            return;
        }
        long sequence = Long.parseLong(wanted);
        if (view.sequence() >= sequence) {
            call.guard(then);
        } else {
            new Waiting(call, then).begin(sequence);
        }
    }

    private static boolean isSequence(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** It ends once: with the step or with the end of patience. Both are heard on the loop. */
    private final class Waiting {
        private final Call call;
        private final Runnable then;
        private boolean isOver;

        Waiting(Call call, Runnable then) {
            this.call = call;
            this.then = then;
        }

        void begin(long sequence) {
            Runnable forget = view.when(sequence, () -> call.onLoop(() -> end(then)));
            vertx.setTimer(
                    PATIENCE_MILLIS,
                    _ ->
                            call.onLoop(() -> {
                                forget.run();
                                end(this::tooLate);
                            }));
        }

        private void end(Runnable how) {
            if (!isOver) {
                isOver = true;
                how.run();
            }
        }

        private void tooLate() {
            call.header("Retry-After", "1");
            call.fail(503, "this node has not come to that step yet");
        }
    }
}
