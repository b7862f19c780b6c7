package evens.edge.rest;

import evens.edge.rest.Route.Needs;
import evens.edge.view.Sequenced;
import evens.model.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /exchange/getMatchedVolume}: what was matched on some days. */
final class VolumeRoute {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final MatchedVolume volume;

    VolumeRoute(MatchedVolume volume) {
        this.volume = volume;
    }

    List<Route> routes() {
        return List.of(Route.read("/exchange/getMatchedVolume", Needs.READER, this::volume));
    }

    private void volume(Call call) {
        LocalDate first = day(call.parameter("startDate"));
        LocalDate last = day(call.parameter("endDate"));
        if (first == null || last == null) {
            call.bad("startDate and endDate must be days, such as 2026-07-30");
            return;
        }
        if (first.isAfter(last)) {
            call.bad("startDate is after endDate");
            return;
        }
        volume.between(first, last)
                .whenComplete((sum, failure) ->
                        call.onLoop(() -> {
                            if (failure == null) {
                                answer(call, first, last, sum);
                            } else {
                                call.header("Retry-After", "1");
                                call.fail(503, "Network Error");
                            }
                        }));
    }

    private static void answer(Call call, LocalDate first, LocalDate last, Sequenced<Long> volume) {
        call.sequence(volume.sequence());
        call.data(out -> {
            out.writeStartObject();
            out.writeStringProperty("startDate", first.toString());
            out.writeStringProperty("endDate", last.toString());
            out.writeNumberProperty("matchedVolume", Money.dollars(volume.rows()));
            out.writeEndObject();
        });
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || !DAY.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
