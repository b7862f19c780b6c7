package evens.bench;

/** Our exchange alone: every event is told to a listener, as a peer hands out its own. */
final class TellingEngine extends EvensEngine {
    private final Rehearsal rehearsal;
    private final Listener listener;

    TellingEngine(Rehearsal rehearsal) {
        this(rehearsal, new Listener());
    }

    private TellingEngine(Rehearsal rehearsal, Listener listener) {
        super(rehearsal, listener);
        this.rehearsal = rehearsal;
        this.listener = listener;
    }

    @Override
    void begin() {}

    Listener listener() {
        return listener;
    }

    @Override
    public Tally tally() {
        return rehearsal.tallyTold(listener.sum());
    }
}
