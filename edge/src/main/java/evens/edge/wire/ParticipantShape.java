package evens.edge.wire;

import evens.edge.view.GameRow;
import evens.model.Ids;
import evens.model.Participant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A participant of a league. The key of its id is another one here than in games. */
public record ParticipantShape(Participant participant, String league, String sport) {
    private record Key(long participant, String league) {}

    /** The participants of these games, each once for each league it plays in. */
    public static List<ParticipantShape> of(Collection<GameRow> games) {
        Map<Key, ParticipantShape> found = new LinkedHashMap<>();
        for (GameRow game : games) {
            String league = game.terms().league();
            for (Participant each : List.of(game.terms().away(), game.terms().home())) {
                found.putIfAbsent(
                        new Key(each.id(), league),
                        new ParticipantShape(each, league, game.sport()));
            }
        }
        return List.copyOf(found.values());
    }

    public void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("participantID", Ids.PARTICIPANT.hex(participant.id()));
        out.writeStringProperty("longName", participant.longName());
        out.writeStringProperty("shortName", participant.shortName());
        out.writeStringProperty("league", league);
        out.writeStringProperty("sport", sport);
        out.writeEndObject();
    }
}
