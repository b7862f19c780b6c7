package evens.cluster.codec;

import evens.model.GameTerms;
import evens.model.Participant;
import java.nio.charset.StandardCharsets;

/** What the schema can count. */
final class Limits {
    /** A group's count and a text's length are 16 bits; the largest number is no value. */
    static final int MOST = 65_534;

    private Limits() {}

    static boolean isTooLong(GameTerms terms) {
        return isTooLong(terms.league())
                || isTooLong(terms.away())
                || isTooLong(terms.home())
                || isTooLong(terms.eventName())
                || isTooLong(terms.tournamentName())
                || isTooLong(terms.periodName());
    }

    private static boolean isTooLong(Participant participant) {
        return isTooLong(participant.longName())
                || isTooLong(participant.shortName())
                || isTooLong(participant.rotationNumber());
    }

    static boolean isTooLong(String text) {
        return text.length() > MOST / 3 && text.getBytes(StandardCharsets.UTF_8).length > MOST;
    }
}
