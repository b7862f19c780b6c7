package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.client.RawResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All books as one reader has them: from a first image, and every frame since that is newer. What a
 * frame says of a ladder is read when it is asked about, for most are replaced before.
 */
final class PriceBook {
    private final String reader;
    private final Interest interest;
    private final Map<LadderKey, Ladder> ladders = new HashMap<>();
    private final Set<String> openGames = new HashSet<>();
    private final Map<String, String> volumes = new HashMap<>();
    private long imageSequence;
    private int marked;

    PriceBook(String reader, Interest interest) {
        this.reader = reader;
        this.interest = interest;
    }

    private static final class Ladder {
        private @Nullable List<ShownOffer> offers;
        private @Nullable PriceFrame frame;

        List<ShownOffer> offers() {
            List<ShownOffer> known = offers;
            if (known == null) {
                known = frame == null ? List.of() : read(frame);
                offers = known;
                frame = null;
            }
            return known;
        }

        private static List<ShownOffer> read(PriceFrame frame) {
            List<ShownOffer> offers = new ArrayList<>();
            for (JsonNode entry : frame.payload().required("sideOrders")) {
                assertThat(LadderKey.of(entry)).as(frame.text()).isEqualTo(frame.ladder());
                offers.add(ShownOffer.of(entry));
            }
            return offers;
        }
    }

    /** Begins anew with an answer of getOrderbook. */
    void begin(RawResponse image) {
        imageSequence = Wire.sequence(image);
        ladders.clear();
        openGames.clear();
        volumes.clear();
        for (JsonNode game : Wire.data(image).required("games")) {
            if (interest.game().test(of(game))) {
                begin(game);
            }
        }
    }

    private void begin(JsonNode game) {
        for (String list : RecountOfBooks.LISTS.keySet()) {
            game.path(list).forEach(this::add);
        }
        String id = game.required("id").asString();
        open(id, game.required("isMarketOpen").booleanValue());
        volumes.put(id, LadderKey.plain(game.required("matchedVolume").decimalValue()));
    }

    private void open(String game, boolean isOpen) {
        if (isOpen) {
            openGames.add(game);
        } else {
            openGames.remove(game);
        }
    }

    private static Interest.Of of(JsonNode game) {
        JsonNode parent = game.required("parentGameID");
        return new Interest.Of(
                game.required("id").asString(),
                parent.isNull() ? null : parent.asString(),
                game.required("league").asString(),
                game.required("sport").asString());
    }

    private void add(JsonNode entry) {
        Ladder ladder = ladders.computeIfAbsent(LadderKey.of(entry), _ -> new Ladder());
        List<ShownOffer> offers = new ArrayList<>(ladder.offers());
        offers.add(ShownOffer.of(entry));
        ladder.offers = offers;
    }

    /** Something is replaced; what is older than the image says nothing new. */
    void replace(PriceFrame frame) {
        Interest.Of game = frame.game();
        assertThat(interest.game().test(game)).as(frame.text()).isTrue();
        if (frame.sequence() <= imageSequence) {
            return;
        }
        switch (frame.type()) {
            case "orderUpdate" -> {
                Ladder ladder = new Ladder();
                ladder.frame = frame;
                ladders.put(frame.ladder(), ladder);
            }
            case "gameUpdate" -> open(game.id(), frame.text("messageType").equals("marketOpen"));
            case "matchedVolumeUpdate" ->
                    volumes.put(
                            game.id(),
                            LadderKey.plain(new BigDecimal(frame.text("matchedVolume"))));
            default -> throw new AssertionError(frame.text());
        }
    }

    /** Whether the image was older than this step. */
    boolean covers(long sequence) {
        return sequence >= imageSequence;
    }

    /** What it is now, whatever comes. */
    PriceBook copy() {
        PriceBook copy = new PriceBook(reader, interest);
        copy.ladders.putAll(ladders);
        copy.openGames.addAll(openGames);
        copy.volumes.putAll(volumes);
        return copy;
    }

    /** Fails unless it is the core's, offer by offer, and so is what it says of games. */
    void is(CoreState state) {
        Map<String, String> open = new HashMap<>();
        openGames.forEach(game -> open.put(game, volumes.getOrDefault(game, "0")));
        assertThat(open).as("open games").isEqualTo(state.volumesOfOpenGames(interest));
        Map<LadderKey, List<CoreOrder>> exact = new HashMap<>(state.ladders());
        exact.values().removeIf(ladder -> !interest.game().test(state.of(ladder.getFirst())));
        Map<LadderKey, List<ShownOffer>> own = new HashMap<>();
        ladders.forEach((key, ladder) -> own.put(key, ladder.offers()));
        own.values().removeIf(List::isEmpty);
        assertThat(minus(own.keySet(), exact.keySet())).as("ladders that are gone").isEmpty();
        assertThat(minus(exact.keySet(), own.keySet())).as("ladders not seen").isEmpty();
        exact.forEach((key, orders) -> is(key, own.getOrDefault(key, List.of()), orders));
    }

    /** How many offers were found that are marked as the reader's own. */
    int marked() {
        return marked;
    }

    private static Set<LadderKey> minus(Set<LadderKey> some, Set<LadderKey> others) {
        Set<LadderKey> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private void is(LadderKey key, List<ShownOffer> own, List<CoreOrder> orders) {
        List<String> ids = own.stream().map(ShownOffer::id).toList();
        assertThat(ids).as("%s", key).isEqualTo(orders.stream().map(CoreOrder::id).toList());
        for (int i = 0; i < own.size(); i++) {
            ShownOffer exact = ShownOffer.of(orders.get(i), reader);
            own.get(i).is(exact);
            marked += exact.createdBy() == null ? 0 : 1;
        }
    }
}
