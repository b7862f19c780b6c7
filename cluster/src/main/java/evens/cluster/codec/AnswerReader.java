package evens.cluster.codec;

import evens.cluster.sbe.HashesToldDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.cluster.sbe.RefusedDecoder;
import evens.cluster.sbe.RepeatedDecoder;
import evens.cluster.sbe.UnchangedDecoder;
import evens.model.Event;
import evens.model.Reject;
import org.agrona.DirectBuffer;

/** What commands led to that changed nothing. */
final class AnswerReader {
    private static final Reject[] REJECTS = Reject.values();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final UnchangedDecoder unchanged = new UnchangedDecoder();
    private final RepeatedDecoder repeated = new RepeatedDecoder();
    private final RefusedDecoder refused = new RefusedDecoder();
    private final HashesToldDecoder hashesTold = new HashesToldDecoder();

    Event unchanged(DirectBuffer buffer, int offset) {
        unchanged.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Unchanged();
    }

    Event repeated(DirectBuffer buffer, int offset) {
        repeated.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Repeated(repeated.sequence());
    }

    Event refused(DirectBuffer buffer, int offset) {
        refused.wrapAndApplyHeader(buffer, offset, header);
        return new Event.Refused(REJECTS[refused.reject()]);
    }

    Event hashesTold(DirectBuffer buffer, int offset) {
        hashesTold.wrapAndApplyHeader(buffer, offset, header);
        return new Event.HashesTold(hashesTold.stateHash(), hashesTold.stepHash());
    }
}
