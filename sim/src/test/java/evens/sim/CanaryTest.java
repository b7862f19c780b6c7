package evens.sim;

import static evens.sim.Faults.body;
import static evens.sim.Faults.call;
import static evens.sim.Faults.callOther;
import static evens.sim.Faults.forget;
import static evens.sim.Faults.halvesRoundedUp;
import static evens.sim.Faults.limitExcluded;
import static evens.sim.Faults.neverTheSame;
import static evens.sim.Faults.readOther;
import static evens.sim.Faults.without;
import static evens.sim.Planted.SEEDS;
import static evens.sim.Planted.finds;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Faults planted in the exchange and behind it: a simulator that does not find them proves nothing.
 */
@Tag("sim")
class CanaryTest {
    private static final ClassDesc POSITION = ClassDesc.of("evens.core.ledger.Position");
    private static final ClassDesc CURVE = ClassDesc.of("evens.core.ledger.Curve");
    private static final ClassDesc ACCOUNT = ClassDesc.of("evens.core.ledger.Account");
    private static final ClassDesc RECORDED_FEED = ClassDesc.of("evens.model.RecordedFeed");
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

    @Test
    void fillsAreRoundedDown() {
        finds("evens.model.Money", "nearest", body(CanaryTest::roundDown));
    }

    @Test
    void commissionIsTakenFromTheLargerAmount() {
        finds("evens.core.ledger.Payoff", "feeIfLost", callOther("Math", "min", "max"));
    }

    @Test
    void everyMakerIsThoughtToPay() {
        finds("evens.core.orders.Plan", "affords", call("Position", "affords", CanaryTest::yes));
    }

    @Test
    void everyTakerIsThoughtToPay() {
        finds(
                "evens.core.orders.Execution",
                "judgeByFunds",
                call("Position", "affords", CanaryTest::yes)
                        .andThen(call("Position", "affordsPlan", code -> code.pop().iconst_1())));
    }

    @Test
    void theSecondOfferOfAMakerForgetsTheFirstFill() {
        finds(
                "evens.core.orders.Plan",
                "count|forgetPositions",
                call("Position", "plan", CanaryTest::nothing)
                        .andThen(call("Position", "forget", CanaryTest::nothing)));
    }

