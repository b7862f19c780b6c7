package evens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An offer as somebody sees it who may take it. Numbers have no zeros at their end.
 *
 * @param createdBy its owner, whom only the owner is told
 */
record ShownOffer(
        String id,
        String odds,
        String bet,
        String sumUntaken,
        BigDecimal takenRatio,
        boolean postArb,
        @Nullable String createdBy) {

    private static final BigDecimal ROUNDING = new BigDecimal("0.00000001");

    /** The entries of one list. */
    static List<ShownOffer> list(JsonNode entries) {
        List<ShownOffer> offers = new ArrayList<>();
        entries.forEach(entry -> offers.add(of(entry)));
        return offers;
    }

    static ShownOffer of(JsonNode entry) {
        JsonNode owner = entry.path("createdBy");
        return new ShownOffer(
                entry.required("id").asString(),
                number(entry, "odds"),
                number(entry, "bet"),
                number(entry, "sumUntaken"),
                entry.required("takenRatio").decimalValue(),
                entry.path("isPostArb").booleanValue(false),
                owner.isMissingNode() ? null : owner.asString());
    }

    private static String number(JsonNode entry, String field) {
        return LadderKey.plain(entry.required(field).decimalValue());
    }

    /** What a taker is shown of an order of the core. */
    static ShownOffer of(CoreOrder order, String reader) {
        BigDecimal ratio =
                new BigDecimal(order.filled())
                        .divide(new BigDecimal(order.stake()), MathContext.DECIMAL128);
        return new ShownOffer(
                order.id(),
                LadderKey.plain(order.price().opposite().american()),
                CoreOrder.dollars(order.stake()),
                CoreOrder.dollars(order.price().win(order.remaining())),
                ratio,
                order.postArb(),
                order.account().equals(reader) ? reader : null);
    }

    /** Fails unless this is the other one, whose ratio is exact. */
    void is(ShownOffer exact) {
        assertThat(takenRatio).as("%s", this).isCloseTo(exact.takenRatio(), within(ROUNDING));
        assertThat(withRatio(BigDecimal.ZERO)).isEqualTo(exact.withRatio(BigDecimal.ZERO));
    }

    private ShownOffer withRatio(BigDecimal ratio) {
        return new ShownOffer(id, odds, bet, sumUntaken, ratio, postArb, createdBy);
    }
}
