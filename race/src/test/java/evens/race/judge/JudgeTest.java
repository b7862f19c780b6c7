package evens.race.judge;

import static evens.race.judge.Records.GAME;
import static evens.race.judge.Records.aside;
import static evens.race.judge.Records.bet;
import static evens.race.judge.Records.cancelled;
import static evens.race.judge.Records.fill;
import static evens.race.judge.Records.live;
import static evens.race.judge.Records.making;
import static evens.race.judge.Records.over;
import static evens.race.judge.Records.row;
import static evens.race.judge.Records.taking;
import static org.assertj.core.api.Assertions.assertThat;

import evens.race.seen.Act;
import evens.race.seen.Ask;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A judge that can not find what is wrong is a defect: each line here is a case for one rule. */
class JudgeTest {
    private static final Ask CANCEL_ALL = new Ask.CancelAll(false);
    private static final Ask LATCH = new Ask.CancelAll(true);
    private static final Ask PAUSE = new Ask.Pause(null);
    private static final Ask RELEASE = new Ask.ReleaseLatch();

    private record Case(String what, String rule, Records records) {}

    /** Two accounts, matches, kills of each kind, a pause and a resume, all as it must be. */
    private static Records clean() {
        return new Records()
                .placed(1, bet("a", 10), "o1", 10)
                .placed(2, bet("b", 4), "o2", 0, fill("t1", "o2", "o1", 4))
                .rest(1, PAUSE, aside("o1", 4, 6))
                .resumed(1, "o1")
                .placed(2, bet("b", 1), "o3", 0, fill("t2", "o3", "o1", 1))
                .rest(1, CANCEL_ALL, cancelled("o1", 5, 5))
                .rest(1, CANCEL_ALL)
                .socket(1, LATCH)
                .refused(1, true, bet("a", 1), "trading is latched")
                .rest(1, RELEASE)
                .placed(1, true, 3, bet("a", 7), "o4", 7)
                .rest(1, new Ask.Cancel("o4"), cancelled("o4", 0, 7))
                .rest(1, new Ask.Cancel("o4"), over("o4"))
                .placed(1, bet("a", 3), "o5", 3)
                .rest(Act.OPERATOR, new Ask.Suspend(GAME))
                .refused(2, false, bet("b", 1), "game is not open")
                .rest(Act.OPERATOR, new Ask.Open(GAME));
    }

    /** The same, and what both have when it is over. Whatever is found behind it is behind it. */
    private static Records right() {
        return clean().open(1, row("o5", 3, 0))
                .paused(1)
                .matched(1, making("t1", "o1", "a", 4), making("t2", "o1", "a", 1))
                .open(2)
                .matched(2, taking("t1", "o1", "o2", "b", 4), taking("t2", "o1", "o3", "b", 1))
                .balanced("0.000000");
    }

    @Test
    void whatIsAsItMustBePasses() {
        assertThat(Judge.judge(right().acts())).isEmpty();
    }

