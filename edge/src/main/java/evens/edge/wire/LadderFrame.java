package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.edge.view.LadderRow;
import evens.model.Ids;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The frame of a ladder without its head, which is where sockets differ. It is written once, when
 * it is first needed, as nobody's; a maker's own has his id put in where his offers begin, because
 * writing it all again for each of them would cost their number squared.
 */
public final class LadderFrame {
    private final LadderRow ladder;
    private final long sequence;
    private final int[] beginnings;
    private byte @Nullable [] written;

    /**
     * A frame that is not written yet.
     *
     * @param sequence the last step that the ladder contains
     */
    public LadderFrame(LadderRow ladder, long sequence) {
        this.ladder = ladder;
        this.sequence = sequence;
        this.beginnings = new int[ladder.offers().size()];
    }

    /**
     * The beginning of the frame.
     *
     * @param epoch which one of these the socket gets, from 1
     */
    public static byte[] head(long epoch) {
        return ("[\"orderUpdate\",{\"epoch\":" + epoch).getBytes(StandardCharsets.US_ASCII);
    }

    /** What follows the head for all who have no offers here. UTF-8, not to be changed. */
    public byte[] publicly() {
        byte[] bytes = written;
        if (bytes == null) {
            bytes = write();
            written = bytes;
        }
        return bytes;
    }

    private byte[] write() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream(512 + 512 * beginnings.length);
        Json.write(stream, out -> write(stream, out));
        stream.write(']');
        byte[] bytes = stream.toByteArray();
        bytes[0] = ','; // for the brace that begins the payload: the epoch comes before it
        return bytes;
    }

    private void write(ByteArrayOutputStream stream, JsonGenerator out) {
        GameRow game = ladder.game();
        out.writeStartObject();
        out.writeNumberProperty("sequence", sequence);
        PriceFeedShape.writeGame(game, out);
        out.writeBooleanProperty("live", game.terms().live());
        out.writeStringProperty("type", Sides.type(ladder.market()));
        Sides.writeLadder(game, ladder.market(), ladder.takers(), out);
        BookShape.writeMainLines(ladder.main(), out);
        out.writeArrayPropertyStart("sideOrders");
        for (int i = 0; i < beginnings.length; i++) {
            out.writeStartObject();
            out.flush();
            beginnings[i] = stream.size();
            BookShape.writeOfferKeys(ladder.offers().get(i), game, Ids.NONE, out);
            Sides.writeLadder(game, ladder.market(), ladder.takers(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** What follows the head for this account, with its offers marked. */
    public byte[] of(long account) {
        byte[] bytes = publicly();
        byte[] mark =
                ("\"createdBy\":\"" + Ids.ACCOUNT.hex(account) + "\",")
                        .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream own = new ByteArrayOutputStream(bytes.length + 8 * mark.length);
        int copied = 0;
        for (int i = 0; i < beginnings.length; i++) {
            if (ladder.offers().get(i).account() == account) {
                own.write(bytes, copied, beginnings[i] - copied);
                own.writeBytes(mark);
                copied = beginnings[i];
            }
        }
        own.write(bytes, copied, bytes.length - copied);
        return own.toByteArray();
    }
}
