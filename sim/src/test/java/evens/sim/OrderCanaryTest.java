package evens.sim;

import static evens.sim.Faults.body;
import static evens.sim.Faults.call;
import static evens.sim.Faults.constant;
import static evens.sim.Faults.forget;
import static evens.sim.Faults.neverTheSame;
import static evens.sim.Planted.finds;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults planted in what is done with orders: epochs, leases, keys, delays, pauses and edits. */
@Tag("sim")
class OrderCanaryTest {
    private static final long DAY = 86_400_000;
    private static final long TEN_DOLLARS = 10_000_000;

    private static final ClassDesc ACCOUNT = ClassDesc.of("evens.core.ledger.Account");
    private static final ClassDesc POSITION = ClassDesc.of("evens.core.ledger.Position");
    private static final ClassDesc DUE = ClassDesc.of("evens.core.base.Due");
    private static final ClassDesc DEADLINES = ClassDesc.of("evens.core.base.Deadlines");
    private static final ClassDesc LEASE = ClassDesc.of("evens.core.ledger.Lease");
    private static final ClassDesc SWEEPING = ClassDesc.of("evens.core.orders.Sweeping");
    private static final ClassDesc EDITING = ClassDesc.of("evens.core.orders.Editing");
    private static final ClassDesc EXECUTION = ClassDesc.of("evens.core.orders.Execution");
    private static final ClassDesc OPEN_ORDERS = ClassDesc.of("evens.core.orders.OpenOrders");
    private static final ClassDesc BOOK = ClassDesc.of("evens.core.book.Book");
    private static final ClassDesc ORDER = ClassDesc.of("evens.core.book.Order");
    private static final ClassDesc ENDING = ClassDesc.of("evens.model.Ending");
    private static final ClassDesc EVENTS = ClassDesc.of("evens.model.Events");
    private static final ClassDesc OUTCOME = ClassDesc.of("evens.model.Outcome");
    private static final ClassDesc ORDER_TYPE = ClassDesc.of("evens.model.OrderType");
    private static final ClassDesc REJECT = ClassDesc.of("evens.model.Reject");

    @Test
    void aPauseRaisesNoEpoch() {
        finds(
                "evens.core.orders.Pausing",
                "pause",
                call("Sweeping", "raise", code -> code.pop().pop2().pop()));
    }

    @Test
    void whatWasSentBeforeAKillIsPlaced() {
        finds("evens.core.ledger.Fence", "isStale", body(OrderCanaryTest::no));
    }

    @Test
    void aKillByAnotherConnectionIsForgottenByTheNext() {
        finds("evens.core.ledger.Fence", "raise", forget("epochByOthers"));
    }

    @Test
    void aSnapshotForgetsWhoRaisedAnEpoch() {
        finds("evens.core.ledger.Fence", "hear", forget("connection"));
    }

    @Test
    void aSnapshotForgetsALatch() {
        finds(
                "evens.core.ledger.Ledger",
                "hear",
                call("Event$AccountStated", "latched", code -> code.pop().iconst_0()));
    }

    @Test
    void aSnapshotForgetsALease() {
        finds(
                "evens.core.ledger.Ledger",
                "hear",
                call("Event$AccountStated", "leaseUntilMillis", code -> code.pop().lconst_0()));
    }

    @Test
    void aLeaseFiresTwice() {
        finds(
                "evens.core.orders.Sweeping",
                "lapse",
                call("Lease", "account", OrderCanaryTest::armedAgain));
    }

    @Test
    void aSnapshotForgetsAKey() {
        finds("evens.core.Exchange", "hear", call("Keys", "hear", CodeBuilder::pop2));
    }

    @Test
    void aKeyIsRememberedAMomentTooLong() {
        finds("evens.core.keys.Keys", "forget", constant(DAY, DAY + 1));
    }

    @Test
    void twoKeysOfOneNumberAreOne() {
        finds(
                "evens.core.keys.Keys",
                "find",
                call("Key", "is", code -> code.pop2().pop2().pop2().iconst_1()));
    }

    @Test
    void anEditThatIsRefusedCancels() {
        finds(
                "evens.core.orders.Editing",
                "edit",
                call("Execution", "plan", OrderCanaryTest::cancelledIfRefused));
    }

