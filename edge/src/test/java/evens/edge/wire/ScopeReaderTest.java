package evens.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Command.Scope;
import evens.model.Ids;
import evens.model.MarketType;
import evens.model.Side;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which orders of a game a cancel means. */
final class ScopeReaderTest {
    private static final String NINE = Ids.PARTICIPANT.hex(9);
    private static final String A_GAME = Ids.GAME.hex(9);

    static Stream<Arguments> scopes() {
        return Stream.of(
                row("{}", Scope.ALL),
                row("{'type':null,'side':null,'market':null}", Scope.ALL),
                row("{'type':'moneyline'}", Scope.of(MarketType.MONEYLINE)),
                row("{'type':'spread'}", Scope.of(MarketType.SPREAD)),
                row("{'type':'total'}", Scope.of(MarketType.TOTAL)),
                row("{'type':'moneyline1x2'}", Scope.of(MarketType.MONEYLINE_1X2)),
                row("{'side':'over'}", side(Side.OVER, 0)),
                row("{'side':'under'}", side(Side.UNDER, 0)),
                row("{'side':'yes'}", side(Side.YES, 0)),
                row("{'side':'no'}", side(Side.NO, 0)),
                row("{'side':'" + NINE + "'}", side(Side.PARTICIPANT, 9)),
                row("{'side':'" + A_GAME + "'}", side(Side.PARTICIPANT, -1)),
                row("{'market':'main'}", new Scope(null, true, null, 0, false, 0)),
                row("{'market':'draw'}", new Scope(null, false, null, 0, true, 0)),
                row("{'market':'" + NINE + "'}", new Scope(null, false, null, 0, true, 9)),
                row("{'market':'" + A_GAME + "'}", new Scope(null, false, null, 0, true, -1)),
                row(
                        "{'type':'moneyline1x2','side':'no','market':'draw'}",
                        new Scope(MarketType.MONEYLINE_1X2, false, Side.NO, 0, true, 0)));
    }

    private static Arguments row(String fields, Scope scope) {
        return Arguments.of(fields, scope);
    }

    private static Scope side(Side side, long participant) {
        return new Scope(null, false, side, participant, false, 0);
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void whatIsMeant(String fields, Scope scope) {
        assertThat(read(fields)).isEqualTo(new ScopeReader.Read(scope, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'type':'Total'}    | type must be .*
                    {'type':''}         | type must be .*
                    {'type':7}          | type must be .*
                    {'type':[]}         | type must be .*
                    {'side':'OVER'}     | side must be .*
                    {'side':'away'}     | side must be .*
                    {'side':7}          | side must be .*
                    {'market':'Draw'}   | market must be .*
                    {'market':''}       | market must be .*
                    {'market':true}     | market must be .*
                    """)
    void whatIsWrong(String fields, String error) {
        assertThat(read(fields).error()).matches(error);
    }

    private static ScopeReader.Read read(String fields) {
        return ScopeReader.read(
                Objects.requireNonNull(Json.read(Buffer.buffer(fields.replace('\'', '"')))));
    }
}
