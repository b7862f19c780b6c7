package evens.core;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.GameState;
import evens.model.Market;
import evens.model.Money;
import evens.model.Odds;
import evens.model.OrderType;
import evens.model.Outcome;
import evens.model.Participant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
 * of gets an account with $10,000 and no commission; game 1 is open and starts in an hour. After
 * the last line the state is told to a second exchange, which has to tell the same and to let the
 * same end when its time comes.
 *
 * <p>Commands: {@code <who> limit|post|fillAndKill <side> <odds> <stake>} with, in any order,
 * {@code expires <minutes>}, {@code ref <text>}, {@code game <n>}; {@code <who> cancel #n ...};
 * {@code <who> cancelAll}; {@code account <who> balance|credit|max|rate <n> ...}; {@code deposit
 * <who> <dollars>}; {@code league <name>}; {@code game <n> starts <minute> <state>}; {@code suspend
 * <n>}; {@code open <n>}; {@code minute <n>} lets time pass; {@code book}; {@code funds <who>}.
 */
public final class Transcript {
    private static final long MINUTE = 60_000;
    private static final Participant AWAY = new Participant(1, "Away Team", "AWY", "901");
    private static final Participant HOME = new Participant(2, "Home Team", "HOM", "902");

    private final Exchange exchange;
    private final RecordedEvents events = new RecordedEvents();
    private final StringBuilder written = new StringBuilder();
    private final Map<String, Long> accounts = new HashMap<>();
    private final List<Long> orders = new ArrayList<>();
    private long timeMillis;

    private Transcript(int rememberedClosedOrders) {
        exchange = new Exchange(rememberedClosedOrders);
        exchange.apply(new Command.CreateLeague("NBA", "basketball", 5), timeMillis, events);
        exchange.apply(game(1, 60, GameState.OPEN), timeMillis, events);
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
            case "league" -> apply(new Command.CreateLeague(words.get(1), words.get(2), 5));
            case "game" ->
                    apply(
                            game(
                                    number(words, 1),
                                    number(words, 3),
                                    GameState.valueOf(words.get(4))));
            case "suspend" -> apply(new Command.SuspendGame(number(words, 1)));
            case "open" -> apply(new Command.OpenGame(number(words, 1)));
            case "minute" -> passTo(number(words, 1) * MINUTE);
            case "book" -> drawBook();
            case "funds" -> drawFunds(words.get(1));
            default -> playFor(account(words.get(0)), words);
        }
    }

    private void playFor(long account, List<String> words) {
        switch (words.get(1)) {
            case "cancel" -> {
                List<Long> ids = words.stream().skip(2).map(this::orderId).toList();
                apply(new Command.CancelOrders(account, ids));
            }
            case "cancelAll" -> apply(new Command.CancelAllOrders(account));
            default -> apply(new Command.PlaceOrders(account, batch(words)));
        }
    }

    /** The orders of one line, separated by a comma. */
    private static List<NewOrder> batch(List<String> words) {
        List<NewOrder> batch = new ArrayList<>();
        int from = 1;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).equals(",")) {
                batch.add(newOrder(words.subList(from, i)));
                from = i + 1;
            }
        }
        return batch;
    }

    private static NewOrder newOrder(List<String> words) {
        OrderType type =
                switch (words.get(0)) {
                    case "limit" -> OrderType.LIMIT;
                    case "post" -> OrderType.POST;
                    case "fillAndKill" -> OrderType.FILL_AND_KILL;
                    default -> throw new IllegalArgumentException("no command: " + words);
                };
        long participant =
                switch (words.get(1)) {
                    case "AWAY" -> AWAY.id();
                    case "HOME" -> HOME.id();
                    default -> Long.parseLong(words.get(1));
                };
        Map<String, String> more = pairs(words, 4);
        return new NewOrder(
                Long.parseLong(more.getOrDefault("game", "1")),
                Market.MONEYLINE,
                participant,
                line(words.get(2)),
                micros(words.get(3)),
                type,
                Integer.parseInt(more.getOrDefault("expires", "0")),
                more.get("ref"));
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
                        ppm(terms.getOrDefault("rate", "0")),
                        micros(terms.getOrDefault("balance", "0"))));
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

    private static Command.CreateGame game(long id, long startMinute, GameState state) {
        return new Command.CreateGame(
                id,
                "NBA",
                startMinute * MINUTE,
                AWAY,
                HOME,
                "Away at Home",
                "Full Time",
                false,
                state);
    }

    private void apply(Command command) {
        exchange.apply(command, timeMillis, events);
        write();
    }

    private void passTo(long millis) {
        while (exchange.nextDeadline() <= millis) {
            exchange.runNextDeadline(events);
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
            case Event.LeagueCreated e -> "league " + e.league();
            case Event.GameCreated e -> "game " + e.game() + " " + e.state();
            case Event.GameStateChanged e -> "game " + e.game() + " " + e.state();
            case Event.OrderPlaced e -> placed(e);
            case Event.OrderRejected e -> "rejected " + e.reject();
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

    private String placed(Event.OrderPlaced e) {
        orders.add(e.order());
        String more = e.expiresAtMillis() == 0 ? "" : " expires " + e.expiresAtMillis() / MINUTE;
        return "placed %s %s %s %s rests %s%s%s"
                .formatted(
                        number(e.order()),
                        side(e.outcome()),
                        odds(e.line()),
                        dollars(e.stake()),
                        dollars(e.resting()),
                        more,
                        e.reference() == null ? "" : " ref " + e.reference());
    }

    private String matched(Event.OrderMatched e) {
        Event.Taker taker = e.taker();
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

    private void drawBook() {
        Comparator<Event.OrderStated> bestFirst = Comparator.comparingInt(Event.OrderStated::line);
        for (Outcome outcome : Outcome.values()) {
            exchange.tell(events);
            events.take().stream()
                    .filter(Event.OrderStated.class::isInstance)
                    .map(Event.OrderStated.class::cast)
                    .filter(order -> order.outcome() == outcome)
                    .sorted(bestFirst)
                    .forEach(order ->
                            write(
                                    "%s %s %s %s"
                                            .formatted(
                                                    number(order.order()),
                                                    side(outcome),
                                                    odds(order.line()),
                                                    dollars(order.stake() - order.filled()))));
        }
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

    private void checkState() {
        exchange.tell(events);
        List<Event> told = events.take();
        Exchange second = new Exchange(1_000);
        told.forEach(second::hear);
        second.heard();
        second.tell(events);
        assertThat(events.take()).isEqualTo(told);
        while (exchange.nextDeadline() != Long.MAX_VALUE) {
            assertThat(second.nextDeadline()).isEqualTo(exchange.nextDeadline());
            exchange.runNextDeadline(events);
            List<Event> happened = events.take();
            second.runNextDeadline(events);
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
        int place = orders.indexOf(order);
        return place < 0 ? "#?" : "#" + (place + 1);
    }

    private long orderId(String number) {
        return number.equals("#?") ? 12345L : orders.get(Integer.parseInt(number.substring(1)) - 1);
    }

    private static String side(Outcome outcome) {
        return switch (outcome) {
            case FIRST -> "AWAY";
            case SECOND -> "HOME";
        };
    }

    private static int line(String odds) {
        if (odds.startsWith("line:")) {
            return Integer.parseInt(odds.substring(5)); // as no odds would give it
        }
        return Odds.line(new BigDecimal(odds).movePointRight(1).intValueExact());
    }

    private static String odds(int line) {
        return (line >= 0 ? "+" : "") + Odds.american(line);
    }

    private static long micros(String dollars) {
        return Money.ofDollars(new BigDecimal(dollars));
    }

    private static String dollars(long micros) {
        return Money.dollars(micros).toPlainString();
    }

    private static int ppm(String percent) {
        return new BigDecimal(percent).movePointRight(4).intValueExact();
    }

    private static long number(List<String> words, int index) {
        return Long.parseLong(words.get(index));
    }

    private static Map<String, String> pairs(List<String> words, int from) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = from; i + 1 < words.size(); i += 2) {
            pairs.put(words.get(i), words.get(i + 1));
        }
        return pairs;
    }
}