    @TestFactory
    List<DynamicTest> findsWhatIsWrong() {
        return cases().stream()
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.what(),
                                () ->
                                        assertThat(Judge.judge(one.records().acts()))
                                                .as(one.what())
                                                .anyMatch(line -> line.startsWith(one.rule()))))
                .toList();
    }

    private static List<Case> cases() {
        return List.of(
                new Case("a request fails", "every request is answered", right().defect(1)),
                new Case(
                        "a fill after the cancel of the order",
                        "an order that was cancelled is over",
                        right().placed(2, bet("b", 2), "o6", 0, fill("t3", "o6", "o4", 2))),
                new Case(
                        "a fill after it was said to be cancelled already",
                        "an order that was cancelled is over",
                        new Records()
                                .placed(1, bet("a", 7), "o1", 7)
                                .rest(1, new Ask.Cancel("o1"), over("o1"))
                                .placed(2, bet("b", 2), "o2", 0, fill("t1", "o2", "o1", 2))),
                new Case(
                        "an order is cancelled twice",
                        "an order that was cancelled is over",
                        right().rest(1, CANCEL_ALL, cancelled("o4", 0, 7))),
                new Case(
                        "an order is open after a kill that did not name it",
                        "no order outlives a kill",
                        right().rest(1, CANCEL_ALL).open(1, row("o5", 3, 0))),
                new Case(
                        "an order is filled after a kill of its game",
                        "no order outlives a kill",
                        right().rest(1, new Ask.CancelGame(GAME, "moneyline", "a"))
                                .placed(2, bet("b", 3), "o6", 0, fill("t3", "o6", "o5", 3))),
                new Case(
                        "an order is open after a kill of its league",
                        "no order outlives a kill",
                        right().rest(1, new Ask.CancelLeague("L")).open(1, row("o5", 3, 0))),
                new Case(
                        "an order is open after a kill of its reference",
                        "no order outlives a kill",
                        right().rest(1, new Ask.CancelReferences(GAME, List.of("r1")))
                                .open(1, row("o5", 3, 0))),
                new Case(
                        "an order is open after its lease was over",
                        "no order outlives a kill",
                        right().rest(1, new Ask.Beat(100))
                                .later(2)
                                .rest(2, CANCEL_ALL)
                                .open(1, row("o5", 3, 0))),
                new Case(
                        "an order is paused after a kill",
                        "no order outlives a kill",
                        right().rest(1, CANCEL_ALL).paused(1, row("o5", 3, 0))),
                new Case(
                        "an order in its live delay outlives a kill behind it on its socket",
                        "no order outlives a kill",
                        new Records()
                                .together()
                                .step(9)
                                .placed(1, true, Ask.NO_EPOCH, live("a", 7), "o1", 7)
                                .step(5)
                                .socket(1, CANCEL_ALL)),
                new Case(
                        "an old epoch is accepted after a kill by somebody else",
                        "what says an old epoch is refused",
                        right().rest(1, CANCEL_ALL, cancelled("o5", 0, 3))
                                .placed(1, true, 3, bet("a", 2), "o6", 2)),
                new Case(
                        "the place behind a kill on one socket is refused",
                        "what came after a kill is kept",
                        new Records()
                                .together()
                                .socket(1, CANCEL_ALL)
                                .refused(1, true, bet("a", 2), "stale epoch")),
                new Case(
                        "a place after the answer to a kill is refused",
                        "what came after a kill is kept",
                        new Records()
                                .rest(1, CANCEL_ALL)
                                .refused(1, true, bet("a", 2), "stale epoch")),
                new Case(
                        "latched after the release",
                        "what came after a kill is kept",
                        right().refused(1, true, bet("a", 2), "trading is latched")),
                new Case(
                        "a step before one that was answered",
                        "steps follow time",
                        right().step(2).rest(2, CANCEL_ALL)),
                new Case(
                        "a list that does not know what was answered",
                        "steps follow time",
                        right().step(3).open(1, row("o5", 3, 0))),
                new Case(
                        "frames of a socket in another order",
                        "steps follow time",
                        new Records()
                                .together()
                                .step(7)
                                .socket(1, CANCEL_ALL)
                                .step(6)
                                .socket(1, CANCEL_ALL)),
                new Case(
                        "a cancel releases too much",
                        "stakes add up",
                        right().rest(1, CANCEL_ALL, cancelled("o5", 0, 4))),
                new Case(
                        "a cancel does not know of a fill",
                        "stakes add up",
                        new Records()
                                .placed(1, bet("a", 10), "o1", 10)
                                .placed(2, bet("b", 4), "o2", 0, fill("t1", "o2", "o1", 4))
                                .rest(1, CANCEL_ALL, cancelled("o1", 0, 10))
                                .matched(1, making("t1", "o1", "a", 4))
                                .matched(2, taking("t1", "o1", "o2", "b", 4))),
                new Case(
                        "an order is nowhere",
                        "stakes add up",
                        right().placed(1, bet("a", 3), "o6", 3).open(1).paused(1)),
                new Case(
                        "an order is open that nobody placed",
                        "stakes add up",
                        right().open(1, row("o5", 3, 0), row("o9", 3, 0))),
                new Case(
                        "more rests than is left of the stake",
                        "stakes add up",
                        right().placed(2, bet("b", 4), "o6", 4, fill("t3", "o6", "o5", 1))),
                new Case(
                        "a second kill finds an order",
                        "a second kill finds nothing",
                        right().rest(2, CANCEL_ALL).rest(2, CANCEL_ALL, cancelled("o9", 0, 3))),
                new Case(
                        "an order is accepted under a latch",
                        "a latch holds",
                        right().rest(1, LATCH, cancelled("o5", 0, 3))
                                .placed(1, bet("a", 2), "o6", 2)),
                new Case(
                        "an order is resumed under a latch",
                        "a latch holds",
                        right().rest(1, LATCH, cancelled("o5", 0, 3)).resumed(1, "o5")),
                new Case(
                        "a paused order is filled",
                        "a paused order is matched by nobody",
                        right().rest(1, PAUSE, aside("o5", 0, 3))
                                .placed(2, bet("b", 2), "o6", 0, fill("t3", "o6", "o5", 2))
                                .resumed(1, "o5")),
                new Case(
                        "an order is open after a pause that did not name it",
                        "a paused order is matched by nobody",
                        right().rest(1, PAUSE).open(1, row("o5", 3, 0))),
                new Case(
                        "an order is accepted while its game is suspended",
                        "nothing happens on a game that is not open",
                        right().rest(Act.OPERATOR, new Ask.Suspend(GAME))
                                .placed(2, bet("b", 2), "o6", 2)
                                .rest(Act.OPERATOR, new Ask.Open(GAME))),
                new Case(
                        "an order is open after its game has started",
                        "nothing happens on a game that is not open",
                        right().rest(Act.OPERATOR, new Ask.Start(GAME, 100))
                                .refused(2, false, bet("b", 2), "game is not open")
                                .open(1, row("o5", 3, 0))),
                new Case(
                        "a game never starts",
                        "nothing happens on a game that is not open",
                        new Records().rest(Act.OPERATOR, new Ask.Start(GAME, 100))),
                new Case(
                        "a match nobody has",
                        "every match has two halves",
                        right().placed(2, bet("b", 1), "o6", 0, fill("t3", "o6", "o5", 1))),
                new Case(
                        "a match only its maker has",
                        "every match has two halves",
                        right().placed(2, bet("b", 1), "o6", 0, fill("t3", "o6", "o5", 1))
                                .matched(1, making("t3", "o5", "a", 1))),
                new Case(
                        "both halves are on one side",
                        "every match has two halves",
                        right().placed(2, bet("a", 1), "o6", 0, fill("t3", "o6", "o5", 1))
                                .matched(1, making("t3", "o5", "a", 1))
                                .matched(2, taking("t3", "o5", "o6", "a", 1))),
                new Case(
                        "the halves are not what the taker was told",
                        "every match has two halves",
                        right().placed(2, bet("b", 1), "o6", 0, fill("t3", "o6", "o5", 1))
                                .matched(1, making("t3", "o5", "a", 1))
                                .matched(2, taking("t3", "o5", "o6", "b", 2))),
                new Case(
                        "an account matches itself",
                        "every match has two halves",
                        right().placed(1, bet("b", 1), "o6", 0, fill("t3", "o6", "o5", 1))
                                .matched(1, making("t3", "o5", "a", 1))
                                .matched(1, taking("t3", "o5", "o6", "b", 1))),
                new Case(
                        "a match no taker was told of",
                        "every match has two halves",
                        right().matched(1, making("t7", "o1", "a", 4))),
                new Case("nobody looks for dollars", "the trial balance is 0", new Records()),
                new Case("a dollar is missing", "the trial balance is 0", right().balanced("-1")));
    }
}
