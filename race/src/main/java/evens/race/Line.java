package evens.race;

import evens.race.seen.Answer;
import evens.race.seen.Ask;
import java.util.concurrent.CompletableFuture;

/** A way to the exchange. Whatever goes over it is written into the diary. */
interface Line {
    /** Asks, and does not wait if the line can carry more meanwhile. */
    CompletableFuture<Answer> send(Ask ask);

    /** Asks and waits. */
    default Answer ask(Ask ask) {
        return send(ask).join();
    }
}
