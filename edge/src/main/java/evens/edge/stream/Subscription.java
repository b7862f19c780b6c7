package evens.edge.stream;

import evens.edge.view.GameRow;
import evens.edge.wire.FeedRequest;
import evens.edge.wire.FeedRequest.Keys;
import evens.model.Ids;
import java.util.HashSet;
import java.util.Set;

/**
 * Which games a socket of the price feed hears of: all, until it names some. A game is meant by its
 * id, by its parent's, by its league or by its sport.
 */
final class Subscription {
    /** Most ids, leagues and sports together. */
    static final int MOST_KEYS = 10_000;

    private final Set<Long> games = new HashSet<>();
    private final Set<String> leagues = new HashSet<>();
    private final Set<String> sports = new HashSet<>();
    private boolean everything = true;

    /**
     * Does what a client asks for.
     *
     * @return false if that is too much: then nothing is different
     */
    boolean accept(FeedRequest request) {
        switch (request) {
            case FeedRequest.Subscribe subscribe -> {
                return subscribe(subscribe);
            }
            case FeedRequest.Unsubscribe unsubscribe -> {
                Keys keys = unsubscribe.keys();
                games.removeAll(keys.games());
                leagues.removeAll(keys.leagues());
                sports.removeAll(keys.sports());
            }
            case FeedRequest.SubscribeAll _ -> {
                clear();
                everything = true;
            }
            case FeedRequest.Malformed _ -> {}
        }
        return true;
    }

    private boolean subscribe(FeedRequest.Subscribe subscribe) {
        Keys keys = subscribe.keys();
        if (size(keys, subscribe.replace()) > MOST_KEYS) {
            return false;
        }
        if (subscribe.replace()) {
            clear();
            everything = false;
        }
        if (keys.size() > 0) {
            everything = false;
        }
        games.addAll(keys.games());
        leagues.addAll(keys.leagues());
        sports.addAll(keys.sports());
        return true;
    }

    /** How many there are with these; what is there already counts once. */
    private int size(Keys keys, boolean replace) {
        if (replace) {
            return keys.size();
        }
        return size(games, keys.games())
                + size(leagues, keys.leagues())
                + size(sports, keys.sports());
    }

    private static <T> int size(Set<T> here, Set<T> more) {
        return here.size() + (int) more.stream().filter(each -> !here.contains(each)).count();
    }

    private void clear() {
        games.clear();
        leagues.clear();
        sports.clear();
    }

    boolean matches(GameRow game) {
        return everything
                || games.contains(game.id())
                || isChildOfOne(game)
                || leagues.contains(game.terms().league())
                || isLive(game)
                || sports.contains(game.sport());
    }

    private boolean isChildOfOne(GameRow game) {
        long parent = game.terms().parent();
        return parent != Ids.NONE && games.contains(parent);
    }

    private boolean isLive(GameRow game) {
        return game.terms().live() && leagues.contains(GameRow.LIVE);
    }
}
