package evens.client;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What comes over a price stream, in the order in which it came. The {@code sequence} of a frame is
 * the last step that it contains.
 */
public sealed interface PriceFrame
        permits PriceFrame.Opening,
                PriceFrame.Ladder,
                PriceFrame.GameChanged,
                PriceFrame.Volume,
                PriceFrame.Gap,
                PriceFrame.Subscribed,
                PriceFrame.Refused,
                Heartbeat {

    /** The first of all: a socket is about to be opened. What was heard before is of another. */
    record Opening() implements PriceFrame {}

    /**
     * All that a taker can get of one side of a market at one number, best price first: it replaces
     * what was known of it.
     *
     * @param epoch counts the ladders of the stream, from 1
     * @param pick what a taker would back
     * @param payload the frame's, as it came
     */
    record Ladder(
            long epoch,
            long sequence,
            String gameID,
            Pick pick,
            List<LadderOffer> offers,
            JsonNode payload)
            implements PriceFrame {}

    /**
     * A game was made, opened, closed or moved.
     *
     * @param change {@code marketOpen} or {@code marketClosed}
     * @param payload the game with its whole book, as it came
     */
    record GameChanged(long sequence, String gameID, String change, JsonNode payload)
            implements PriceFrame {}

    /**
     * How much was matched on a game.
     *
     * @param matchedVolume stakes of both sides, all in all
     */
    record Volume(long sequence, String gameID, BigDecimal matchedVolume) implements PriceFrame {}

    /**
     * Ladders were lost on the way: what is known of the book is true no more.
     *
     * @param expected the epoch of the first one that is missing
     * @param epoch what came instead
     * @param sequence none of those that are missing is later
     */
    record Gap(long expected, long epoch, long sequence) implements PriceFrame {}

    /**
     * A subscription that asked for an answer is in force.
     *
     * @param sequence of the first step of which it decides what is sent
     */
    record Subscribed(@Nullable String requestID, long sequence) implements PriceFrame {}

    /** Something that was sent was not understood. */
    record Refused(String message) implements PriceFrame {}
}
