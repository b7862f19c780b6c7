package evens.bench;

/** An exchange, or the heart of one, that carries out a workload once. */
interface Engine {
    /** Carries out the commands from one up to, but without, another. This is what is timed. */
    void run(int from, int to);

    /** What they led to. May be asked once, after the last command. */
    Tally tally();
}
