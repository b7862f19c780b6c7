package evens.cluster.codec;

import evens.cluster.sbe.HashesToldEncoder;
import evens.cluster.sbe.RefusedEncoder;
import evens.cluster.sbe.RepeatedEncoder;
import evens.cluster.sbe.UnchangedEncoder;
import evens.model.Reject;
import org.agrona.DirectBuffer;

/**
 * Writes events as the feed and the snapshots keep them: one after the other, each behind its
 * length, which is four bytes. Once the buffer has grown to what a step needs, nothing is
 * allocated. One thread.
 *
 * <p>Each event is folded into a hash as it is written, see {@link #hash}.
 *
 * <p>The methods, one for each event, are in {@link AccountEventPublisher}, {@link
 * OrderEventPublisher} and {@link StateEventPublisher}; here are those of what led to nothing.
 */
@SuppressWarnings("EnumOrdinal") // the place of a declaration is what the log keeps
public final class EventPublisher extends StateEventPublisher {
    /** Bytes before each event: the length of what follows. */
    public static final int PREFIX = Integer.BYTES;

    private final UnchangedEncoder unchanged = new UnchangedEncoder();
    private final RepeatedEncoder repeated = new RepeatedEncoder();
    private final RefusedEncoder refused = new RefusedEncoder();
    private final HashesToldEncoder hashesTold = new HashesToldEncoder();

    /** A buffer that holds all that is written until {@link #clear}. */
    public EventPublisher() {
        super(Integer.MAX_VALUE, null);
    }

    /** A buffer that is handed on and begun anew whenever it has reached a length. */
    public EventPublisher(int frameLength, Frames frames) {
        super(frameLength, frames);
    }

    /** Where full frames go. */
    public interface Frames {
        /** The bytes are written over afterwards. */
        void frame(DirectBuffer buffer, int offset, int length);
    }

    @Override
    public void unchanged() {
        begin(0);
        unchanged.wrapAndApplyHeader(buffer, body, header);
        end(unchanged.limit());
    }

    @Override
    public void repeated(long sequence) {
        begin(0);
        repeated.wrapAndApplyHeader(buffer, body, header).sequence(sequence);
        end(repeated.limit());
    }

    @Override
    public void refused(Reject reject) {
        begin(0);
        refused.wrapAndApplyHeader(buffer, body, header).reject((short) reject.ordinal());
        end(refused.limit());
    }

    @Override
    public void hashesTold(long stateHash, long stepHash) {
        begin(0);
        hashesTold.wrapAndApplyHeader(buffer, body, header).stateHash(stateHash).stepHash(stepHash);
        end(hashesTold.limit());
    }
}
