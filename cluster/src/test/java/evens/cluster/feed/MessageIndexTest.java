package evens.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import evens.cluster.codec.EventPublisher;
import evens.model.Ending;
import evens.model.Market;
import evens.model.OrderType;
import evens.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MessageIndexTest {
    private static final Market MARKET = Market.MONEYLINE;
    private static final Outcome OUTCOME = Outcome.FIRST;
    private static final OrderType TYPE = OrderType.POST;

    private final EventPublisher events = new EventPublisher();

    private void cancelled(long account, long message) {
        events.orderCancelled(
                1, account, 3, 4, MARKET, OUTCOME, 5, 6, 7, Ending.USER, message, false, null, 0);
    }

    private void resumed(long account, long message) {
        events.orderResumed(
                0, 1, account, 3, 4, 5, MARKET, OUTCOME, 6, 7, 8, TYPE, 9, 10, message, null, 0);
    }

    private void placed(long account, long message) {
        events.orderPlaced(
                0, 1, account, 3, 4, 5, MARKET, OUTCOME, 6, 7, 8, TYPE, 9, 10, message, null, 0);
    }

    private void matched(long maker, long makerMessage, long taker, long takerMessage) {
        events.orderMatched(
                1,
                2,
                MARKET,
                OUTCOME,
                3,
                4,
                maker,
                5,
                6,
                7,
                8,
                9,
                10,
                makerMessage,
                11,
                false,
                null,
                0,
                12,
                taker,
                13,
                14,
                15,
                16,
                17,
                18,
                takerMessage,
                null,
                0);
    }

    private List<AccountMessage> found() {
        UnsafeBuffer piece = new UnsafeBuffer(new byte[Piece.HEADER + events.length()]);
        piece.putBytes(Piece.HEADER, events.buffer(), 0, events.length());
        List<AccountMessage> found = new ArrayList<>();
        new MessageIndex()
                .each(
                        piece,
                        0,
                        piece.capacity(),
                        (account, message, _) -> found.add(new AccountMessage(account, message)));
        return found;
    }

    @Test
    void everyMessageOfAPieceIsFound() {
        placed(50, 1);
        events.epochRaised(50, 2, 3, 4, true);
        matched(51, 2, 52, 3);
        cancelled(53, 4);
        resumed(54, 5);
        assertThat(found())
                .containsExactly(
                        new AccountMessage(50, 1),
                        new AccountMessage(51, 2),
                        new AccountMessage(52, 3),
                        new AccountMessage(53, 4),
                        new AccountMessage(54, 5));
    }

    @Test
    void whatAnAccountDoesNotHearIsNone() {
        placed(50, 0);
        cancelled(53, 0);
        resumed(54, 0);
        assertThat(found()).isEmpty();
    }
}
