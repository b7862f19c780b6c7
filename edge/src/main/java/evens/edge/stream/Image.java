package evens.edge.stream;

import evens.edge.view.BookRow;
import evens.edge.view.Change;
import evens.edge.view.GameRow;
import evens.edge.view.LadderRow;
import evens.edge.view.OrderRow;
import evens.edge.wire.LadderFrame;
import evens.edge.wire.PriceFeedShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What something that changed is like after a step, for the sockets of one event loop. Its JSON is
 * made when first needed: once for all to whom nothing on it belongs, who are many, and once for
 * each of its makers.
 */
final class Image {
    private static final long NOBODY = 0;

    /** About the bytes of an offer, and of all that is not offers. */
    private static final long OFFER_BYTES = 400;

    private static final long OTHER_BYTES = 1_000;

    private final Change change;
    private final GameRow game;
    private final int offers;
    private final Set<Long> makers;
    private final LongFunction<byte[]> shape;
    private final Map<Long, byte[]> written = new HashMap<>();

    private Image(Change change, GameRow game, List<OrderRow> offers, LongFunction<byte[]> shape) {
        this.change = change;
        this.game = game;
        this.offers = offers.size();
        this.makers = makers(offers);
        this.shape = shape;
    }

    static Image of(Change.Ladder change, LadderRow ladder, long sequence) {
        LadderFrame frame = new LadderFrame(ladder, sequence);
        return new Image(
                change,
                ladder.game(),
                ladder.offers(),
                reader -> reader == NOBODY ? frame.publicly() : frame.of(reader));
    }

    static Image of(Change.Game change, BookRow book, long sequence) {
        List<OrderRow> offers = new ArrayList<>();
        book.markets()
                .forEach(row -> {
                    offers.addAll(row.first());
                    offers.addAll(row.second());
                });
        return new Image(
                change, book.game(), offers, reader -> PriceFeedShape.game(book, reader, sequence));
    }

    static Image of(Change.Volume change, GameRow game, long sequence) {
        return new Image(change, game, List.of(), _ -> PriceFeedShape.volume(game, sequence));
    }

    private static Set<Long> makers(List<OrderRow> offers) {
        Set<Long> makers = new HashSet<>();
        offers.forEach(offer -> makers.add(offer.account()));
        return makers;
    }

    /** What it is an image of: a newer one of the same takes its place. */
    Change change() {
        return change;
    }

    GameRow game() {
        return game;
    }

    /** Whether it is of a ladder: those are counted, and lack the head of their frame. */
    boolean isLadder() {
        return change instanceof Change.Ladder;
    }

    /** About how many bytes it has. */
    long weight() {
        return OTHER_BYTES + offers * OFFER_BYTES;
    }

    /** UTF-8, as this reader may see it. */
    byte[] bytes(long reader) {
        return written.computeIfAbsent(makers.contains(reader) ? reader : NOBODY, shape::apply);
    }
}
