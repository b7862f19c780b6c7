package evens.cluster.feed;

import evens.cluster.codec.EventPublisher;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.OrderCancelledDecoder;
import evens.cluster.sbe.OrderMatchedDecoder;
import evens.cluster.sbe.OrderPlacedDecoder;
import evens.cluster.sbe.OrderResumedDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Finds which messages of which accounts a piece holds, without making records. */
final class MessageIndex {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderPlacedDecoder placed = new OrderPlacedDecoder();
    private final OrderMatchedDecoder matched = new OrderMatchedDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderResumedDecoder resumed = new OrderResumedDecoder();

    /** Is told each message that a piece holds. */
    interface Found {
        /**
         * Messages count from 1.
         *
         * @param body where the event begins that holds it
         */
        void message(long account, long message, int body);
    }

    void each(DirectBuffer piece, int at, int length, Found found) {
        int end = at + length;
        int next = at + Piece.HEADER;
        while (next < end) {
            int body = next + EventPublisher.PREFIX;
            header.wrap(piece, body);
            switch (header.templateId()) {
                case OrderPlacedDecoder.TEMPLATE_ID -> {
                    placed.wrapAndApplyHeader(piece, body, header);
                    found(found, placed.account(), placed.message(), body);
                }
                case OrderMatchedDecoder.TEMPLATE_ID -> {
                    matched.wrapAndApplyHeader(piece, body, header);
                    found(found, matched.makerAccount(), matched.makerMessage(), body);
                    found(found, matched.takerAccount(), matched.takerMessage(), body);
                }
                case OrderCancelledDecoder.TEMPLATE_ID -> {
                    cancelled.wrapAndApplyHeader(piece, body, header);
                    found(found, cancelled.account(), cancelled.message(), body);
                }
                case OrderResumedDecoder.TEMPLATE_ID -> {
                    resumed.wrapAndApplyHeader(piece, body, header);
                    found(found, resumed.account(), resumed.message(), body);
                }
                default -> {} // no message to an account
            }
            next = body + piece.getInt(next, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static void found(Found found, long account, long message, int body) {
        if (message > 0) {
            found.message(account, message, body);
        }
    }
}
