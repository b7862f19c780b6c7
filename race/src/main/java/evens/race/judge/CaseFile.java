package evens.race.judge;

import evens.race.judge.Sign.Kind;
import evens.race.seen.Act;
import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Fill;
import evens.race.seen.Answer.Half;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Answer.Row;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that the clients of one race saw, sorted by what it is about. */
final class CaseFile {
    private final List<Act> acts;
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, Order> byID = new HashMap<>();
    private final Map<String, Match> matches = new HashMap<>();
    private final Halves halves = new Halves();
    private final Map<String, List<Sign>> signs = new HashMap<>();
    private final Map<String, List<End>> ends = new HashMap<>();
    private final List<Seen> rows = new ArrayList<>();
    private final List<Kill> kills;

    /** An entry of the answer to a cancel or a pause. */
    record End(Act act, Ended entry) {}

    /** A row of an account's open orders when all was over, or of its paused ones. */
    record Seen(int account, Row row, boolean paused) {}

    CaseFile(List<Act> acts) {
        this.acts = List.copyOf(acts);
        acts.forEach(this::enter);
        orders.forEach(this::trace);
        kills = Kills.of(this.acts);
    }

    private void enter(Act act) {
        switch (act.ask()) {
            case Ask.Place place -> enterPlaced(act, place.bets());
            case Ask.Edit edit -> enterPlaced(act, List.of(edit.bet()));
            case Ask.Resume _ -> enterResumed(act);
            case Ask.OpenOrders open -> enterRows(act, false, open.last());
            case Ask.PausedOrders paused -> enterRows(act, true, paused.last());
            case Ask.MatchedBets _ -> halves.add(act);
            case Ask.TrialBalance _,
                    Ask.Naming _,
                    Ask.CancelReferences _,
                    Ask.CancelGame _,
                    Ask.CancelLeague _,
                    Ask.CancelAll _,
                    Ask.Pause _,
                    Ask.ReleaseLatch _,
                    Ask.Beat _,
                    Ask.Operating _ -> {}
        }
        for (Ended entry : act.answer().ended()) {
            String order = entry.order();
            if (order != null && act.sequence() > 0) {
                ends.computeIfAbsent(order, _ -> new ArrayList<>()).add(new End(act, entry));
                if (entry.success()) {
                    sign(order, entry.paused() ? Kind.PAUSED : Kind.CANCELLED, act.sequence());
                }
            }
        }
    }

    private void enterPlaced(Act act, List<Bet> bets) {
        List<Placed> answers = act.answer().placed();
        for (int i = 0; i < answers.size(); i++) {
            Placed answer = answers.get(i);
            String wager = answer.wager();
            if (wager != null) {
                Order order = new Order(act, bets.get(i), wager, answer);
                orders.add(order);
                if (order.id() != null) {
                    byID.put(order.id(), order);
                }
                for (Fill fill : answer.fills()) {
                    matches.put(fill.transaction(), new Match(act.sequence(), fill, order));
                    sign(fill.maker(), Kind.FILLED, act.sequence());
                }
            }
        }
    }

    private void enterResumed(Act act) {
        for (Placed answer : act.answer().placed()) {
            if (answer.error() == null && answer.order() != null) {
                sign(answer.order(), Kind.RESUMED, act.sequence());
            }
        }
    }

    /** A list is of its step or a later one: what is in it was alive when that step was over. */
    private void enterRows(Act act, boolean paused, boolean last) {
        for (Row row : act.answer().open()) {
            if (last) {
                rows.add(new Seen(act.account(), row, paused));
            }
            sign(row.order(), Kind.listed(paused, last), act.sequence() + 1);
        }
    }

    private void trace(Order order) {
        String id = order.id();
        if (id != null) {
            sign(id, Kind.ACCEPTED, order.latest());
        }
    }

    private void sign(String order, Kind kind, long sequence) {
        signs.computeIfAbsent(order, _ -> new ArrayList<>()).add(new Sign(kind, sequence));
    }

    List<Act> acts() {
        return acts;
    }

    /** All that were accepted. */
    List<Order> orders() {
        return orders;
    }

    /** Null if nobody was told that it was accepted. */
    @Nullable Order order(String id) {
        return byID.get(id);
    }

    List<Kill> kills() {
        return kills;
    }

    /** By the id of the transaction, as takers were told. */
    Map<String, Match> matches() {
        return matches;
    }

    /** As the lists of matched bets say. */
    Halves halves() {
        return halves;
    }

    /** Rows of open and paused orders when all was over. */
    List<Seen> rows() {
        return rows;
    }

    List<Sign> signs(Order order) {
        return order.id() == null ? List.of() : signs.getOrDefault(order.id(), List.of());
    }

    List<End> ends(Order order) {
        return order.id() == null ? List.of() : ends.getOrDefault(order.id(), List.of());
    }

    /** What of an order was matched in steps up to this one. */
    long filled(Order order, long until) {
        return halves.of(order).stream()
                .filter(half -> {
                    Match match = matches.get(half.transaction());
                    return match == null || match.sequence() <= until;
                })
                .mapToLong(Half::stake)
                .sum();
    }

    /** What one account asked of this kind, in the order of its steps. */
    <T extends Ask> List<Act> done(int account, Class<T> kind) {
        return acts.stream()
                .filter(act -> act.account() == account && kind.isInstance(act.ask()))
                .filter(act -> act.sequence() > 0 && act.answer().error() == null)
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .toList();
    }

    List<Integer> accounts() {
        return acts.stream()
                .map(Act::account)
                .filter(account -> account != Act.OPERATOR)
                .distinct()
                .toList();
    }

    /** What is said of the whole, of those that do not trade. */
    List<String> sums() {
        return acts.stream().map(act -> act.answer().sum()).filter(Objects::nonNull).toList();
    }
}
