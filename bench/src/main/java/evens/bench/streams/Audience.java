package evens.bench.streams;

import evens.client.EvensClient;
import evens.client.Messages;
import evens.client.UserStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** Those who listen, over sockets of their own. */
final class Audience implements AutoCloseable {
    /** How many price sockets are listened to exactly. */
    private static final int EXACT = 10;

    private static final Duration TO_HEAR_ALL = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final List<PriceEar> prices = new ArrayList<>();
    private final List<UserEar> users = new ArrayList<>();
    private final List<Messages> priceSockets = new ArrayList<>();
    private final List<UserStream> userSockets = new ArrayList<>();

    /** As many sockets of each kind; the accounts take turns. */
    Audience(URI base, List<EvensClient> accounts, int count, HttpClient http) {
        URI address =
                URI.create(
                        "ws://"
                                + base.getRawAuthority()
                                + "/price-stream?heartbeat="
                                + HEARTBEAT.toSeconds());
        for (int i = 0; i < count; i++) {
            EvensClient account = accounts.get(i % accounts.size());
            String token = Objects.requireNonNull(account.token());
            PriceEar price = new PriceEar(i < EXACT);
            prices.add(price);
            priceSockets.add(Messages.open(http, address, Map.of("Authorization", token), price));
            UserEar user = new UserEar();
            users.add(user);
            userSockets.add(new EvensClient(base, token, http).userStream(HEARTBEAT, user));
        }
    }

    List<PriceEar> prices() {
        return prices;
    }

    List<UserEar> users() {
        return users;
    }

    long priceFrames() {
        return prices.stream().mapToLong(PriceEar::frames).sum();
    }

    long priceCharacters() {
        return prices.stream().mapToLong(PriceEar::characters).sum();
    }

    long userFrames() {
        return users.stream().mapToLong(UserEar::frames).sum();
    }

    /**
     * Waits until a heartbeat has told everybody that a step and all before have come.
     *
     * @throws IllegalStateException if it does not come, or if somebody was sent away
     */
    void awaitStep(long step) {
        long until = System.nanoTime() + TO_HEAR_ALL.toNanos();
        while (!hasAll(step)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not everybody heard step " + step);
            }
            LockSupport.parkNanos(1_000_000);
        }
        boolean lost =
                priceSockets.stream().anyMatch(each -> each.closed().isDone())
                        || userSockets.stream().anyMatch(each -> each.closed().isDone());
        if (lost) {
            throw new IllegalStateException("a socket was closed");
        }
    }

    private boolean hasAll(long step) {
        return prices.stream().allMatch(each -> each.sequence() >= step)
                && users.stream().allMatch(each -> each.sequence() >= step);
    }

    @Override
    public void close() {
        priceSockets.forEach(Messages::close);
        userSockets.forEach(UserStream::close);
    }
}
