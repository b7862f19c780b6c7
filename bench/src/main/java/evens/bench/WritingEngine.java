package evens.bench;

import evens.cluster.codec.EventPublisher;

/** Our exchange as a node runs it: every event is written as the feed keeps it, with its hash. */
final class WritingEngine extends EvensEngine {
    private final Rehearsal rehearsal;
    private final EventPublisher events;

    WritingEngine(Rehearsal rehearsal) {
        this(rehearsal, new EventPublisher());
    }

    private WritingEngine(Rehearsal rehearsal, EventPublisher events) {
        super(rehearsal, events);
        this.rehearsal = rehearsal;
        this.events = events;
    }

    @Override
    void begin() {
        events.clear();
    }

    /** What the exchange said last. */
    EventPublisher events() {
        return events;
    }

    @Override
    public Tally tally() {
        return rehearsal.tallyWritten(events.hash());
    }
}
