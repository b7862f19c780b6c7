package evens.sim;

import static evens.sim.Faults.body;
import static evens.sim.Faults.call;
import static evens.sim.Faults.callOther;
import static evens.sim.Faults.forget;
import static evens.sim.Faults.limitExcluded;
import static evens.sim.Faults.neverTheSame;
import static evens.sim.Faults.readOther;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults planted in the exchange: a simulator that does not find them proves nothing. */
@Tag("sim")
class CanaryTest {
    /** Seeds instead of seconds: a slow machine finds the same. */
    private static final String SEEDS = "2000";

    @Test
    void fillsAreRoundedDown() {
        finds("evens.model.Money", "nearest", body(CanaryTest::roundDown));
    }

    @Test
    void commissionIsTakenFromTheLargerAmount() {
        finds("evens.core.orders.Placing", "match", callOther("Math", "min", "max"));
    }

    @Test
    void everyMakerIsThoughtToPay() {
        finds("evens.core.orders.Plan", "meet", call("Position", "affords", CanaryTest::yes));
    }

    @Test
    void everyTakerIsThoughtToPay() {
        finds("evens.core.orders.Placing", "judge", call("Position", "affords", CanaryTest::yes));
    }

    @Test
    void theSecondOfferOfAMakerForgetsTheFirstFill() {
        finds(
                "evens.core.orders.Plan",
                "meet",
                call("Position", "plan", code -> code.pop2().pop2().pop2()));
    }

    @Test
    void aPlanLeavesTracesInPositions() {
        finds("evens.core.orders.Plan", "forgetPositions", body(CodeBuilder::return_));
    }

    @Test
    void theRestOfATrimmedMakerStays() {
        finds("evens.core.orders.Plan", "isTrimmed", body(CanaryTest::no));
    }

    @Test
    void whatOnlyARefusedPlanBrokeIsCancelled() {
        finds("evens.core.orders.Plan", "isPennilessByPlan", body(CanaryTest::no));
    }

    @Test
    void theNewestOfALevelIsServedFirst() {
        finds("evens.core.book.Level", "first", readOther("first", "last"));
    }

    @Test
    void ownOrdersAreMatched() {
        finds("evens.core.orders.Plan", "make", neverTheSame());
    }

    @Test
    void aSuspendedGameTakesOrders() {
        finds("evens.core.catalog.Game", "isOpen", body(code -> code.iconst_1().ireturn()));
    }

    @Test
    void anybodyCancelsAnything() {
        finds(
                "evens.core.orders.Cancelling",
                "check",
                call("Order", "owner", code -> code.pop().lload(0)));
    }

    @Test
    void whatWasFilledExpiresAllTheSame() {
        finds(
                "evens.core.orders.OpenOrders",
                "remove",
                call("Deadlines", "remove", CodeBuilder::pop2));
    }

    @Test
    void deadlinesComeAMomentLate() {
        finds("evens.cluster.log.LogAdapter", "advance", limitExcluded());
    }

    @Test
    void nobodySetsTheAlarmAfterARestart() {
        finds("evens.cluster.log.LogAdapter", "onNewTerm", body(CodeBuilder::return_));
    }

    @Test
    void equalDeadlinesOfEqualNumbersHaveNoOrder() {
        finds(
                "evens.core.base.Due",
                "isBefore",
                call("Due", "dueKind", code -> code.pop().iconst_0()));
    }

    @Test
    void aSnapshotForgetsWhatWasFilled() {
        finds(
                "evens.core.orders.OpenOrders",
                "hear",
                call("Order", "fill", code -> code.pop2().pop()));
    }

    @Test
    void aSnapshotForgetsACounter() {
        finds("evens.core.ledger.Ledger", "hear", forget("lastWagerRequest"));
    }

    @Test
    void aSnapshotForgetsInWhichOrderOrdersClosed() {
        finds(
                "evens.core.orders.OrderTable",
                "hear",
                callOther("ArrayDeque", "addLast", "addFirst"));
    }

    @Test
    void withoutAFaultNothingIsFound() {
        CodeTransform harmless = (code, element) -> code.nop().with(element);
        Planted.Verdict verdict =
                Planted.simulate("evens.core.orders.Plan", "meet", harmless, "--seeds", "40");
        assertThat(verdict.output()).contains("violations 0");
        assertThat(verdict.exitCode()).isZero();
    }

    private static void finds(String type, String method, CodeTransform fault) {
        long started = System.nanoTime();
        Planted.Verdict verdict = Planted.simulate(type, method, fault, "--seeds", SEEDS);
        assertThat(verdict.output()).contains(" is red: ", "repeat with: ");
        assertThat(verdict.exitCode()).isEqualTo(1);
        System.out.printf(
                "canary in %s.%s found in %.1f s%n",
                type, method, (System.nanoTime() - started) / 1e9);
    }

    private static void roundDown(CodeBuilder code) {
        MethodTypeDesc ofTwoLongs = MethodTypeDesc.ofDescriptor("(JJ)J");
        code.lload(0).lload(2).lmul().lload(4);
        code.invokestatic(ConstantDescs.CD_Long, "divideUnsigned", ofTwoLongs).lreturn();
    }

    /** In place of a question with three arguments. */
    private static void yes(CodeBuilder code) {
        code.pop2().pop2().pop2().iconst_1();
    }

    private static void no(CodeBuilder code) {
        code.iconst_0().ireturn();
    }
}
