package evens.edge.admin;

import evens.edge.rest.Call;
import evens.edge.rest.Submission;
import evens.edge.wire.Problem;
import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Reject;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the games of a season into the log, one after the other, and reports on each that is not
 * plain.
 */
final class SeasonImport {
    private final Gateway gateway;
    private final Call call;
    private final Season season;
    private final boolean dryRun;
    private int next;
    private int created;
    private int skipped;

    SeasonImport(Gateway gateway, Call call, Season season, boolean dryRun) {
        this.gateway = gateway;
        this.call = call;
        this.season = season;
        this.dryRun = dryRun;
    }

    void begin(Command.CreateLeague league) {
        if (dryRun) {
            created = season.games().size();
            answer();
            return;
        }
        submit(
                league,
                events -> {
                    if (events.getFirst() instanceof Event.Refused refused
                            && refused.reject() != Reject.LEAGUE_DIFFERS) {
                        call.fail(refused.reject());
                    } else {
                        createNext();
                    }
                });
    }

    private void createNext() {
        if (next == season.games().size()) {
            answer();
            return;
        }
        submit(
                season.games().get(next),
                events -> {
                    count(events.getFirst());
                    next++;
                    createNext();
                });
    }

    private void count(Event event) {
        if (!(event instanceof Event.Refused refused)) {
            created++;
        } else if (refused.reject() == Reject.GAME_EXISTS) {
            skipped++;
        } else {
            season.reports()
                    .add(
                            new Season.Report(
                                    season.indexOf(next),
                                    "not created: " + Problem.text(refused.reject())));
        }
    }

    private void submit(Command command, Consumer<List<Event>> then) {
        Submission.of(gateway, call, command, then);
    }

    private void answer() {
        call.data(out -> {
            out.writeStartObject();
            out.writeNumberProperty("created", created);
            out.writeNumberProperty("skipped", skipped);
            out.writeNumberProperty("graded", 0);
            out.writeArrayPropertyStart("reports");
            for (Season.Report report : season.reports()) {
                out.writeStartObject();
                out.writeNumberProperty("index", report.index());
                out.writeStringProperty("reason", report.reason());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
