package evens.app;

import java.util.List;

/**
 * Something that was armed and that nothing but the core's state keeps. It is looked at before the
 * process is killed, after it is back, and at the end.
 */
interface Kept {
    /** Remembers all there is to see. */
    void remember();

    /** When its deadlines are, those that have passed too. */
    default List<Due> dues() {
        return List.of();
    }

    /**
     * All is as it was, but for what its deadlines have done.
     *
     * @param sinceMillis a command that was asked for at this time has been answered
     */
    void compare(long sinceMillis);

    /** Awaits its deadlines, and uses what was armed. */
    void finish();
}
