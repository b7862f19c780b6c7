package evens.bench;

/** What becomes of our events while the clock runs. */
enum Ours {
    TOLD("told"),
    WRITTEN("written and hashed as the feed keeps them");

    final String title;

    Ours(String title) {
        this.title = title;
    }

    Engine engine(Rehearsal rehearsal) {
        return switch (this) {
            case TOLD -> new TellingEngine(rehearsal);
            case WRITTEN -> new WritingEngine(rehearsal);
        };
    }
}