    @Test
    void anEditIsDoneWhateverItsOwnerBelievesIsLeft() {
        finds("evens.core.orders.Editing", "isMistaken", body(OrderCanaryTest::no));
    }

    @Test
    void ownOffersAreAnotherSide() {
        finds("evens.core.orders.Editing", "hasOtherSide", neverTheSame());
    }

    @Test
    void cancelAllForgetsWhatWaits() {
        finds(
                "evens.core.orders.OpenOrders",
                "delay",
                call("OpenOrders", "beOpen", CodeBuilder::pop2));
    }

    @Test
    void whatHasWaitedTooLongIsTriedAllTheSame() {
        finds(
                "evens.core.Exchange",
                "runNextDeadline",
                call("Delay", "dueMillis", code -> code.pop().lload(1)));
    }

    @Test
    void aSnapshotForgetsHowLongAnOrderWaits() {
        finds(
                "evens.core.orders.OpenOrders",
                "hear",
                call("Event$OrderStated", "untilMillis", code -> code.pop().lconst_1()));
    }

    @Test
    void aPausedOrderIsMatched() {
        finds(
                "evens.core.orders.OpenOrders",
                "pause",
                call("Book", "remove", CodeBuilder::pop2)
                        .andThen(call("Book", "setAside", CodeBuilder::pop2)));
    }

    @Test
    void anArbRestsHoweverGoodTheOtherSideIs() {
        finds("evens.core.orders.Execution", "isTooFar", body(OrderCanaryTest::no));
    }

    @Test
    void fillOrKillMissesNothing() {
        finds("evens.core.orders.Execution", "judgeByType", constant(TEN_DOLLARS, 0));
    }

    @Test
    void aSnapshotForgetsADefaultExpiry() {
        finds(
                "evens.core.ledger.Ledger",
                "hear",
                call("Event$AccountStated", "defaultExpiryMinutes", code -> code.pop().iconst_0()));
    }

    @Test
    void aResumedOrderStaysPausedInTheHistory() {
        finds("evens.store.OrderRow", "resumed", body(CodeBuilder::return_));
    }

    @Test
    void whatIsRefusedAfterItsDelayStaysOpenInTheHistory() {
        finds("evens.store.OrderRow", "rejected", body(CodeBuilder::return_));
    }

    /** In place of a question for whose a lease is: it is armed once more, for a moment later. */
    private static void armedAgain(CodeBuilder code) {
        MethodTypeDesc ofNothing = MethodTypeDesc.ofDescriptor("()J");
        MethodTypeDesc add = MethodTypeDesc.of(ConstantDescs.CD_void, DUE, ConstantDescs.CD_long);
        code.aload(0).getfield(SWEEPING, "deadlines", DEADLINES).aload(1);
        code.aload(1).invokevirtual(LEASE, "dueMillis", ofNothing).lconst_1().ladd();
        code.invokevirtual(DEADLINES, "add", add);
        code.invokevirtual(LEASE, "account", MethodTypeDesc.of(ACCOUNT));
    }

    /** In place of a plan: where it is refused, what was to be replaced ends. */
    private static void cancelledIfRefused(CodeBuilder code) {
        MethodTypeDesc cancel = MethodTypeDesc.of(ConstantDescs.CD_void, ORDER, ENDING, EVENTS);
        MethodTypeDesc plan =
                MethodTypeDesc.of(
                        REJECT,
                        POSITION,
                        BOOK,
                        OUTCOME,
                        ConstantDescs.CD_int,
                        ConstantDescs.CD_long,
                        ORDER_TYPE,
                        EVENTS);
        int order = 23;
        int events = 21;
        code.invokevirtual(EXECUTION, "plan", plan).dup();
        code.ifThen(
                Opcode.IFNONNULL,
                refused ->
                        refused.aload(0)
                                .getfield(EDITING, "openOrders", OPEN_ORDERS)
                                .aload(order)
                                .getstatic(ENDING, "USER", ENDING)
                                .aload(events)
                                .invokevirtual(OPEN_ORDERS, "cancel", cancel));
    }

    private static void no(CodeBuilder code) {
        code.iconst_0().ireturn();
    }
}
