package evens.core;

import static evens.core.Wording.dollars;
import static evens.core.Wording.micros;
import static evens.core.Wording.odds;
import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A conversation with a fresh exchange, written as text: a line for each command, and below it,
 * each behind a bar, what happened.
 *
 * <pre>
 * maker post HOME -110 100
 *   | placed #1 HOME -110 100 rests 100
 * taker limit AWAY +105 60
 *   | placed #2 AWAY +105 60 rests 0
 *   | matched #2 60 @ +110 with #1 66, 34 left
 * </pre>
 *
 * <p>Orders are named by their number in the order in which they were accepted. Who is first heard
 * of gets an account with $10,000 and no commission; game 1 is of the NBA, open and starts in an
 * hour. After the last line the state is told to a second exchange, which has to tell the same and
 * to let the same end when its time comes.
 *
 * <p>Commands:
 *
 * <ul>
 *   <li>{@code <who> limit|post|postArb|fillAndKill|fillOrKill <side> <odds> <stake>} with, in any
 *       order, {@code expires <minutes>|default}, {@code ref <text>}, {@code game <n>}, {@code
 *       epoch <n>}, {@code via <connection>}; a side is what {@link Wording} reads: {@code HOME},
 *       {@code AWAY+3.5}, {@code OVER 220.5}, {@code NO DRAW}
 *   <li>{@code <who> edit #n} with {@code odds}, {@code stake}, {@code type}, {@code expires},
 *       {@code ref}, {@code intended}, {@code needs otherSide}, {@code epoch}, {@code via}
 *   <li>{@code <who> cancel #n ...}; {@code <who> cancelAll [latch true] [via <connection>]};
 *       {@code <who> cancelGame <n>} with {@code type}, {@code side}, {@code about}, {@code twoWay
 *       true}; {@code <who> cancelLeague <league>|LIVE}; {@code <who> cancelReferences <game>
 *       <text> ...}; {@code <who> pause|resume [game <n>] [epoch <n>] [via <connection>]}; {@code
 *       <who> release}; {@code <who> lease <millis>}; {@code <who> dropLease}
 *   <li>{@code <who> once <key> <hash> } and behind it any command of the same
 *   <li>{@code account <who> balance|credit|max|rate <n> ...}; {@code deposit <who> <dollars>};
 *       {@code withdraw <who> <dollars>}; {@code adjust <who> <dollars> [force true]}; {@code
 *       change <who> credit|max|rate|banned|expiry|force <n> ...}
 *   <li>{@code league <name> <sport> [delay <seconds, else 5>]}; {@code changeLeague <name> delay
 *       <seconds>}; {@code game <n> starts <minute> <state>} and {@code changeGame <n> starts
 *       <minute>}, both with {@code league}, {@code parent}, {@code name}, {@code special}, {@code
 *       yesNo}, {@code live}, {@code featured}; {@code suspend}, {@code open}, {@code close},
 *       {@code cancelOrders <n>}; {@code suspendExchange}; {@code resumeExchange}
 *   <li>{@code minute <n>} and {@code second <n>} let time pass; {@code step <n>} says the number
 *       of the step that follows; {@code book}; {@code funds <who>}; {@code liability <who> <game>}
 * </ul>
 */
public final class Transcript {
    private static final long MINUTE = 60_000;

    private final Exchange exchange;
    private final RecordedEvents events = new RecordedEvents();
    private final StringBuilder written = new StringBuilder();
    private final Map<String, Long> accounts = new HashMap<>();
    private final List<Long> orders = new ArrayList<>();
    private final Map<Long, Event.OrderPlaced> offers = new HashMap<>();
    private long timeMillis;

    private Transcript(int rememberedClosedOrders) {
        exchange = new Exchange(rememberedClosedOrders);
        exchange.apply(new Command.CreateLeague("NBA", "basketball", 5), timeMillis, events);
        exchange.apply(
                new Command.CreateGame(terms(1, 60, Map.of()), GameState.OPEN), timeMillis, events);
        events.take();
    }

    /** Plays the commands and compares what happened with what the text says. */
    public static void check(String text) {
        check(1_000, text);
    }

    public static void check(int rememberedClosedOrders, String text) {
        Transcript transcript = new Transcript(rememberedClosedOrders);
        for (String line : text.lines().toList()) {
            if (!line.startsWith("  | ")) {
                transcript.written.append(line).append('\n');
                if (!line.isBlank() && !line.startsWith("//")) {
                    transcript.play(List.of(line.strip().split(" +")));
                }
            }
        }
        assertThat(transcript.written.toString()).isEqualTo(text);
        transcript.checkState();
    }

    private void play(List<String> words) {
        switch (words.get(0)) {
            case "account" -> openAccount(words);
            case "deposit" ->
                    apply(new Command.Deposit(account(words.get(1)), micros(words.get(2))));
            case "withdraw" ->
                    apply(new Command.Withdraw(account(words.get(1)), micros(words.get(2))));
            case "adjust" ->
                    apply(
                            new Command.Adjust(
                                    account(words.get(1)),
                                    micros(words.get(2)),
                                    isTrue(pairs(words, 3), "force")));
            case "change" -> changeAccount(words);
            case "league" ->
                    apply(
                            new Command.CreateLeague(
                                    words.get(1),
                                    words.get(2),
                                    words.size() > 3 ? (int) number(words, 4) : 5));
            case "changeLeague" ->
                    apply(new Command.ChangeLeague(words.get(1), (int) number(words, 3)));
            case "game" -> apply(createGame(words));
            case "changeGame" ->
                    apply(
                            new Command.ChangeGame(
                                    terms(number(words, 1), number(words, 3), pairs(words, 4))));
            case "suspend" -> apply(new Command.SuspendGame(number(words, 1)));
            case "open" -> apply(new Command.OpenGame(number(words, 1)));
            case "close" -> apply(new Command.CloseGame(number(words, 1)));
            case "cancelOrders" -> apply(new Command.CancelGameOrders(number(words, 1)));
            case "suspendExchange" -> apply(new Command.SuspendExchange());
            case "resumeExchange" -> apply(new Command.ResumeExchange());
            case "minute" -> passTo(number(words, 1) * MINUTE);
            case "second" -> passTo(number(words, 1) * 1_000);
            case "step" -> exchange.begin(number(words, 1));
            case "book" -> drawBook();
            case "funds" -> drawFunds(words.get(1));
            case "liability" -> drawLiability(words.get(1), number(words, 2));
            default -> playFor(account(words.get(0)), words);
        }
    }

    private void playFor(long account, List<String> words) {
        apply(commandOf(account, words.subList(1, words.size())));
    }

    private Command commandOf(long account, List<String> words) {
        return switch (words.get(0)) {
            case "cancel" ->
                    new Command.CancelOrders(
                            account, words.stream().skip(1).map(this::orderId).toList());
            case "once" ->
                    new Command.Once(
                            account,
                            number(words, 1),
                            7,
                            number(words, 2),
                            8,
                            commandOf(account, words.subList(3, words.size())));
            case "edit" -> edit(account, words);
            default -> Commands.of(account, words);
        };
    }

    private Command edit(long account, List<String> words) {
        Map<String, String> more = pairs(words, 2);
        return new Command.EditOrder(
                account,
                Commands.stamp(more),
                orderId(words.get(1)),
                more.containsKey("odds") ? Wording.line(more.get("odds")) : null,
                more.containsKey("stake") ? micros(more.get("stake")) : null,
                Commands.orderType(more.getOrDefault("type", "limit")),
                Commands.expiry(more.getOrDefault("expires", "default")),
                more.get("ref"),
                more.containsKey("intended") ? micros(more.get("intended")) : null,
                more.containsKey("needs"));
    }

    private void openAccount(List<String> words) {
        Map<String, String> terms = pairs(words, 2);
        accounts.putIfAbsent(words.get(1), 101L + accounts.size());
        apply(
                new Command.OpenAccount(
                        terms.containsKey("id")
                                ? Long.parseLong(terms.get("id"))
                                : accounts.get(words.get(1)),
                        micros(terms.getOrDefault("credit", "0")),
                        micros(terms.getOrDefault("max", "1000000")),
                        Wording.ppm(terms.getOrDefault("rate", "0")),
                        micros(terms.getOrDefault("balance", "0"))));
    }

    private void changeAccount(List<String> words) {
        Map<String, String> terms = pairs(words, 2);
        apply(
                new Command.ChangeAccount(
                        account(words.get(1)),
                        terms.containsKey("credit") ? micros(terms.get("credit")) : null,
                        terms.containsKey("max") ? micros(terms.get("max")) : null,
                        terms.containsKey("rate") ? Wording.ppm(terms.get("rate")) : null,
                        terms.containsKey("banned") ? isTrue(terms, "banned") : null,
                        terms.containsKey("expiry") ? Integer.valueOf(terms.get("expiry")) : null,
                        isTrue(terms, "force")));
    }

    private long account(String name) {
        if (name.equals("nobody")) {
            return 999;
        }
        Long known = accounts.get(name);
        if (known != null) {
            return known;
        }
        long id = 101L + accounts.size();
        accounts.put(name, id);
        long max = Money.MAX_AMOUNT;
        exchange.apply(
                new Command.OpenAccount(id, 0, max, 0, 10_000 * Money.DOLLAR), timeMillis, events);
        events.take();
        return id;
    }

    private static Command createGame(List<String> words) {
        return new Command.CreateGame(
                terms(number(words, 1), number(words, 3), pairs(words, 5)),
                GameState.valueOf(words.get(4)));
    }

    private static GameTerms terms(long id, long startMinute, Map<String, String> more) {
        return new GameTerms(
                id,
                more.getOrDefault("league", "NBA"),
                Long.parseLong(more.getOrDefault("parent", "0")),
                startMinute * MINUTE,
                Wording.AWAY,
                Wording.HOME,
                more.getOrDefault("name", "Away at Home"),
                "",
                "Full Time",
                isTrue(more, "featured"),
                isTrue(more, "special"),
                isTrue(more, "yesNo"),
                isTrue(more, "live"));
    }

    private void apply(Command command) {
        exchange.apply(command, timeMillis, events);
        write();
    }

    private void passTo(long millis) {
        for (long due = exchange.nextDeadline(millis);
                due <= millis;
                due = exchange.nextDeadline(millis)) {
            timeMillis = Math.max(timeMillis, due);
            exchange.runNextDeadline(millis, timeMillis, events);
            write();
        }
        timeMillis = millis;
    }

    private void write() {
        for (Event event : events.take()) {
            write(describe(event));
        }
    }

    private void write(String line) {
        written.append("  | ").append(line).append('\n');
    }

    private String describe(Event event) {
        return switch (event) {
            case Event.AccountOpened e ->
                    "opened %s balance %s outside %s"
                            .formatted(
                                    name(e.account()), dollars(e.balance()), dollars(e.outside()));
            case Event.Deposited e ->
                    "deposited %s balance %s outside %s"
                            .formatted(
                                    dollars(e.amount()),
                                    dollars(e.balance()),
                                    dollars(e.outside()));
            case Event.Withdrawn e ->
                    "withdrawn %s balance %s outside %s"
                            .formatted(
                                    dollars(e.amount()),
                                    dollars(e.balance()),
                                    dollars(e.outside()));
            case Event.Adjusted e ->
                    "adjusted %s%s balance %s house %s"
                            .formatted(
                                    dollars(e.amount()),
                                    e.forced() ? " by force" : "",
                                    dollars(e.balance()),
                                    dollars(e.house()));
            case Event.AccountChanged e ->
                    "changed %s credit %s max %s rate %s%s%s"
                            .formatted(
                                    name(e.account()),
                                    dollars(e.creditLimit()),
                                    dollars(e.maxLiability()),
                                    Wording.percent(e.commissionPpm()),
                                    e.banned() ? " banned" : "",
                                    e.forced() ? " by force" : "");
            case Event.ExchangeSuspended _ -> "exchange suspended";
            case Event.ExchangeResumed _ -> "exchange resumed";
            case Event.LeagueCreated e ->
                    "league "
                            + e.league()
                            + (e.liveDelaySeconds() == 5 ? "" : " delay " + e.liveDelaySeconds());
            case Event.LeagueChanged e ->
                    "league %s delay %d".formatted(e.league(), e.liveDelaySeconds());
            case Event.GameCreated e -> "game " + e.terms().game() + " " + e.state();
            case Event.GameChanged e ->
                    "game %d %s starts %d: %s%s"
                            .formatted(
                                    e.terms().game(),
                                    e.state(),
                                    e.terms().startMillis() / MINUTE,
                                    e.terms().eventName(),
                                    e.terms().featured() ? ", featured" : "");
            case Event.GameStateChanged e -> "game " + e.game() + " " + e.state();
            case Event.OrderPlaced e -> placed(e);
            case Event.OrderDelayed e -> delayed(e);
            case Event.DelayedOrderRejected e ->
                    "rejected %s %s".formatted(number(e.order()), e.reject());
            case Event.OrderRejected e -> "rejected " + e.reject();
            case Event.OrderResumed e ->
                    "resumed %s rests %s".formatted(number(e.order()), dollars(e.resting()));
            case Event.ResumeRejected e ->
                    "%s stays paused %s".formatted(number(e.order()), e.reject());
            case Event.EpochRaised e ->
                    "epoch %d%s%s"
                            .formatted(
                                    e.epoch(),
                                    e.connection() == 0
                                            ? ""
                                            : " via %d, %d by others"
                                                    .formatted(e.connection(), e.epochByOthers()),
                                    e.latched() ? " latched" : "");
            case Event.LatchReleased _ -> "released";
            case Event.LeaseRenewed e -> "lease until " + e.untilMillis();
            case Event.LeaseDropped _ -> "lease dropped";
            case Event.LeaseExpired e -> "lease of %s expired".formatted(name(e.account()));
            case Event.Repeated e -> "repeated " + e.sequence();
            case Event.OrderMatched e -> matched(e);
            case Event.OrderCancelled e ->
                    "cancelled %s %s filled %s released %s"
                            .formatted(
                                    number(e.order()),
                                    e.ending(),
                                    dollars(e.filled()),
                                    dollars(e.released()));
            case Event.CancelRefused e -> number(e.order()) + " " + e.reject();
            case Event.Refused e -> "refused " + e.reject();
            default -> event.toString();
        };
    }

    private String delayed(Event.OrderDelayed e) {
        orders.add(e.order());
        return "delayed %s %s %s %s until %d"
                .formatted(
                        number(e.order()),
                        Wording.side(e.market(), e.outcome()),
                        odds(e.line()),
                        dollars(e.stake()),
                        e.untilMillis());
    }

    private String placed(Event.OrderPlaced e) {
        if (e.index() != Event.OrderPlaced.AFTER_DELAY) {
            orders.add(e.order());
        }
        offers.put(e.order(), e);
        String more = e.expiresAtMillis() == 0 ? "" : " expires " + e.expiresAtMillis() / MINUTE;
        return "placed %s %s %s %s rests %s%s%s"
                .formatted(
                        number(e.order()),
                        Wording.side(e.market(), e.outcome()),
                        odds(e.line()),
                        dollars(e.stake()),
                        dollars(e.resting()),
                        more,
                        e.reference() == null ? "" : " ref " + e.reference());
    }

    private String matched(Event.OrderMatched e) {
        Event.Taker taker = e.taker();
        Event.OrderPlaced offer = Objects.requireNonNull(offers.get(e.maker().order()));
        assertThat(e.market()).isEqualTo(offer.market());
        assertThat(e.makerOutcome()).isEqualTo(offer.outcome());
        assertThat(e.makerLine()).isEqualTo(offer.line());
        assertThat(e.game()).isEqualTo(offer.game());
        boolean free = taker.feeIfWon() == 0 && taker.feeIfLost() == 0;
        return "matched %s %s @ %s with %s %s, %s left%s"
                .formatted(
                        number(taker.order()),
                        dollars(taker.stake()),
                        odds(Odds.opposite(e.makerLine())),
                        number(e.maker().order()),
                        dollars(e.maker().stake()),
                        dollars(e.maker().remaining()),
                        free
                                ? ""
                                : ", fee %s or %s"
                                        .formatted(
                                                dollars(taker.feeIfWon()),
                                                dollars(taker.feeIfLost())));
    }

    /** All that rests, by market, then the first outcome before the second, the best first. */
    private void drawBook() {
        exchange.tell(events);
        events.take().stream()
                .filter(Event.OrderStated.class::isInstance)
                .map(Event.OrderStated.class::cast)
                .filter(order -> order.state() == OrderState.RESTING)
                .sorted(
                        Comparator.comparing(Event.OrderStated::market, Wording.BY_QUESTION)
                                .thenComparing(Event.OrderStated::outcome)
                                .thenComparingInt(Event.OrderStated::line))
                .forEach(order ->
                        write(
                                "%s %s %s %s"
                                        .formatted(
                                                number(order.order()),
                                                Wording.side(order.market(), order.outcome()),
                                                odds(order.line()),
                                                dollars(order.stake() - order.filled()))));
    }

    private void drawFunds(String who) {
        long id = account(who);
        exchange.tell(events);
        for (Event event : events.take()) {
            if (event instanceof Event.AccountStated told && told.account() == id) {
                long available = told.balance() - told.creditLimit() + told.liability();
                write(
                        "liability %s available %s"
                                .formatted(dollars(told.liability()), dollars(available)));
            }
        }
    }

    private void drawLiability(String who, long game) {
        long id = account(who);
        exchange.tell(events);
        for (Event event : events.take()) {
            if (event instanceof Event.PositionStated told
                    && told.account() == id
                    && told.game() == game) {
                write("liability " + dollars(told.liability()));
            }
        }
    }

    private void checkState() {
        exchange.tell(events);
        List<Event> told = events.take();
        Exchange second = new Exchange(1_000);
        told.forEach(second::hear);
        second.heard();
        second.tell(events);
        assertThat(events.take()).isEqualTo(told);
        while (exchange.nextDeadline() != Long.MAX_VALUE) {
            long due = exchange.nextDeadline();
            assertThat(second.nextDeadline()).isEqualTo(due);
            exchange.runNextDeadline(due, due, events);
            List<Event> happened = events.take();
            second.runNextDeadline(due, due, events);
            assertThat(events.take()).isEqualTo(happened);
        }
        assertThat(second.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    private String name(long account) {
        return accounts.entrySet().stream()
                .filter(entry -> entry.getValue() == account)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("?");
    }

    private String number(long order) {
        int place = place(order);
        return place < 0 ? "#?" : "#" + (place + 1);
    }

    private int place(long order) {
        for (int place = 0; place < orders.size(); place++) {
            if (orders.get(place) == order) {
                return place;
            }
        }
        return -1;
    }

    private long orderId(String number) {
        return number.equals("#?") ? 12345L : orders.get(Integer.parseInt(number.substring(1)) - 1);
    }

    private static boolean isTrue(Map<String, String> terms, String key) {
        return Boolean.parseBoolean(terms.getOrDefault(key, "false"));
    }

    static long number(List<String> words, int index) {
        return Long.parseLong(words.get(index));
    }

    static Map<String, String> pairs(List<String> words, int from) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = from; i + 1 < words.size(); i += 2) {
            pairs.put(words.get(i), words.get(i + 1));
        }
        return pairs;
    }
}
