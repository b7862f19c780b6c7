package evens.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import evens.core.CountedEvents;
import evens.core.base.Deadlines;
import evens.core.base.Texts;
import evens.model.Command;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Outcome;
import evens.model.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The liability that is kept, against portfolios graded for every score and every choice of void
 * market types.
 */
class LiabilityTest {
    private static final int PORTFOLIOS = 5_000;
    private static final int GAMES = 2;
    private static final List<MarketType> TYPES = List.of(MarketType.values());
    private static final List<Subject> SUBJECTS = List.of(Subject.AWAY, Subject.HOME, Subject.DRAW);

    private final Random random = new Random(20);
    private final CountedEvents events = new CountedEvents();
    private final Ledger ledger = new Ledger(new Deadlines());
    private final Wagers wagers = new Wagers(new Texts(16));

    @Test
    void isNeverBetterThanTheWorstCaseAndEqualsTheFormula() {
        for (int id = 1; id <= PORTFOLIOS; id++) {
            Account account = account(id);
            List<List<Bet>> bets = List.of(new ArrayList<>(), new ArrayList<>());
            List<MarketType> types = someTypes();
            for (int i = random.nextInt(1, 31); i > 0; i--) {
                int game = random.nextInt(GAMES);
                Bet bet = bet(types);
                bets.get(game).add(bet);
                make(bet, position(account, game));
                assertThat(position(account, game).liability())
                        .as("account %d: %s", id, bets.get(game))
                        .isEqualTo(Bets.liability(bets.get(game)));
            }
            check(account, bets, types);
        }
    }

    private void check(Account account, List<List<Bet>> bets, List<MarketType> types) {
        long sum = 0;
        for (int game = 0; game < GAMES; game++) {
            long kept = position(account, game).liability();
            long worst = Bets.worst(bets.get(game));
            assertThat(kept).isLessThanOrEqualTo(worst);
            boolean marginOrTotalOnly = !types.contains(MarketType.TOTAL) || types.size() == 1;
            if (marginOrTotalOnly) {
                assertThat(kept).isEqualTo(worst);
            }
            sum += kept;
        }
        assertThat(account.liability()).isEqualTo(sum);
    }

    /** With a balance that just pays for what is planned, and with a micro-dollar less. */
    @Test
    void judgesWhatIsPlannedToTheMicroDollarAndForgetsIt() {
        int paidFor = 0;
        for (int id = 1; id <= PORTFOLIOS; id++) {
            Account account = account(id);
            Position position = position(account, 0);
            List<Bet> bets = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                bets.add(bet(TYPES));
                make(bets.getLast(), position);
            }
            List<Bet> planned = new ArrayList<>();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                planned.add(bet(TYPES));
            }
            List<Bet> all = new ArrayList<>(bets);
            all.addAll(planned);
            long before = position.liability();
            long after = Bets.liability(all);
            setBalance(account, -after);
            assertThat(affords(position, planned)).isTrue();
            setBalance(account, -after - 1);
            assertThat(affords(position, planned)).isEqualTo(after >= before);
            paidFor += after < before ? 1 : 0;
            assertThat(position.liability()).isEqualTo(before);
            assertThat(account.liability()).isEqualTo(before);
            assertThat(position.isPlanned()).isFalse();
            bets.add(bet(TYPES));
            make(bets.getLast(), position);
            assertThat(position.liability()).isEqualTo(Bets.liability(bets));
        }
        assertThat(paidFor).isBetween(PORTFOLIOS / 2, PORTFOLIOS - 1);
    }

    /** All but the last are planned, the last is asked about, as for the remainder of an order. */
    private boolean affords(Position position, List<Bet> planned) {
        List<Bet> others = new ArrayList<>(planned.subList(0, planned.size() - 1));
        Bet last = planned.getLast();
        for (Bet bet : others) {
            position.plan(bet.market(), bet.outcome(), bet.stake(), bet.win(), bet.commissionPpm());
        }
        boolean affords =
                position.affords(
                        last.market(),
                        last.outcome(),
                        last.stake(),
                        last.win(),
                        last.commissionPpm());
        position.plan(
                last.market(), last.outcome(), last.stake(), last.win(), last.commissionPpm());
        assertThat(position.affordsPlan()).isEqualTo(affords);
        others.add(last);
        Collections.shuffle(others, random);
        for (Bet bet : others) {
            assertThat(position.isPlanned()).isTrue();
            position.forget(
                    bet.market(), bet.outcome(), bet.stake(), bet.win(), bet.commissionPpm());
        }
        return affords;
    }

    private Account account(long id) {
        ledger.open(new Command.OpenAccount(id, 0, Money.MAX_AMOUNT, 0, 0), events);
        return Objects.requireNonNull(ledger.account(id));
    }

    private void setBalance(Account account, long balance) {
        long amount = balance - account.balance();
        ledger.adjust(new Command.Adjust(account.id(), amount, true), events);
        assertThat(account.balance()).isEqualTo(balance);
    }

    private Position position(Account account, int game) {
        return wagers.position(account, game, game + 1);
    }

    private void make(Bet bet, Position position) {
        boolean maker = bet.commissionPpm() == 0;
        wagers.add(
                1,
                1,
                position,
                1,
                bet.market(),
                bet.outcome(),
                0,
                maker,
                bet.stake(),
                bet.win(),
                bet.commissionPpm(),
                0,
                0,
                null,
                0);
    }

    /** All of them, or any choice. */
    private List<MarketType> someTypes() {
        List<MarketType> shuffled = new ArrayList<>(TYPES);
        Collections.shuffle(shuffled, random);
        boolean all = random.nextBoolean();
        return all ? shuffled : shuffled.subList(0, random.nextInt(1, TYPES.size() + 1));
    }

    private Bet bet(List<MarketType> types) {
        Outcome outcome = random.nextBoolean() ? Outcome.FIRST : Outcome.SECOND;
        int ppm = random.nextBoolean() ? 0 : random.nextInt(Money.MAX_COMMISSION_PPM + 1);
        return new Bet(market(types), outcome, amount(), amount(), ppm);
    }

    /** From a cent to ten million dollars, mostly alike, so that hedges are close. */
    private long amount() {
        long most = random.nextInt(10) == 0 ? Money.MAX_STAKE : 10 * Money.DOLLAR;
        return random.nextLong(Money.CENT, most);
    }

    private Market market(List<MarketType> types) {
        return switch (types.get(random.nextInt(types.size()))) {
            case MONEYLINE -> Market.MONEYLINE;
            case SPREAD -> Market.spread(random.nextInt(-20, 21));
            case TOTAL -> Market.total(random.nextInt(41));
            case MONEYLINE_1X2 -> Market.threeWay(SUBJECTS.get(random.nextInt(3)));
        };
    }
}
