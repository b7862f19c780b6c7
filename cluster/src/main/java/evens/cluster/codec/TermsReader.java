package evens.cluster.codec;

import evens.cluster.sbe.GameTermsDecoder;
import evens.cluster.sbe.MessageHeaderDecoder;
import evens.model.GameTerms;
import evens.model.Participant;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads the terms of a game. */
final class TermsReader {
    private final UnsafeBuffer part = new UnsafeBuffer(0, 0);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final GameTermsDecoder decoder = new GameTermsDecoder();

    /** To be wrapped around the terms before they are read. */
    UnsafeBuffer part() {
        return part;
    }

    GameTerms read() {
        decoder.wrapAndApplyHeader(part, 0, header);
        String league = decoder.league(); // texts are read in the order of the schema
        Participant away =
                new Participant(
                        decoder.away(),
                        decoder.awayLongName(),
                        decoder.awayShortName(),
                        decoder.awayRotationNumber());
        Participant home =
                new Participant(
                        decoder.home(),
                        decoder.homeLongName(),
                        decoder.homeShortName(),
                        decoder.homeRotationNumber());
        return new GameTerms(
                decoder.game(),
                league,
                decoder.parent(),
                decoder.startMillis(),
                away,
                home,
                decoder.eventName(),
                decoder.tournamentName(),
                decoder.periodName(),
                Flags.isSet(decoder.featured()),
                Flags.isSet(decoder.specials()),
                Flags.isSet(decoder.yesNo()),
                Flags.isSet(decoder.live()));
    }
}
