package evens.bench;

/**
 * Commands and what they lead to.
 *
 * @param clockStarts the first command that is timed; those before it fill the book
 * @param orders the highest number of an order
 * @param outcome the state after the last command, by the book that made them up
 */
record Workload(Stream stream, int clockStarts, int orders, Tally outcome) {
    int timed() {
        return stream.size() - clockStarts;
    }
}
