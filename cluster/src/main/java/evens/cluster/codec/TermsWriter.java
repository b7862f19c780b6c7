package evens.cluster.codec;

import evens.cluster.sbe.GameTermsEncoder;
import evens.cluster.sbe.MessageHeaderEncoder;
import evens.model.GameTerms;
import evens.model.Participant;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** Writes the terms of a game, as they go into every message that has them. */
final class TermsWriter {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final GameTermsEncoder encoder = new GameTermsEncoder();

    /** Where the last terms were written, from index 0. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Writes them and tells their length in bytes. */
    int write(GameTerms terms) {
        Participant away = terms.away();
        Participant home = terms.home();
        encoder.wrapAndApplyHeader(buffer, 0, header)
                .game(terms.game())
                .parent(terms.parent())
                .startMillis(terms.startMillis())
                .away(away.id())
                .home(home.id())
                .featured(Flags.of(terms.featured()))
                .specials(Flags.of(terms.specials()))
                .yesNo(Flags.of(terms.yesNo()))
                .live(Flags.of(terms.live()))
                .league(terms.league())
                .awayLongName(away.longName())
                .awayShortName(away.shortName())
                .awayRotationNumber(away.rotationNumber())
                .homeLongName(home.longName())
                .homeShortName(home.shortName())
                .homeRotationNumber(home.rotationNumber())
                .eventName(terms.eventName())
                .tournamentName(terms.tournamentName())
                .periodName(terms.periodName());
        return encoder.limit();
    }
}
