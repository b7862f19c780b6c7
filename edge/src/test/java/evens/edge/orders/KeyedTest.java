package evens.edge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Command.Once;
import evens.model.Command.Scope;
import evens.model.Command.Stamp;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told apart under a key, and what is not. */
final class KeyedTest {
    private static final Stamp EARLY = new Stamp(1, 7);
    private static final Stamp LATE = new Stamp(2, 8);

    @Test
    void whenAndWhereItCameFromDoesNotMatter() {
        assertThat(hash(place(EARLY, order("a")))).isEqualTo(hash(place(LATE, order("a"))));
        assertThat(hash(new Command.ResumeOrders(1, EARLY, 3)))
                .isEqualTo(hash(new Command.ResumeOrders(1, LATE, 3)));
        assertThat(hash(new Command.PauseOrders(1, 3, 7)))
                .isEqualTo(hash(new Command.PauseOrders(1, 3, 8)));
        assertThat(hash(new Command.CancelAllOrders(1, true, 7)))
                .isEqualTo(hash(new Command.CancelAllOrders(1, true, 8)));
    }

    @Test
    void whatIsAskedForDoes() {
        List<Command> different =
                List.of(
                        place(EARLY, order("a")),
                        place(EARLY, order("b")),
                        place(EARLY, order(null)),
                        place(EARLY, order("")),
                        place(EARLY, order("a"), order("a")),
                        place(EARLY),
                        new Command.CancelByReference(1, 3, List.of("ab", "c")),
                        new Command.CancelByReference(1, 3, List.of("a", "bc")),
                        new Command.CancelByReference(1, 3, List.of("abc")),
                        new Command.CancelOrders(1, List.of(3L)),
                        new Command.CancelOrders(1, List.of(3L, 3L)),
                        new Command.CancelOrdersOfGame(1, 3, Scope.ALL),
                        new Command.CancelOrdersOfGame(1, 4, Scope.ALL),
                        new Command.CancelOrdersOfGame(1, 3, Scope.of(MarketType.TOTAL)),
                        new Command.CancelOrdersOfGame(1, 3, Scope.of(MarketType.SPREAD)),
                        new Command.CancelOrdersOfLeague(1, null),
                        new Command.CancelOrdersOfLeague(1, "NBA"),
                        new Command.CancelAllOrders(1, true, 7),
                        new Command.CancelAllOrders(1, false, 7),
                        new Command.PauseOrders(1, 3, 7),
                        new Command.ResumeOrders(1, EARLY, 3),
                        new Command.ReleaseLatch(1),
                        new Command.DropLease(1),
                        edit(null, 5L),
                        edit(5, null),
                        edit(5, 5L));
        Set<List<Long>> hashes = new HashSet<>();
        for (Command command : different) {
            hashes.add(hash(command));
            assertThat(hash(command)).as("%s", command).isEqualTo(hash(command));
        }
        assertThat(hashes).hasSize(different.size());
    }

    @Test
    void theKeyIsTheAccountsAndHashed() {
        Once once = Keyed.own("key", new Command.ReleaseLatch(42));
        Once other = Keyed.own("kez", new Command.ReleaseLatch(42));
        assertThat(once.account()).isEqualTo(42);
        assertThat(once.command()).isEqualTo(new Command.ReleaseLatch(42));
        assertThat(List.of(once.keyHigh(), once.keyLow()))
                .isNotEqualTo(List.of(other.keyHigh(), other.keyLow()));
        assertThat(once.keyHigh()).as("SHA-256 of key").isEqualTo(0x2c70e12b7a0646f9L);
    }

    @Test
    void anOperatorsCommandIsNobodysOwn() {
        assertThatThrownBy(() -> Keyed.own("key", new Command.Deposit(1, 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> hash(Command command) {
        Once once = Keyed.own("key", command);
        return List.of(once.hashHigh(), once.hashLow());
    }

    private static Command place(Stamp stamp, NewOrder... orders) {
        return new Command.PlaceOrders(1, stamp, List.of(orders));
    }

    private static NewOrder order(@Nullable String reference) {
        return new NewOrder(
                3,
                MarketType.MONEYLINE,
                Side.PARTICIPANT,
                9,
                0,
                100,
                5_000_000,
                OrderType.LIMIT,
                0,
                reference);
    }

    private static Command edit(@Nullable Integer line, @Nullable Long stake) {
        return new Command.EditOrder(
                1, EARLY, 3, line, stake, OrderType.LIMIT, 0, null, null, false);
    }
}
