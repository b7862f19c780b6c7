package evens.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The book of every game, kept up to date: an image of the whole market and, on top of it, the
 * frames of a price stream that tell of later steps.
 *
 * <pre>{@code
 * Books books = new Books();
 * PriceStream stream = client.priceStream(Duration.ofSeconds(1), books::hear);
 * books.begin(client.read(Books.IMAGE));
 * }</pre>
 *
 * <p>The stream is opened first, so that nothing falls between: frames wait for the image. When
 * some were lost, and when another stream is opened, the books stand still and are no longer {@link
 * #isCurrent}, until they {@link #begin} again with a new image. A stream that does not send
 * everything gives books of what it sends. Any thread may ask.
 */
public final class Books {
    /** What to read for the image of all leagues. */
    public static final String IMAGE = "/exchange/v2/getOrderbook?league=upcoming";

    private static final long NEVER = -1;

    private final Map<String, Kept> games = new HashMap<>();
    private final List<PriceFrame> waiting = new ArrayList<>();
    private boolean current;

    /** No frame that is lost tells of a later step. */
    private long lostUntil;

    private long imageAt;
    private long exactAt = NEVER;

    /** Hears the next frame of the stream. */
    public synchronized void hear(PriceFrame frame) {
        switch (frame) {
            case PriceFrame.Opening _ -> {
                waiting.clear();
                lostUntil = 0;
                current = false;
            }
            case PriceFrame.Gap gap -> {
                lostUntil = Math.max(lostUntil, gap.sequence());
                current = false;
            }
            default -> {
                if (current) {
                    apply(frame);
                } else {
                    waiting.add(frame);
                }
            }
        }
    }

    /**
     * Begins with an image, and goes on with the frames that wait.
     *
     * @param image the answer to {@link #IMAGE}, asked for when the stream was open
     * @return false if it is older than what was lost: then a newer one is needed
     */
    public synchronized boolean begin(Reply<JsonNode> image) {
        if (image.sequence() < lostUntil) {
            return false;
        }
        games.clear();
        for (JsonNode game : image.value().required("games")) {
            games.put(Json.text(game, "id"), new Kept(game, image.sequence()));
        }
        imageAt = image.sequence();
        exactAt = imageAt;
        current = true;
        waiting.forEach(this::apply);
        waiting.clear();
        return true;
    }

    private void apply(PriceFrame frame) {
        switch (frame) {
            case PriceFrame.Ladder ladder -> {
                if (isNews(ladder.gameID(), ladder.sequence())) {
                    kept(ladder.gameID()).ladder(ladder.pick(), ladder.offers());
                }
            }
            case PriceFrame.GameChanged change -> {
                if (isNews(change.gameID(), change.sequence())) {
                    games.put(change.gameID(), new Kept(change.payload(), change.sequence()));
                    exactAt = NEVER;
                }
            }
            case PriceFrame.Volume volume -> {
                if (isNews(volume.gameID(), volume.sequence())) {
                    kept(volume.gameID()).matchedVolume = volume.matchedVolume();
                }
            }
            case Heartbeat heartbeat -> {
                if (heartbeat.sequence() >= imageAt) {
                    exactAt = heartbeat.sequence();
                }
            }
            case PriceFrame.Opening _,
                    PriceFrame.Gap _,
                    PriceFrame.Subscribed _,
                    PriceFrame.Refused _ -> {}
        }
    }

    /** Whether the image, and what was told of the whole game since, are older than this. */
    private boolean isNews(String gameID, long sequence) {
        Kept known = games.get(gameID);
        return sequence > imageAt && (known == null || sequence > known.since);
    }

    /** To be changed: what is known is exact no more. */
    private Kept kept(String gameID) {
        exactAt = NEVER;
        return games.computeIfAbsent(gameID, _ -> new Kept());
    }

    /** Whether the books follow the stream; if not, they need an image. */
    public synchronized boolean isCurrent() {
        return current;
    }

    /** The step at which they are exactly the market's; none between two heartbeats. */
    public synchronized OptionalLong sequence() {
        return current && exactAt != NEVER ? OptionalLong.of(exactAt) : OptionalLong.empty();
    }

    /** The book of a game; an empty one if nothing was heard of it. */
    public synchronized GameBook book(String gameID) {
        Kept known = games.get(gameID);
        return known == null ? GameBook.UNKNOWN : known.book();
    }

    /** The books of all games, by id. */
    public synchronized Map<String, GameBook> all() {
        Map<String, GameBook> all = new TreeMap<>();
        games.forEach((id, known) -> all.put(id, known.book()));
        return all;
    }

    /** One game. */
    private static final class Kept {
        /** The step of which the whole game was told. */
        private final long since;

        private final @Nullable Game game;
        private final boolean open;
        private final Map<Pick, List<LadderOffer>> ladders;
        private BigDecimal matchedVolume;

        Kept() {
            since = NEVER;
            game = null;
            open = true;
            ladders = new HashMap<>();
            matchedVolume = BigDecimal.ZERO;
        }

        Kept(JsonNode json, long sequence) {
            since = sequence;
            game = Game.of(json);
            open = Json.flag(json, "isMarketOpen");
            ladders = Ladders.of(json);
            matchedVolume = Json.shortest(Json.decimalOrZero(json, "matchedVolume"));
        }

        void ladder(Pick pick, List<LadderOffer> offers) {
            if (offers.isEmpty()) {
                ladders.remove(pick);
            } else {
                ladders.put(pick, offers);
            }
        }

        GameBook book() {
            return new GameBook(game, open, ladders, matchedVolume);
        }
    }
}