    @Test
    void theSecondOfferOfAMakerForgetsWhatTheFirstPledged() {
        finds("evens.core.ledger.Position", "pledge", forget("pledged"));
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
                "cancel",
                call("Account", "id", code -> code.pop().lload(1)));
    }

    @Test
    void whatWasFilledExpiresAllTheSame() {
        finds(
                "evens.core.orders.OpenOrders",
                "discard",
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
        finds("evens.core.ledger.Wagers", "hear", forget("lastWagerRequest"));
    }

    @Test
    void aSnapshotForgetsWhichPlacesAreUsedAgain() {
        finds(
                "evens.core.orders.OrderTable",
                "hear",
                call("OrderTable", "appendClosed", CodeBuilder::pop2));
    }

    @Test
    void theSmallerHalfOfAQuarterIsOnTheUpperNumber() {
        finds("evens.core.ledger.Payoff", "number", halvesRoundedUp());
    }

    @Test
    void quartersAreChargedAsOnePart() {
        finds(
                "evens.core.ledger.Payoff",
                "feeIfWon",
                call("Market", "isQuarter", code -> code.pop().iconst_0()));
    }

    @Test
    void theWorstTotalIsLeftOut() {
        finds(
                "evens.core.ledger.Position",
                "worst",
                call("Position", "worstTotal", code -> code.pop().lconst_0()));
    }

    @Test
    void spreadsHedgeWhatMayStillBeVoid() {
        finds("evens.core.ledger.Position", "atMargin", body(CanaryTest::allMarketsAtOnce));
    }

    @Test
    void theHandicapOfTheHomeParticipantIsNotTurnedRound() {
        finds("evens.core.catalog.Game", "book", without(Opcode.INEG));
    }

    @Test
    void creditIsPaidOut() {
        finds("evens.core.ledger.Account", "withdrawable", body(CanaryTest::available));
    }

    @Test
    void aBannedAccountKeepsItsOrders() {
        finds(
                "evens.core.Exchange",
                "change",
                call("Sweeping", "ban", code -> code.pop().pop2().pop()));
    }

    @Test
    void aSuspendedExchangeTakesOrders() {
        finds(
                "evens.core.orders.Admission",
                "ofGame",
                call("Catalog", "isSuspended", code -> code.pop().iconst_0()));
    }

    @Test
    void aGameThatStartsAnewIsStillDueAtItsOldStart() {
        finds(
                "evens.core.catalog.Catalog",
                "change",
                call("Deadlines", "remove", CodeBuilder::pop2)
                        .andThen(call("Catalog", "waitForStart", CodeBuilder::pop2)));
    }

    @Test
    void aGameBecomesASpecial() {
        finds(
                "evens.core.catalog.Game",
                "isDescribedBy",
                call("GameTerms", "specials", code -> code.pop().iconst_0()));
    }

    @Test
    void anOperatorIsAlwaysThoughtToForce() {
        finds(
                "evens.core.ledger.Ledger",
                "change",
                call("Command$ChangeAccount", "force", code -> code.pop().iconst_1()));
    }

    @Test
    void aSnapshotForgetsABan() {
        finds(
                "evens.core.ledger.Ledger",
                "hear",
                call("Event$AccountStated", "banned", code -> code.pop().iconst_0()));
    }

    @Test
    void aCancelledOrderStaysOpenInTheHistory() {
        finds("evens.store.OrderRow", "cancelled", call("OrderRow", "end", CanaryTest::noEnd));
    }

    @Test
    void whatWasFilledBeforeABatchIsForgottenByIt() {
        finds("evens.store.OrderRow", "cancelled", forget("filled"));
    }

    @Test
    void theHistoryIsAheadOfItsRowsAfterAFailure() {
        finds("evens.store.Database", "run", callOther("Jdbi", "inTransaction", "withHandle"));
    }

    @Test
    void aBatchIsAppliedAgainAfterAStop() {
        finds("evens.store.Applied", "advance", body(code -> code.iconst_1().ireturn()));
    }

    @Test
    void theFirstStepAfterAStopIsSkipped() {
        finds(
                "evens.store.CatchingUp",
                "stepsBehind",
                call("List", "subList", CanaryTest::withoutTwo));
    }

    @Test
    void theFeedForgetsWhatIsNotOnDisk() {
        finds(
                "evens.store.CatchingUp",
                "keepFrom",
                call("RecordedFeed", "keepFrom", CanaryTest::keepNothing));
    }

    @Test
    void whatWasRecordedIsNotSynced() {
        finds("evens.cluster.feed.RecordedFeed", "sync", body(CodeBuilder::return_));
    }

    @Test
    void whatIsFoundIsShrunk() {
        CodeTransform fault = call("OrderRow", "end", CanaryTest::noEnd);
        Planted.Verdict verdict =
                Planted.simulate("evens.store.OrderRow", "cancelled", fault, "--seeds", SEEDS);
        assertThat(verdict.output())
                .containsPattern("\n[0-9]{1,2} of its [0-9]+ actions are enough:\n  Send")
                .contains("PlaceOrders[");
    }

    @Test
    void withoutAFaultNothingIsFound() {
        CodeTransform harmless = (code, element) -> code.nop().with(element);
        Planted.Verdict verdict =
                Planted.simulate("evens.core.orders.Plan", "meet", harmless, "--seeds", "40");
        assertThat(verdict.output()).contains("violations 0");
        assertThat(verdict.exitCode()).isZero();
    }

    private static void roundDown(CodeBuilder code) {
        MethodTypeDesc ofTwoLongs = MethodTypeDesc.ofDescriptor("(JJ)J");
        code.lload(0).lload(2).lmul().lload(4);
        code.invokestatic(ConstantDescs.CD_Long, "divideUnsigned", ofTwoLongs).lreturn();
    }

    /** In place of a question, or of a deed, with market, outcome, two amounts and a rate. */
    private static void yes(CodeBuilder code) {
        nothing(code);
        code.iconst_1();
    }

    private static void nothing(CodeBuilder code) {
        code.pop().pop2().pop2().pop().pop().pop();
    }

    /** The sum of moneyline and spread is counted where it is below 0, not each of them. */
    private static void allMarketsAtOnce(CodeBuilder code) {
        MethodTypeDesc value = MethodTypeDesc.ofDescriptor("(I)J");
        MethodTypeDesc min = MethodTypeDesc.ofDescriptor("(JJ)J");
        code.lconst_0();
        code.aload(0).getfield(POSITION, "moneyline", CURVE).iload(1);
        code.invokevirtual(CURVE, "value", value);
        code.lload(2).ladd();
        code.invokestatic(MATH, "min", min);
        code.lconst_0();
        code.aload(0).getfield(POSITION, "threeWay", CURVE).iload(1);
        code.invokevirtual(CURVE, "value", value);
        code.invokestatic(MATH, "min", min);
        code.ladd().lreturn();
    }

    private static void available(CodeBuilder code) {
        code.aload(0).getfield(ACCOUNT, "balance", ConstantDescs.CD_long);
        code.aload(0).getfield(ACCOUNT, "creditLimit", ConstantDescs.CD_long).lsub();
        code.aload(0).getfield(ACCOUNT, "liability", ConstantDescs.CD_long).ladd().lreturn();
    }

    private static void noEnd(CodeBuilder code) {
        code.pop2().pop2();
    }

    /** In place of the list without its first. */
    private static void withoutTwo(CodeBuilder code) {
        MethodTypeDesc ofTwoInts = MethodTypeDesc.ofDescriptor("(II)I");
        MethodTypeDesc subList = MethodTypeDesc.ofDescriptor("(II)Ljava/util/List;");
        int size = code.allocateLocal(TypeKind.INT);
        code.istore(size).pop().iconst_2().iload(size);
        code.invokestatic(MATH, "min", ofTwoInts);
        code.iload(size).invokeinterface(ConstantDescs.CD_List, "subList", subList);
    }

    private static void keepNothing(CodeBuilder code) {
        MethodTypeDesc ofALong = MethodTypeDesc.ofDescriptor("(J)V");
        code.pop2().loadConstant(Long.MAX_VALUE);
        code.invokeinterface(RECORDED_FEED, "keepFrom", ofALong);
    }

    private static void no(CodeBuilder code) {
        code.iconst_0().ireturn();
    }
}
