package evens.bench;

/** What a stream of commands is made of. Shares are in percent and make 100 together. */
enum Shape {
    /** A market that is quoted by programs: hardly anything but orders that change their price. */
    A(1_000, 9, 3, 6),
    /** A betting market: orders come, and most of them go unmatched. */
    B(3_500, 50, 0, 42);

    /** Prices, from 0; half of them are where each side mostly rests. */
    static final int PRICES = 350;

    /** How many orders rest when the clock starts, and about how many stay. */
    final int resting;

    final int placePercent;
    final int takePercent;
    final int cancelPercent;

    /** The rest: a move, after which the same order stands at another price, behind the others. */
    Shape(int resting, int placePercent, int takePercent, int cancelPercent) {
        this.resting = resting;
        this.placePercent = placePercent;
        this.takePercent = takePercent;
        this.cancelPercent = cancelPercent;
    }
}
