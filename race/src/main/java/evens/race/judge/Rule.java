package evens.race.judge;

import java.util.function.Consumer;

/** One thing that must be so, whatever the order in which things happened. */
interface Rule {
    /** The rule as a sentence. */
    String says();

    /** Tells each case in which it is not so. */
    void check(CaseFile file, Consumer<String> found);
}
