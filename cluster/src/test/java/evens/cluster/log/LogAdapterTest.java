package evens.cluster.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.cluster.RandomSeason;
import evens.cluster.Season;
import evens.core.Exchange;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Ending;
import evens.model.Event;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.OrderType;
import evens.model.Side;
import evens.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogAdapterTest {
    private static final long START = 1_750_000_000_000L;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private record Entry(Command command, long timeMillis) {}

    /** A log of commands, whose clock stumbles now and then. */
    private static List<Entry> log(long seed, int length) {
        Random random = new Random(seed);
        RandomSeason season = new RandomSeason(random);
        List<Entry> log = new ArrayList<>();
        long now = START;
        for (Command command : Season.opening(START + Duration.ofDays(1).toMillis())) {
            log.add(new Entry(command, now));
        }
        for (int i = 0; i < length; i++) {
            now += random.nextInt(5) == 0 ? -random.nextInt(100) : random.nextInt(2000);
            log.add(new Entry(season.next(now), now));
        }
        return log;
    }

    private static Engine opened() {
        Engine engine = new Engine();
        for (Entry entry : log(0, 0)) {
            engine.command(entry.command(), 0, entry.timeMillis());
        }
        return engine;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void goingOnFromASnapshotAtAnyPointMakesNoDifference(long seed) {
        List<Entry> log = log(seed, 1500);
        Random random = new Random(seed);
        Engine straight = new Engine();
        Engine hopping = new Engine();
        List<Step> hopped = new ArrayList<>();
        int snapshots = 0;
        for (Entry entry : log) {
            straight.command(entry.command(), 9, entry.timeMillis());
            if (random.nextInt(100) == 0) {
                List<byte[]> frames = hopping.snapshot();
                hopped.addAll(hopping.steps);
                hopping = Engine.from(frames);
                snapshots++;
            }
            hopping.command(entry.command(), 9, entry.timeMillis());
        }
        hopped.addAll(hopping.steps);
        assertThat(snapshots).isGreaterThan(5);
        assertThat(hopped).isEqualTo(straight.steps);
        assertThat(straight.steps.stream().flatMap(step -> step.events().stream()))
                .hasAtLeastOneElementOfType(Event.Withdrawn.class)
                .hasAtLeastOneElementOfType(Event.Adjusted.class)
                .hasAtLeastOneElementOfType(Event.AccountChanged.class)
                .hasAtLeastOneElementOfType(Event.GameChanged.class)
                .hasAtLeastOneElementOfType(Event.ExchangeSuspended.class)
                .hasAtLeastOneElementOfType(Event.ExchangeResumed.class)
                .hasAtLeastOneElementOfType(Event.EpochRaised.class)
                .hasAtLeastOneElementOfType(Event.LatchReleased.class)
                .hasAtLeastOneElementOfType(Event.LeaseExpired.class)
                .hasAtLeastOneElementOfType(Event.OrderDelayed.class)
                .hasAtLeastOneElementOfType(Event.OrderResumed.class)
                .hasAtLeastOneElementOfType(Event.Repeated.class)
                .anyMatch(event ->
                        event instanceof Event.OrderPlaced placed
                                && placed.index() == Event.OrderPlaced.AFTER_DELAY)
                .anyMatch(event ->
                        event instanceof Event.OrderCancelled cancelled
                                && cancelled.ending() == Ending.EXPIRED);
        assertThat(matchedTypes(straight.steps)).contains(MarketType.values());
        long now = log.getLast().timeMillis();
        assertThat(hopping.hashes(now)).isEqualTo(straight.hashes(now));
        assertThat(hopping.adapter.stepHash()).isEqualTo(straight.adapter.stepHash());
        assertThat(hopping.adapter.sequence()).isEqualTo(straight.adapter.sequence());
    }

    private static Set<MarketType> matchedTypes(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.events().stream())
                .filter(Event.OrderMatched.class::isInstance)
                .map(event -> ((Event.OrderMatched) event).market().type())
                .collect(Collectors.toSet());
    }

    /**
     * But for live delays, which run behind what ends orders, however much earlier they are due.
     */
    @Test
    void theAlarmMakesNoDifferenceToWhatIsDue() {
        Engine withAlarm = new Engine();
        Engine without = new Engine();
        List<Entry> log = log(8, 1000);
        log.add(log(8, 0).size(), new Entry(new Command.ChangeLeague("NHL-LIVE", 0), START));
        for (Entry entry : log) {
            withAlarm.command(entry.command(), 9, entry.timeMillis());
            without.commandWithoutAlarm(entry.command(), 9, entry.timeMillis());
        }
        assertThat(without.steps).isEqualTo(withAlarm.steps);
    }

    @Test
    void whatIsDueIsAStepOfItsOwnBeforeTheCommand() {
        Engine engine = opened();
        engine.command(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR, 2, null), 3, START + 10);
        long before = engine.adapter.sequence();
        engine.commandWithoutAlarm(new Command.CancelAllOrders(1), 4, START + 3 * MINUTE);
        List<Step> steps = engine.steps.subList(engine.steps.size() - 2, engine.steps.size());
        assertThat(steps.get(0).sequence()).isEqualTo(before + 1);
        assertThat(steps.get(0).timeMillis()).isEqualTo(START + 10 + 2 * MINUTE);
        assertThat(((Event.OrderCancelled) steps.get(0).events().getFirst()).ending())
                .isEqualTo(Ending.EXPIRED);
        assertThat(steps.get(1).sequence()).isEqualTo(before + 2);
        assertThat(steps.get(1).timeMillis()).isEqualTo(START + 3 * MINUTE);
        assertThat(engine.correlations.subList(engine.steps.size() - 2, engine.steps.size()))
                .containsExactly(StepSink.NO_CORRELATION, 4L);
    }

    @ParameterizedTest
    @ValueSource(longs = {5_020, 5_021, 9_000})
    void aLeaseFiresBeforeTheCommandThatComesAtItsEndOrAfter(long later) {
        Engine engine = opened();
        engine.command(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR), 3, START + 10);
        engine.command(new Command.RenewLease(1, 5_000), 4, START + 20);
        engine.commandWithoutAlarm(
                Season.place(1, Season.HOME, 100, 5 * Money.DOLLAR), 5, START + later);
        List<Step> steps = engine.steps.subList(engine.steps.size() - 2, engine.steps.size());
        assertThat(steps.get(0).timeMillis()).isEqualTo(START + 5_020);
        assertThat(steps.get(0).events())
                .satisfiesExactly(
                        event -> assertThat(event).isEqualTo(new Event.LeaseExpired(1)),
                        event ->
                                assertThat(((Event.OrderCancelled) event).ending())
                                        .isEqualTo(Ending.LEASE),
                        event -> assertThat(event).isInstanceOf(Event.EpochRaised.class));
        assertThat(steps.get(1).events()).hasOnlyElementsOfType(Event.OrderPlaced.class).hasSize(1);
    }

    /**
     * What ends orders goes first, whatever was due first; a delay that is long over is not run.
     */
    @ParameterizedTest
    @CsvSource({"2_900, 5_900, AFTER_DELAY", "2_900, 6_500, EXPIRED"})
    void aDelayRunsAfterWhatEndsOrdersAndNotTooLate(String late, String now, String expected) {
        Engine engine = opened();
        engine.command(live(1, Season.LIVE_AWAY), 0, START);
        engine.command(live(2, Season.LIVE_HOME), 0, START + 3_000);
        engine.command(new Command.RenewLease(3, millis(late) - 100), 0, START + 3_000);
        engine.commandWithoutAlarm(new Command.AskHashes(), 0, START + millis(now));
        List<Step> steps = engine.steps.subList(engine.steps.size() - 3, engine.steps.size());
        assertThat(steps.get(0).events().getFirst()).isEqualTo(new Event.LeaseExpired(3));
        assertThat(steps.get(0).timeMillis()).isEqualTo(START + 2_900 + millis(late));
        assertThat(steps.get(1).timeMillis()).isEqualTo(steps.get(0).timeMillis());
        assertThat(what(steps.get(1).events().getFirst())).isEqualTo(expected);
    }

    private static long millis(String text) {
        return Long.parseLong(text.replace("_", ""));
    }

    private static String what(Event event) {
        return switch (event) {
            case Event.OrderPlaced placed ->
                    placed.index() == Event.OrderPlaced.AFTER_DELAY ? "AFTER_DELAY" : "placed";
            case Event.OrderCancelled cancelled -> cancelled.ending().name();
            default -> event.toString();
        };
    }

    private static Command live(long account, long participant) {
        return new Command.PlaceOrders(
                account,
                List.of(
                        new NewOrder(
                                Season.LIVE,
                                MarketType.MONEYLINE,
                                Side.PARTICIPANT,
                                participant,
                                0,
                                0,
                                Money.DOLLAR,
                                OrderType.LIMIT,
                                0,
                                null)));
    }

    @Test
    void whatIsRepeatedNamesTheStepInWhichItWasExecuted() {
        Engine engine = opened();
        Command once = new Command.Once(1, 2, 3, 4, 5, new Command.Deposit(1, 6));
        engine.command(once, 7, START + 1);
        long first = engine.adapter.sequence();
        engine.command(new Command.Deposit(1, 6), 8, START + 2);
        Engine next = Engine.from(engine.snapshot());
        next.command(once, 9, START + 3);
        assertThat(next.steps.getLast().events()).containsExactly(new Event.Repeated(first));
    }

    @Test
    void theLogsTimeNeverGoesBack() {
        Engine engine = opened();
        engine.command(new Command.Deposit(1, 1), 0, START + 1000);
        engine.command(new Command.Deposit(1, 1), 0, START);
        assertThat(engine.steps.getLast().timeMillis()).isEqualTo(START + 1000);
    }

    @Test
    void aRefusedCommandAndAQuestionLeaveTheStateHashAsItIs() {
        Engine engine = opened();
        engine.command(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR), 0, START + 1);
        long before = engine.hashes(START + 2).stateHash();
        engine.command(new Command.Deposit(99, 1), 0, START + 3);
        engine.command(new Command.SuspendGame(99), 0, START + 4);
        engine.command(Season.place(1, 12345, 100, 5 * Money.DOLLAR), 0, START + 5);
        assertThat(engine.hashes(START + 6).stateHash()).isEqualTo(before);
        engine.command(new Command.Deposit(1, 1), 0, START + 7);
        assertThat(engine.hashes(START + 8).stateHash()).isNotEqualTo(before);
    }

    @Test
    void theListenerHearsTheStateThatWasTold() {
        Engine engine = opened();
        engine.command(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR), 0, START + 1);
        Engine next = Engine.from(engine.snapshot());
        assertThat(next.stated)
                .hasAtLeastOneElementOfType(Event.GameCreated.class)
                .hasAtLeastOneElementOfType(Event.OrderStated.class)
                .filteredOn(Event.AccountStated.class::isInstance)
                .hasSize(Season.ACCOUNTS);
    }

    @Test
    void aDamagedSnapshotIsRefused() {
        Engine engine = opened();
        engine.command(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR), 0, START + 1);
        List<byte[]> frames = engine.snapshot();
        byte[] states = frames.get(1);
        states[states.length - 20] ^= 1;
        assertThatThrownBy(() -> Engine.from(frames)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aSnapshotThatIsCutShortIsRefused() {
        List<byte[]> frames = opened().snapshot();
        assertThatThrownBy(() -> Engine.from(frames.subList(0, frames.size() - 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cut short");
        assertThatThrownBy(() -> Engine.from(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void otherRulesGoOnFromASnapshotWithoutATailOnly() {
        Engine engine = opened();
        long before = engine.hashes(START + 1).stateHash();
        List<byte[]> frames = engine.snapshot();
        int rulesAt = frames.getFirst().length - Integer.BYTES;
        new UnsafeBuffer(frames.getFirst()).putInt(rulesAt, Exchange.RULES + 1);

        Engine withTail = Engine.from(frames);
        assertThat(withTail.adapter.hasForeignRules()).isTrue();
        assertThatThrownBy(() -> withTail.command(new Command.Deposit(1, 1), 0, START + 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("made by rules " + (Exchange.RULES + 1))
                .hasMessageContaining("stop it cleanly");

        Engine withoutTail = Engine.from(frames);
        withoutTail.adapter.live();
        List<byte[]> own = withoutTail.snapshot();
        assertThat(withoutTail.adapter.hasForeignRules()).isFalse();
        assertThat(withoutTail.hashes(START + 3).stateHash()).isEqualTo(before);
        assertThat(Engine.from(own).adapter.hasForeignRules()).isFalse();
    }

    @Test
    void aDeadlineInTheTailIsATailToo() {
        Engine engine = opened();
        engine.command(Season.place(1, Season.AWAY, 100, 5 * Money.DOLLAR, 2, null), 0, START + 1);
        List<byte[]> frames = engine.snapshot();
        int rulesAt = frames.getFirst().length - Integer.BYTES;
        new UnsafeBuffer(frames.getFirst()).putInt(rulesAt, Exchange.RULES + 1);
        Engine next = Engine.from(frames);
        next.adapter.onAlarm(START + MINUTE); // nothing is due
        assertThatThrownBy(() -> next.adapter.onAlarm(START + 3 * MINUTE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stop it cleanly");
        assertThat(Engine.from(next.snapshot()).adapter.hasForeignRules()).isTrue();
    }

    @Test
    void aBrokenInvariantNamesTheStepAndNothingIsAppliedAnyMore() {
        Engine engine = opened();
        long sequence = engine.adapter.sequence();
        UnsafeBuffer garbage = new UnsafeBuffer(new byte[64]);
        assertThatThrownBy(() -> engine.adapter.onCommand(1, START + 1, garbage, 0, 64))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Step " + (sequence + 1) + " broke an invariant");
        int steps = engine.steps.size();
        assertThatThrownBy(() -> engine.command(new Command.Deposit(1, 1), 0, START + 2))
                .isInstanceOf(IllegalStateException.class);
        assertThat(engine.steps).hasSize(steps);
    }
}
