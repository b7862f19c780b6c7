package evens.race;

import evens.race.seen.Act;
import java.util.ArrayList;
import java.util.List;

/** Where all clients of a race write down what they asked and were answered. Any thread. */
final class Diary {
    private final List<Act> acts = new ArrayList<>();
    private int lines;

    /** A number that no other line has. */
    synchronized int newLine() {
        lines++;
        return lines;
    }

    synchronized void add(Act act) {
        acts.add(act);
    }

    synchronized List<Act> acts() {
        return List.copyOf(acts);
    }
}
