package evens.race.judge;

import evens.race.seen.Act;
import evens.race.seen.Answer;
import evens.race.seen.Answer.Ended;
import evens.race.seen.Answer.Fill;
import evens.race.seen.Answer.Half;
import evens.race.seen.Answer.Placed;
import evens.race.seen.Answer.Row;
import evens.race.seen.Ask;
import evens.race.seen.Bet;
import evens.race.seen.Bet.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes records by hand. Each act is asked when the one before it was answered, in the next step,
 * unless it is said otherwise; each takes a second. Stakes are in dollars here.
 */
final class Records {
    static final String GAME = "g1";

    private static final long SECOND = 1_000_000_000L;
    private static final int SOCKET = 100;

    private final List<Act> acts = new ArrayList<>();
    private long clock;
    private long sequence;
    private long epoch;
    private boolean together;

    List<Act> acts() {
        return acts;
    }

    /** The next one has this step. */
    Records step(long next) {
        sequence = next - 1;
        return this;
    }

    /** What comes is asked before any of it is answered. */
    Records together() {
        together = true;
        return this;
    }

    /** Nobody asks anything for so long. */
    Records later(int seconds) {
        clock += seconds * SECOND;
        return this;
    }

    long last() {
        return sequence;
    }

    private Answer next(Ask ask) {
        boolean raises = ask instanceof Ask.CancelAll || ask instanceof Ask.Pause;
        epoch += raises ? 1 : 0;
        sequence += ask instanceof Ask.Read ? 0 : 1;
        return Answer.at(sequence, epoch);
    }

    private Records add(int account, boolean piped, Ask ask, Answer answer) {
        long sent = clock;
        clock += together ? 1 : SECOND;
        long answered = together ? clock + 1_000 * SECOND : clock - 1;
        int line = account + (piped ? SOCKET : 0);
        acts.add(new Act(account, line, piped, acts.size(), sent, answered, ask, answer));
        return this;
    }

    /** By a caller who waits. */
    Records rest(int account, Ask ask, Ended... ended) {
        return add(account, false, ask, next(ask).ending(List.of(ended)));
    }

    /** By a socket. */
    Records socket(int account, Ask ask, Ended... ended) {
        return add(account, true, ask, next(ask).ending(List.of(ended)));
    }

    Records placed(int account, Bet bet, String order, int offered, Fill... fills) {
        return placed(account, false, Ask.NO_EPOCH, bet, order, offered, fills);
    }

    /** The order is o, its wager request is w and the same. */
    Records placed(
            int account,
            boolean piped,
            long said,
            Bet bet,
            String order,
            int offered,
            Fill... fills) {
        Ask ask = new Ask.Place(List.of(bet), said);
        Placed result =
                new Placed(
                        null,
                        offered > 0 ? order : null,
                        "w" + order,
                        dollars(offered),
                        List.of(fills));
        return add(account, piped, ask, next(ask).placing(List.of(result)));
    }

    Records refused(int account, boolean piped, Bet bet, String error) {
        Ask ask = new Ask.Place(List.of(bet), Ask.NO_EPOCH);
        Placed result = new Placed(error, null, null, 0, List.of());
        return add(account, piped, ask, next(ask).placing(List.of(result)));
    }

    Records resumed(int account, String order) {
        Ask ask = new Ask.Resume(null, Ask.NO_EPOCH);
        Placed result = new Placed(null, order, "w" + order, 0, List.of());
        return add(account, false, ask, next(ask).placing(List.of(result)));
    }

    Records defect(int account) {
        Ask ask = new Ask.ReleaseLatch();
        return add(account, false, ask, Answer.refused(0, Ask.NO_EPOCH, "500", true));
    }

    Records open(int account, Row... rows) {
        Ask ask = new Ask.OpenOrders(true);
        return add(account, false, ask, next(ask).showing(List.of(rows)));
    }

    Records paused(int account, Row... rows) {
        Ask ask = new Ask.PausedOrders(true);
        return add(account, false, ask, next(ask).showing(List.of(rows)));
    }

    Records matched(int account, Half... halves) {
        Ask ask = new Ask.MatchedBets();
        return add(account, false, ask, next(ask).matching(List.of(halves)));
    }

    Records balanced(String sum) {
        Ask ask = new Ask.TrialBalance();
        return add(Act.OPERATOR, false, ask, Answer.at(0, Ask.NO_EPOCH).summing(sum));
    }

    static Bet bet(String side, int stake) {
        return bet(side, stake, Kind.LIMIT, false);
    }

    static Bet live(String side, int stake) {
        return bet(side, stake, Kind.LIMIT, true);
    }

    private static Bet bet(String side, int stake, Kind kind, boolean live) {
        return new Bet(
                GAME, "L", live, "moneyline", side, null, null, 100, dollars(stake), kind, "r1");
    }

    static Ended cancelled(String order, int filled, int released) {
        return new Ended(order, true, false, dollars(filled), dollars(released), "user");
    }

    static Ended aside(String order, int filled, int released) {
        return new Ended(order, true, true, dollars(filled), dollars(released), "paused");
    }

    static Ended over(String order) {
        return new Ended(order, false, false, 0, 0, "Order already cancelled");
    }

    static Row row(String order, int stake, int filled) {
        return new Row(
                order, "w" + order, dollars(stake), dollars(filled), dollars(stake - filled));
    }

    /** At even money both sides have the same stake. */
    static Fill fill(String transaction, String taker, String maker, int stake) {
        return new Fill(transaction, "w" + taker, maker, dollars(stake), dollars(stake));
    }

    static Half making(String transaction, String maker, String side, int stake) {
        return half(transaction, maker, "w" + maker, true, side, stake);
    }

    static Half taking(String transaction, String maker, String taker, String side, int stake) {
        return half(transaction, maker, "w" + taker, false, side, stake);
    }

    private static Half half(
            String transaction, String maker, String wager, boolean makes, String side, int stake) {
        return new Half(transaction, maker, wager, makes, GAME, "moneyline", side, dollars(stake));
    }

    private static long dollars(int dollars) {
        return dollars * 1_000_000L;
    }
}
