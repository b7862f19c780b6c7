package evens.cluster.codec;

import evens.model.Command;
import evens.model.Command.Stamp;
import evens.model.Event;
import evens.model.GameTerms;
import evens.model.OrderState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a record that is younger than the record.
 *
 * @param since the version of the schema that has it
 * @param before what it is where the bytes are older
 * @param sample what it is in golden files
 */
record Younger(
        Class<?> kind, String part, int since, @Nullable Object before, @Nullable Object sample) {
    /** Of the schema. */
    static final int VERSION = 4;

    private static final List<Younger> ALL =
            List.of(
                    of(Event.AccountChanged.class, "forced", 2, false, true),
                    of(Event.AccountChanged.class, "defaultExpiryMinutes", 3, 0, 1_440),
                    of(Command.ChangeAccount.class, "defaultExpiryMinutes", 3, null, 1_441),
                    of(Command.PlaceOrders.class, "stamp", 3, Stamp.LATEST, new Stamp(5, 6)),
                    of(Command.CancelAllOrders.class, "latch", 3, false, true),
                    of(Command.CancelAllOrders.class, "connection", 3, 0L, 7L),
                    of(GameTerms.class, "live", 3, false, true),
                    of(Event.AccountStated.class, "epoch", 3, 0L, 11L),
                    of(Event.AccountStated.class, "connection", 3, 0L, 12L),
                    of(Event.AccountStated.class, "epochByOthers", 3, 0L, 13L),
                    of(Event.AccountStated.class, "latched", 3, false, true),
                    of(Event.AccountStated.class, "leaseUntilMillis", 3, 0L, 14L),
                    of(Event.AccountStated.class, "defaultExpiryMinutes", 3, 0, 15),
                    of(Event.OrderStated.class, "state", 3, OrderState.RESTING, OrderState.PAUSED),
                    of(Event.OrderStated.class, "untilMillis", 3, 0L, 16L),
                    of(Event.Maker.class, "postArb", 4, false, true),
                    of(Event.OrderCancelled.class, "postArb", 4, false, true));

    private static Younger of(
            Class<?> kind, String part, int since, @Nullable Object before, Object sample) {
        return new Younger(kind, part, since, before, sample);
    }

    /** Null if the part is as old as the record. */
    static @Nullable Younger of(Class<?> kind, String part) {
        return ALL.stream()
                .filter(one -> one.kind == kind && one.part.equals(part))
                .findFirst()
                .orElse(null);
    }
}
