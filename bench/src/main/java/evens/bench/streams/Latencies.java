package evens.bench.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it took until what had happened was heard.
 *
 * @param logToUser from the log's time of a match to a user frame about it
 * @param logToPrice from the log's time of a match to a price frame that contains it
 * @param replyToUser from the taker's reply to the taker's user frame
 * @param replyToPrice from any order's reply to a price frame that contains its step
 */
record Latencies(Sample logToUser, Sample logToPrice, Sample replyToUser, Sample replyToPrice) {

    static Latencies of(List<Done> done, Audience audience, Clock clock) {
        Latencies all = new Latencies(new Sample(), new Sample(), new Sample(), new Sample());
        Map<String, Done> takes = new HashMap<>();
        done.forEach(one -> one.wagerRequests().forEach(request -> takes.put(request, one)));
        Map<Done, Long> logMillis = new HashMap<>();
        for (UserEar ear : audience.users()) {
            for (UserEar.Match match : ear.matches()) {
                Done take = match.taker() ? takes.get(match.wagerRequest()) : null;
                if (take != null) {
                    all.replyToUser.add(match.nanos() - take.answeredNanos());
                    logMillis.put(take, match.logMillis());
                }
                all.logToUser.add(clock.since(match.nanos(), match.logMillis()));
            }
        }
        List<PriceEar> exact = audience.prices().stream().filter(PriceEar::isExact).toList();
        for (Done one : done) {
            Long millis = logMillis.get(one);
            for (PriceEar ear : exact) {
                long heard = ear.nanos(one.ladder(), one.sequence());
                if (heard == Long.MAX_VALUE) {
                    throw new IllegalStateException("no frame contains " + one);
                }
                all.replyToPrice.add(heard - one.answeredNanos());
                if (millis != null) {
                    all.logToPrice.add(clock.since(heard, millis));
                }
            }
        }
        return all;
    }
}
